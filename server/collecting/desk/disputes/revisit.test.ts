import { expect, test } from 'vitest'

import { instant } from '../../../kernel/day.ts'
import { testApp } from '../../../testing/test-app.ts'
import { rebuildWorklist } from '../index.ts'

const moment = (minute: string) => instant(`${minute}:00Z`)

test.each([
  // Summer time ends on 25 October and 1 November, begins on 4 October; India has none.
  ['Europe/Berlin', '2026-10-21T08:00', '2026-10-26', '2026-10-25T22:59', '2026-10-25T23:00'],
  ['America/New_York', '2026-10-28T14:00', '2026-11-02', '2026-11-02T04:59', '2026-11-02T05:00'],
  ['Australia/Sydney', '2026-09-30T01:00', '2026-10-05', '2026-10-04T12:59', '2026-10-04T13:00'],
  ['Asia/Kolkata', '2026-10-21T06:00', '2026-10-26', '2026-10-25T18:29', '2026-10-25T18:30'],
])('in %s a dispute is looked at again from its day on', async (zone, opened, on, before, at) => {
  const { world, organisation, given, as, setNow } = await testApp({
    now: moment(opened),
    timeZone: zone,
  })
  const { id } = await given.invoice(await given.customer())
  const claim = { reason: 'price', revisitOn: on, deadlineOn: '2026-12-01' }
  expect((await as('collector').post(`/receivables/${id}/disputes`, claim)).status).toBe(201)
  async function reasons(): Promise<string[]> {
    await rebuildWorklist(world, organisation)
    const { rows } = (await as('collector').get('/worklist')).body
    return rows.flatMap((row: { reasons: { code: string }[] }) =>
      row.reasons.map(({ code }) => code),
    )
  }
  setNow(moment(before))
  expect(await reasons()).not.toContain('dispute_to_revisit')
  setNow(moment(at))
  expect(await reasons()).toContain('dispute_to_revisit')
})
