import { expect, test } from 'vitest'

import { collectingApp } from '../../testing/collecting-app.ts'

test('a run is planned, approved with its number, and sent as real email', async () => {
  const { debtor, plan, approve, collector, send, mail, told, rows } = await collectingApp()
  const { id, number } = await debtor({ email: 'ada@customer.test' })
  const runId = await plan()

  expect(await told(runId, id)).toBe('message friendly')
  const early = await collector.post(`/runs/${runId}/approval`, { expectedMessages: 2 })
  expect(early).toMatchObject({
    status: 409,
    body: { code: 'count_changed', details: { actual: 1 } },
  })
  expect((await approve(runId)).status).toBe(202)
  await send(runId)

  const [received, ...others] = await mail.received()
  expect(others).toEqual([])
  expect(received?.to).toEqual(['ada@customer.test'])
  expect(received?.source).toContain('application/pdf')
  expect(await rows.messages()).toMatchObject([
    { state: 'accepted', stepKey: 'friendly', attempt: 1 },
  ])
  expect(await rows.reached()).toMatchObject([{ stepKey: 'friendly', level: 1, releasedAt: null }])
  const { body } = await collector.get(`/runs/${runId}`)
  expect(body).toMatchObject({
    state: 'sent',
    plan: { counts: { message: 1, held: 0 }, totals: [{ minor: 100_00, currency: 'EUR' }] },
    progress: { messages: 1, sent: 1, accepted: 1, waiting: 0 },
  })
  expect(number).not.toBe('')
})
