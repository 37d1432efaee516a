import type { Day, Instant } from '#kernel/day.ts'

import type { T } from '../../../language/texts.ts'
import { nearDayText } from '../../../ui/DayText.tsx'
import { clockTime, dayOf } from '../../../ui/format/day.ts'
import type { Reader } from '../../../ui/reader.ts'

type Met = { readonly onDay: Day; readonly startsAt: Instant | null }

/** 'tomorrow, 10:00', or only the day of what lasts the whole of it. */
export function meetingTime(t: T, { onDay, startsAt }: Met, reader: Reader): string {
  const { today, locale, zone } = reader
  // Of several days of one meeting only the first begins at its hour.
  const isFirstDay = startsAt !== null && dayOf(startsAt, zone) === onDay
  const day = nearDayText(t, onDay, today, locale)
  return isFirstDay ? t('ui.dayAndTime', { day, time: clockTime(startsAt, locale, zone) }) : day
}
