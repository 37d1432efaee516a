// Says what this process makes of days and instants; zones.test.ts starts it in several time zones.
import { sql } from 'kysely'

import { connect } from '../database/database.ts'
import {
  addDays,
  day,
  dayIn,
  daysBetween,
  instant,
  instantAt,
  timeIn,
  weekdayOf,
} from '../kernel/day.ts'

const [url = ''] = process.argv.slice(2)
const db = connect(url, { connections: 1 })
const { rows } = await sql`
  select date '2026-03-29' as day, date '2026-10-25' + 1 as next,
    timestamptz '2026-03-29 00:30:00+01' as at, ${day('2026-01-01')}::date as sent,
    ${instant('2026-03-08T10:00:00Z')}::timestamptz as told`.execute(db)
await db.destroy()

const at = instant('2026-03-29T00:59:59Z')
console.log(
  JSON.stringify({
    rows,
    next: addDays(day('2026-03-28'), 1),
    across: daysBetween(day('2026-03-01'), day('2026-11-30')),
    weekday: weekdayOf(day('2026-03-29')),
    days: ['Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kolkata'].map((zone) =>
      dayIn(zone, at),
    ),
    time: timeIn('Europe/Berlin', at),
    morning: instantAt('Europe/Berlin', day('2026-03-29'), '08:30'),
    skipped: instantAt('Europe/Berlin', day('2026-03-29'), '02:30'),
    twice: instantAt('Europe/Berlin', day('2026-10-25'), '02:30'),
  }),
)
