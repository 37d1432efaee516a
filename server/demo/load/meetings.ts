import type { Transaction } from '../../database/database.ts'
import { addSeconds } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { insertAll, type Row } from '../store/rows.ts'
import { CALENDAR_OF, type Meeting, type Story } from '../story/story.ts'
import type { Cast } from './cast.ts'
import { at } from './moments.ts'

/** Nobody reads a calendar that does not exist: not before long after the demo is gone. */
const NEVER_SECONDS = 10 * 365 * 86_400

/** Writes meetings with customers, and the calendar that some of them were found in. */
export async function writeMeetings(
  tx: Transaction,
  cast: Cast,
  { meetings }: Story,
): Promise<void> {
  const { organisationId, keys, now, people } = cast
  const feedId = newId()
  await insertAll(tx, 'meetingFeeds', [
    {
      id: feedId,
      organisationId,
      personId: people[CALENDAR_OF],
      address: keys.encrypt(`https://calendar.kessler-moreau.example/${CALENDAR_OF}.ics`),
      eventsRead: meetings.filter(({ hours }) => hours !== null).length,
      addedAt: now,
      triedAt: now,
      readAt: now,
      nextReadAt: addSeconds(now, NEVER_SECONDS),
    },
  ])
  await insertAll(
    tx,
    'meetings',
    meetings.map((meeting) => meetingRow(cast, meeting, feedId)),
  )
}

function meetingRow(
  { organisationId, keys, people }: Cast,
  { id, account, by, on, hours }: Meeting,
  feedId: string,
): Row<'meetings'> {
  const { customer } = account
  return {
    id,
    organisationId,
    customerId: customer.id,
    personId: people[by],
    onDay: on,
    feedId: hours && feedId,
    eventKey: hours ? id : '',
    startsAt: hours && at(account, on, hours[0]),
    endsAt: hours && at(account, on, hours[1]),
    title: hours ? keys.encrypt(customer.name) : '',
    matchedBy: hours && 'attendee',
  }
}
