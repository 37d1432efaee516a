import type { Instant } from '#kernel/day.ts'

import { useT } from '../language/texts.ts'
import { nearDayText } from './DayText.tsx'
import { clockTime, dayOf, longDay } from './format/day.ts'
import { useReader } from './reader.ts'

/** 'yesterday, 09:12', with the whole day on hover. */
export function InstantText({ at }: { readonly at: Instant }) {
  const t = useT()
  const { locale, today, zone } = useReader()
  const day = dayOf(at, zone)
  return (
    <time dateTime={at} title={longDay(day, locale)} className="figures">
      {nearDayText(t, day, today, locale)}, {clockTime(at, locale, zone)}
    </time>
  )
}
