import { clsx } from 'clsx'
import { useState } from 'react'

import { useT } from '../../language/texts.ts'
import { Field, type FieldProps } from './Field.tsx'
import { controlLook } from './look.ts'

type TimeFieldProps = FieldProps & {
  /** 'HH:MM', as clocks write it everywhere. */
  readonly time: string
  readonly onChange: (time: string) => void
  /** When the field is left, or Enter pressed: for what is kept at once. */
  readonly onDone?: () => void
}

/** A time of day: '8', '830' and '8:30' are understood. */
export function TimeField({ time, onChange, onDone, error, ...field }: TimeFieldProps) {
  const t = useT()
  const [typed, setTyped] = useState<string | null>(null)
  const isUnreadable = typed !== null && timeOfTyped(typed) === null
  return (
    <Field {...field} error={error ?? (isUnreadable ? t('ui.time.unreadable') : undefined)}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={typed ?? time}
          onChange={(event) => {
            setTyped(event.target.value)
            const read = timeOfTyped(event.target.value)
            if (read !== null) onChange(read)
          }}
          onBlur={() => {
            setTyped(null)
            onDone?.()
          }}
          onKeyDown={({ key }) => key === 'Enter' && onDone?.()}
          className={clsx(controlLook, 'figures max-w-20 text-center')}
        />
      )}
    </Field>
  )
}

/** 'HH:MM' of what was typed, or null when it is no time of day. */
export function timeOfTyped(typed: string): string | null {
  const parts = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*h?$/.exec(typed.trim().toLowerCase())
  if (!parts) return null
  const [, hours = '', minutes = '00'] = parts
  return Number(hours) < 24 && Number(minutes) < 60 ? `${hours.padStart(2, '0')}:${minutes}` : null
}
