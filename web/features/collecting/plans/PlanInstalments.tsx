import type { Instalment } from '#kernel/instalments.ts'

import { useT } from '../../../language/texts.ts'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { weekDay } from '../../../ui/format/day.ts'
import { Money } from '../../../ui/Money.tsx'
import { useReader } from '../../../ui/reader.ts'

type PlanInstalmentsProps = {
  readonly currency: string
  readonly instalments: readonly Instalment[]
  /** Days and amounts are set by hand, all but the last amount: it is the rest. */
  readonly isOwn: boolean
  readonly onChange: (at: number, part: Partial<Instalment>) => void
}

export function PlanInstalments(props: PlanInstalmentsProps) {
  const t = useT()
  const { instalments, isOwn } = props
  return (
    <ol
      aria-label={t('plans.fields.instalments')}
      className="rounded-8 shadow-[inset_0_0_0_1px_var(--color-line)]"
    >
      {instalments.map((instalment, at) => (
        <li
          // oxlint-disable-next-line react/no-array-index-key -- an instalment is the first, the second …
          key={at}
          className="flex items-center gap-3 border-b border-line px-3 py-1.5 text-13 last:border-0"
        >
          <span className="figures w-6 shrink-0 text-faint">{at + 1}</span>
          {isOwn ? (
            <OwnRow {...props} instalment={instalment} at={at} />
          ) : (
            <SetRow {...props} instalment={instalment} at={at} />
          )}
        </li>
      ))}
    </ol>
  )
}

type RowProps = PlanInstalmentsProps & { readonly instalment: Instalment; readonly at: number }

function SetRow({ instalment, currency, instalments, at }: RowProps) {
  const t = useT()
  const { locale } = useReader()
  const isRest = at > 0 && at === instalments.length - 1
  return (
    <>
      <span className="min-w-0 flex-1">{weekDay(instalment.dueOn, locale)}</span>
      {isRest && <span className="text-12 text-faint">{t('plans.fields.rest')}</span>}
      <Money amount={{ minor: instalment.minor, currency }} isAligned />
    </>
  )
}

function OwnRow({ instalment, currency, instalments, at, onChange }: RowProps) {
  const t = useT()
  const isRest = at === instalments.length - 1
  const number = at + 1
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2 [&_label]:sr-only">
      <span className="min-w-36 flex-1">
        <DateField
          label={t('plans.fields.dayOf', { number })}
          day={instalment.dueOn}
          onChange={(dueOn) => dueOn !== null && onChange(at, { dueOn })}
        />
      </span>
      {isRest ? (
        <span className="flex min-w-32 flex-1 items-baseline justify-end gap-2">
          <span className="text-12 text-faint">{t('plans.fields.rest')}</span>
          <Money amount={{ minor: instalment.minor, currency }} isAligned />
        </span>
      ) : (
        <span className="min-w-32 flex-1">
          <MoneyField
            label={t('plans.fields.amountOf', { number })}
            currency={currency}
            minor={instalment.minor}
            onChange={(minor) => minor !== null && onChange(at, { minor })}
          />
        </span>
      )}
    </div>
  )
}
