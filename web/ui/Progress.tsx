import { useT } from '../language/texts.ts'
import { percentText } from './format/number.ts'
import { useReader } from './reader.ts'

type ProgressProps = {
  readonly label: string
  /** Between 0 and 1; null while the end is not known. */
  readonly share: number | null
  readonly detail?: string | undefined
}

export function Progress({ label, share, detail }: ProgressProps) {
  const t = useT()
  const { locale } = useReader()
  return (
    <div>
      <div className="flex justify-between gap-4 text-13">
        <span className="font-medium">{label}</span>
        <span className="figures text-soft">
          {detail ??
            (share === null ? '' : t('ui.progress', { percent: percentText(share, locale) }))}
        </span>
      </div>
      <progress
        aria-label={label}
        max={1}
        {...(share === null ? {} : { value: share })}
        className="mt-1.5 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-brand [&::-webkit-progress-value]:transition-[width] [&::-webkit-progress-value]:duration-150"
      />
    </div>
  )
}
