import { clsx } from 'clsx'

import { type Day, isDay } from '#kernel/day.ts'

import { useT } from '../../language/texts.ts'
import { weekDay } from '../format/day.ts'
import { useReader } from '../reader.ts'
import { Field, type FieldProps } from './Field.tsx'
import { controlLook } from './look.ts'
import { shortcutDays } from './shortcut-days.ts'

type DateFieldProps = FieldProps & {
  readonly day: Day | null
  readonly onChange: (day: Day | null) => void
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  /** Offers the days that collectors choose most, one press each. */
  readonly hasShortcuts?: boolean | undefined
}

export function DateField(props: DateFieldProps) {
  const { day, onChange, from, to, hasShortcuts, ...field } = props
  return (
    <div className="flex flex-col gap-2">
      <Field {...field}>
        {(control) => (
          <input
            {...control}
            type="date"
            min={from}
            max={to}
            value={day ?? ''}
            onChange={(event) => onChange(isDay(event.target.value) ? event.target.value : null)}
            className={clsx(controlLook, 'figures')}
          />
        )}
      </Field>
      {hasShortcuts === true && <Shortcuts day={day} onChange={onChange} />}
    </div>
  )
}

function Shortcuts({ day, onChange }: Pick<DateFieldProps, 'day' | 'onChange'>) {
  const t = useT()
  const { today, locale } = useReader()
  const offers = shortcutDays(today)
  return (
    <div className="flex flex-wrap gap-1">
      {offers.map((offer) => (
        <button
          key={offer.name}
          type="button"
          aria-pressed={day === offer.day}
          title={weekDay(offer.day, locale)}
          onClick={() => onChange(offer.day)}
          className="h-7 rounded-6 px-2 text-12 text-soft shadow-[inset_0_0_0_1px_var(--color-line)] hover:bg-hover hover:text-ink aria-pressed:bg-brand-soft aria-pressed:text-brand pointer-coarse:h-11 pointer-coarse:px-3"
        >
          {t(`ui.day.${offer.name}`)}
        </button>
      ))}
    </div>
  )
}
