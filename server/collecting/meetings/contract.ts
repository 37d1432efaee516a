import * as z from 'zod'

import { Day, Id, Instant, refusals } from '../../http/contract.ts'

export const REFUSAL_CODES = [
  'calendar_wrong_address',
  'calendar_not_https',
  'no_calendar',
  'no_such_meeting',
] as const

const Customer = z.object({ id: Id, number: z.string(), name: z.string() })

/** Why a calendar could not be read the last time. */
export const FEED_FAILURES = [
  'not_https',
  'no_such_host',
  'inside_network',
  'not_answered',
  'refused',
  'gone',
  'too_large',
  'too_many_redirects',
  'no_calendar',
  'too_much',
] as const

export const readMeetingFeed = {
  method: 'GET',
  url: '/meeting-feed',
  permission: 'ball.take',
  summary: "One's own calendar, how fresh it is, and the meetings that were found in it.",
  schema: {
    response: {
      200: z.object({
        feed: z
          .object({
            /** The rest of the address is a secret that is not told again. */
            host: z.string(),
            triedAt: Instant.nullable(),
            readAt: Instant.nullable(),
            failure: z.enum(FEED_FAILURES).nullable(),
            /** It has not been read for so long that meetings may be missing. */
            isStale: z.boolean(),
            events: z.int(),
          })
          .nullable(),
        meetings: z.array(
          z.object({
            id: Id,
            customer: Customer,
            onDay: Day,
            startsAt: Instant.nullable(),
            endsAt: Instant.nullable(),
            title: z.string(),
            matchedBy: z.enum(['attendee', 'number', 'name']),
          }),
        ),
        dismissed: z.array(z.object({ id: Id, customer: Customer, title: z.string() })),
      }),
      ...refusals,
    },
  },
} as const

export const setMeetingFeed = {
  method: 'PUT',
  url: '/meeting-feed',
  permission: 'ball.take',
  summary: "Sets the address of one's own calendar (iCalendar, https); it is read at once.",
  schema: {
    body: z.object({ address: z.string().trim().min(1).max(2000) }),
    response: { 200: z.object({}), ...refusals },
  },
} as const

export const removeMeetingFeed = {
  method: 'DELETE',
  url: '/meeting-feed',
  permission: 'ball.take',
  summary: "Forgets one's calendar and the meetings to come that were found in it.",
  schema: { response: { 200: z.object({}), ...refusals } },
} as const

export const readMeetingsNow = {
  method: 'POST',
  url: '/meeting-feed/readings',
  permission: 'ball.take',
  summary: "Has one's calendar read now instead of within the half hour.",
  schema: { response: { 202: z.object({}), ...refusals } },
} as const

export const dismissMeeting = {
  method: 'POST',
  url: '/meetings/:meetingId/dismissal',
  permission: 'ball.take',
  summary: 'Not this customer: the event and its repetitions are not matched to them again.',
  schema: {
    params: z.object({ meetingId: Id }),
    response: { 201: z.object({ id: Id }), ...refusals },
  },
} as const

export const restoreMeeting = {
  method: 'DELETE',
  url: '/meeting-dismissals/:dismissalId',
  permission: 'ball.take',
  summary: 'This customer after all.',
  schema: { params: z.object({ dismissalId: Id }), response: { 200: z.object({}), ...refusals } },
} as const
