import { describe, expect, test } from 'vitest'

import { askedApproval } from '../testing/asked-approval.ts'
import { askedQuestion } from '../testing/asked-question.ts'
import { askedSeller, SAM } from '../testing/asked-seller.ts'
import { raceFor } from '../testing/race.ts'
import { recordApp } from '../testing/record-app.ts'

const ADA = 'ada@example.test'

type Reply = { readonly statusCode: number } | { readonly status: number }
type Act = () => Promise<Reply>

/** Whoever comes first: both are answered, and neither answer is that the database gave up. */
async function race(
  world: Parameters<typeof raceFor>[0],
  held: { readonly table: string; readonly id: string },
  contenders: readonly Act[],
): Promise<number[]> {
  const outcomes = await raceFor(world, { ...held, inOrder: true }, contenders)
  return outcomes.map((one) => {
    if (one.status === 'rejected') throw new Error(String(one.reason))
    return 'statusCode' in one.value ? one.value.statusCode : one.value.status
  })
}

const ORDERS = ['link', 'application'] as const

function inOrder(first: (typeof ORDERS)[number], byLink: Act, inApp: Act): Act[] {
  return first === 'link' ? [byLink, inApp] : [inApp, byLink]
}

describe.each(ORDERS)('the %s comes first', (first) => {
  test('an answer and the withdrawal of its question never wait for each other', async () => {
    const asked = await askedQuestion()
    const path = await asked.send()
    const { questionId: id, world, collector } = asked
    const statuses = await race(
      world,
      { table: 'dispute_questions', id },
      inOrder(
        first,
        () => asked.submit(path, { answer: 'rejected' }),
        () => collector.post(`/dispute-questions/${id}/withdrawal`),
      ),
    )
    expect(statuses).toEqual(first === 'link' ? [200, 409] : [201, 410])
    const state = first === 'link' ? 'answered' : 'withdrawn'
    expect(await asked.questions()).toMatchObject([{ state }])
  })

  test('a decision by link and one in the application never wait for each other', async () => {
    const app = await askedApproval()
    const { id } = (await app.ask()).body
    await app.minute()
    const path = await app.linkTo(ADA)
    const credit = app.as(await app.given.personWith({ roles: ['credit_manager'], name: 'Cleo' }))
    const statuses = await race(
      app.world,
      { table: 'customers', id: app.customerId },
      inOrder(
        first,
        () => app.submit(path, { decision: 'approved' }),
        () => credit.post(`/approvals/${id}/decision`, { decision: 'refused' }),
      ),
    )
    expect(statuses).toEqual(first === 'link' ? [200, 409] : [201, 409])
  })

  test('a decision by link and the withdrawal of its request never wait for each other', async () => {
    const app = await askedApproval()
    const { id } = (await app.ask()).body
    await app.minute()
    const path = await app.linkTo(ADA)
    const statuses = await race(
      app.world,
      { table: 'customers', id: app.customerId },
      inOrder(
        first,
        () => app.submit(path, { decision: 'approved' }),
        () => app.seller.post(`/approvals/${id}/withdrawal`, {}),
      ),
    )
    expect(statuses).toEqual(first === 'link' ? [200, 409] : [201, 409])
  })

  test('taking over by link and passing in the application never wait for each other', async () => {
    const app = await askedSeller()
    const ball = `/customers/${app.customerId}/ball`
    const collector = app.as('collector')
    await collector.post(`${ball}/offer`, { note: 'You know Mr Roux' })
    await app.minute()
    const path = await app.linkTo(SAM)
    const statuses = await race(
      app.world,
      { table: 'customers', id: app.customerId },
      inOrder(
        first,
        () => app.submit(path, { take: 'yes' }),
        () => collector.post(ball, { note: 'Please ask' }),
      ),
    )
    expect(statuses).toEqual([first === 'link' ? 200 : 201, 409])
  })

  test('an outcome by link and one in the application never wait for each other', async () => {
    const app = await askedSeller()
    await app.as('collector').post(`/customers/${app.customerId}/ball`, { note: 'Please ask' })
    await app.minute()
    const path = await app.linkTo(SAM)
    const statuses = await race(
      app.world,
      { table: 'customers', id: app.customerId },
      inOrder(
        first,
        () => app.submit(path, { outcome: 'not_reached' }),
        () => app.as('collector').post(`/customers/${app.customerId}/ball/return`, {}),
      ),
    )
    expect(statuses.every((status) => status < 500)).toBe(true)
  })

  test('a signature by link and the end of its record never wait for each other', async () => {
    const { app, id, sign } = await readyToSign()
    const statuses = await race(
      app.world,
      { table: 'customers', id: app.customerId },
      inOrder(first, sign, () =>
        app.collector.post(`/records/${id}/withdrawal`, { why: 'Wrong invoice' }),
      ),
    )
    expect(statuses).toEqual(first === 'link' ? [200, 201] : [201, 410])
    expect((await app.read(id)).state).toBe('withdrawn')
  })

  test('a signature by link and another request never wait for each other', async () => {
    const { app, id, sign } = await readyToSign()
    const statuses = await race(
      app.world,
      { table: 'customers', id: app.customerId },
      inOrder(first, sign, () => app.ask(id)),
    )
    expect(statuses).toEqual(first === 'link' ? [200, 409] : [201, 410])
  })
})

/** A record whose signer has the link and its code. */
async function readyToSign() {
  const app = await recordApp()
  const id = await app.make()
  const path = await app.link(id)
  const code = await app.code(path)
  const form = { do: 'sign', name: 'C', typed: 'C', consent: 'yes', code }
  return { app, id, sign: () => app.submit(path, form) }
}
