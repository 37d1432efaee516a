import { clsx } from 'clsx'

import { addDays, type Day } from '#kernel/day.ts'

import { useT } from '../../../language/texts.ts'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { weekDay } from '../../../ui/format/day.ts'
import { useReader } from '../../../ui/reader.ts'
import { namedDays } from './draft.ts'

type DayChipsProps = {
  readonly label: string
  readonly day: Day | null
  /** Later than this somebody is asked first; null asks nobody. */
  readonly latestDay?: Day | null
  readonly onChoose: (day: Day) => void
  /** A day from the calendar: the writer may still be looking. */
  readonly onPick: (day: Day | null) => void
}

/** The days that people name, one tap each, and a calendar for the others. */
export function DayChips({ label, day, latestDay = null, onChoose, onPick }: DayChipsProps) {
  const t = useT()
  const { today, locale } = useReader()
  const isLate = (of: Day) => latestDay !== null && of > latestDay
  return (
    <div className="flex flex-col gap-3">
      <fieldset className="grid grid-cols-2 gap-2">
        <legend className="sr-only">{label}</legend>
        {namedDays(today).map((named) => (
          <button
            key={named.name}
            type="button"
            aria-pressed={day === named.day}
            onClick={() => onChoose(named.day)}
            className={clsx(
              'flex min-h-14 flex-col items-start justify-center rounded-8 px-3 py-1.5 text-left',
              'shadow-[inset_0_0_0_1px_var(--color-line-strong)] hover:bg-hover',
              'aria-pressed:bg-brand-soft aria-pressed:shadow-[inset_0_0_0_1.5px_var(--color-brand)]',
            )}
          >
            <span className="text-14 font-medium">{t(`ui.day.${named.name}`)}</span>
            <span className="figures text-12 text-soft">
              {weekDay(named.day, locale)}
              {isLate(named.day) && ` · ${t('outcome.asksFirst')}`}
            </span>
          </button>
        ))}
      </fieldset>
      <DateField
        label={t('outcome.anotherDay')}
        day={day}
        from={addDays(today, 0)}
        onChange={onPick}
      />
    </div>
  )
}
