/**
 * Days on which the clocks change, or would elsewhere: zone, day, the last minute in which it is still
 * that day there, and the first in which it is not (UTC).
 */
export const LAST_DAYS = [
  ['Europe/Berlin', '2026-03-29', '2026-03-29T21:59', '2026-03-29T22:00'],
  ['Europe/Berlin', '2026-10-25', '2026-10-25T22:59', '2026-10-25T23:00'],
  ['America/Los_Angeles', '2026-03-08', '2026-03-09T06:59', '2026-03-09T07:00'],
  ['America/Los_Angeles', '2026-11-01', '2026-11-02T07:59', '2026-11-02T08:00'],
  ['Pacific/Auckland', '2026-04-05', '2026-04-05T11:59', '2026-04-05T12:00'],
  ['Pacific/Auckland', '2026-09-27', '2026-09-27T10:59', '2026-09-27T11:00'],
  ['Asia/Kathmandu', '2026-03-29', '2026-03-29T18:14', '2026-03-29T18:15'],
  ['Asia/Kathmandu', '2026-10-25', '2026-10-25T18:14', '2026-10-25T18:15'],
] as const
