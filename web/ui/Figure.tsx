import { clsx } from 'clsx'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

import { useT } from '../language/texts.ts'
import { Popover } from './Popover.tsx'

export type ArithmeticLine = {
  readonly label: ReactNode
  readonly value: ReactNode
  /** How it enters the result. */
  readonly sign?: '+' | '−' | '×' | '÷' | undefined
  readonly note?: ReactNode
}

export type Arithmetic = {
  readonly lines: readonly ArithmeticLine[]
  readonly result: ReactNode
  /** Where the facts come from and until when they are known. */
  readonly source?: ReactNode
  readonly rows?: { readonly count: number; readonly show: () => void } | undefined
}

type FigureProps = {
  readonly label: string
  readonly children: ReactNode
  readonly arithmetic: Arithmetic | (() => ReactNode)
  readonly className?: string | undefined
}

/** A number that can be asked why: it opens its arithmetic and leads to the rows behind it. */
export function Figure({ label, children, arithmetic, className }: FigureProps) {
  const t = useT()
  return (
    <Popover
      label={t('ui.figure.howWorkedOut')}
      className="w-84"
      trigger={
        <button
          type="button"
          className={clsx(
            'rounded-4 text-left pointer-coarse:min-h-11 decoration-line-strong decoration-dotted decoration-1 underline-offset-4 hover:underline hover:decoration-brand',
            className,
          )}
        >
          {children}
          <span className="sr-only"> {t('ui.figure.open', { label })}</span>
        </button>
      }
    >
      {typeof arithmetic === 'function' ? (
        arithmetic()
      ) : (
        <ArithmeticTable label={label} {...arithmetic} />
      )}
    </Popover>
  )
}

export function ArithmeticTable({
  label,
  lines,
  result,
  source,
  rows,
}: Arithmetic & { readonly label: string }) {
  const t = useT()
  return (
    <div className="flex flex-col gap-3">
      <table className="w-full text-13">
        <caption className="pb-2 text-left text-12 text-faint">
          {t('ui.figure.howWorkedOut')}
        </caption>
        <tbody>
          {lines.map((line, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the lines of a sum have no identity but their place
            <tr key={index} className="align-baseline">
              <td className="figures w-4 py-0.5 text-faint">{line.sign}</td>
              <th scope="row" className="py-0.5 pr-3 text-left font-regular text-soft">
                {line.label}
                {line.note !== undefined && (
                  <span className="block text-12 text-faint">{line.note}</span>
                )}
              </th>
              <td className="figures py-0.5 text-right">{line.value}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t border-line align-baseline font-strong">
            <td className="pt-1 text-faint">=</td>
            <th scope="row" className="pt-1 pr-3 text-left">
              {label}
            </th>
            <td className="figures pt-1 text-right">{result}</td>
          </tr>
        </tfoot>
      </table>
      {source !== undefined && <p className="text-12 text-faint">{source}</p>}
      {rows && (
        <button
          type="button"
          onClick={rows.show}
          className="-mx-2 flex h-8 items-center justify-between rounded-6 px-2 text-13 font-medium text-brand hover:bg-hover pointer-coarse:h-11"
        >
          {t('ui.figure.rowsBehind', { count: rows.count })}
          <ChevronRight size={14} aria-hidden />
        </button>
      )}
    </div>
  )
}
