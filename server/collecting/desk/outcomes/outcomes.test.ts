import { expect, test } from 'vitest'

import { inOrganisation } from '../../../database/tenancy.ts'
import { newId } from '../../../kernel/ids.ts'
import { logged, outcomeOf } from '../../../testing/conversation.ts'
import { raceFor } from '../../../testing/race.ts'
import { testApp } from '../../../testing/test-app.ts'
import { returnOverdueBalls } from '../ball/ball.ts'

/** Tuesday 1 December 2026, noon: the seller's customer owes 1,000 € since October. */
async function house(options: { today?: string; timeZone?: string } = {}) {
  const made = await testApp({ today: '2026-12-01', ...options })
  const owner = await made.personOf('seller')
  const customerId = await made.given.customer({ name: 'Brasserie du Port', ownerId: owner })
  const contactId = await made.given.contact(customerId, { name: 'Ada Example' })
  const invoice = await made.given.invoice(customerId, {
    totalMinor: 1_000_00,
    dueOn: '2026-10-15',
  })
  const seller = made.as('seller')
  const finance = made.as('collector')
  const taking = () => seller.post(`/customers/${customerId}/ball/taking`, {})
  const ball = async () => (await finance.get(`/customers/${customerId}/ball`)).body
  const rows = <Row>(
    read: (tx: Parameters<Parameters<typeof inOrganisation>[2]>[0]) => Promise<Row>,
  ) => inOrganisation(made.world.db, made.organisation, read)
  const tasks = () =>
    rows((tx) =>
      tx
        .selectFrom('tasks')
        .select(['id', 'kind', 'lane', 'state', 'dueOn', 'assigneeId', 'note', 'outcome'])
        .orderBy('id')
        .execute(),
    )
  return {
    ...made,
    owner,
    customerId,
    contactId,
    invoice,
    seller,
    finance,
    taking,
    ball,
    rows,
    tasks,
  }
}

const euros = (minor: number) => ({ minor, currency: 'EUR' })
const promise = (minor: number, promisedFor: string) => ({
  kind: 'promised',
  amount: euros(minor),
  promisedFor,
})

test('a promise within the mandate is taken, the ball goes back, and the time line tells it', async () => {
  const { seller, finance, customerId, contactId, taking, ball } = await house()
  await taking()

  const fields = { said: 'On Friday, she says', channel: 'visit', contactId }
  const answer = await logged(seller, customerId, promise(800_00, '2026-12-04'), fields)

  expect(answer).toMatchObject({
    status: 201,
    body: {
      kind: 'promised',
      onDay: '2026-12-01',
      opened: [{ kind: 'promise' }],
      ball: 'returned',
      ballHadReturned: null,
      mail: null,
    },
  })
  expect((await ball()).history).toMatchObject([{ returnedWhy: 'outcome' }])
  const { body: promises } = await finance.get(`/promises?customer=${customerId}`)
  expect(promises.rows).toMatchObject([
    { id: answer.body.opened[0].id, amount: euros(800_00), saidBy: 'Ada Example' },
  ])
  const { body: told } = await finance.get(`/customers/${customerId}/timeline?kinds=outcome`)
  expect(told.rows).toMatchObject([
    {
      name: 'outcome.logged',
      text: 'On Friday, she says',
      side: 'ours',
      values: { outcome: 'promised', channel: 'visit' },
    },
  ])
  const { body: listed } = await finance.get(`/customers/${customerId}/outcomes`)
  expect(listed.outcomes).toMatchObject([{ kind: 'promised', said: 'On Friday, she says' }])
})

test.each([
  ['the last day of the mandate', '2026-12-15', 'promise'],
  ['a day more', '2026-12-16', 'approval'],
])('a promise for %s (%s) becomes a %s', async (_, promisedFor, opened) => {
  const { seller, customerId } = await house()

  const { status, body } = await logged(seller, customerId, promise(500_00, promisedFor))

  expect([status, body.opened.map((one: { kind: string }) => one.kind)]).toEqual([201, [opened]])
})

test('what was approved later still belongs to its outcome', async () => {
  const { seller, as, customerId, rows } = await house()
  const { body } = await logged(seller, customerId, promise(500_00, '2026-12-20'))

  const [{ id }] = body.opened
  const decided = await as('credit_manager').post(`/approvals/${id}/decision`, {
    decision: 'approved',
  })

  expect(decided.status).toBe(201)
  const kept = await rows((tx) => tx.selectFrom('promises').select('outcomeId').execute())
  expect(kept).toEqual([{ outcomeId: body.id }])
})

test('finance is not held to a mandate, and does not give the seller’s ball back', async () => {
  const { finance, customerId, taking } = await house()
  await taking()

  const { body } = await logged(finance, customerId, promise(500_00, '2026-12-20'))

  expect(body).toMatchObject({ opened: [{ kind: 'promise' }], ball: 'kept' })
})

test('the same id again is the same answer; with other words it is refused', async () => {
  const { seller, as, customerId, given, owner, rows } = await house()
  const outcome = outcomeOf(promise(800_00, '2026-12-04'))
  const url = `/customers/${customerId}/outcomes`

  const first = await seller.post(url, outcome)
  const again = await seller.post(url, outcome)
  const other = await seller.post(url, { ...outcome, said: 'Something else' })
  const another = await given.customer({ ownerId: owner })
  const elsewhere = await seller.post(`/customers/${another}/outcomes`, outcome)
  const byAnother = await as('collector').post(url, outcome)

  expect(again).toMatchObject({ status: 201, body: first.body })
  for (const refused of [other, elsewhere, byAnother]) {
    expect([refused.status, refused.body.code]).toEqual([409, 'outcome_id_taken'])
  }
  const count = await rows((tx) => tx.selectFrom('promises').select('id').execute())
  expect(count).toHaveLength(1)
})

test('an id that is no time-ordered one is refused', async () => {
  const { seller, customerId } = await house()
  const id = 'd2719e46-6c5e-4f3a-9b1e-2f3c0a9c1b11'
  expect((await logged(seller, customerId, { kind: 'other' }, { id })).status).toBe(422)
})

test('sent twice at the same moment it is one outcome', async () => {
  const { world, seller, customerId, rows } = await house()
  const outcome = outcomeOf(promise(800_00, '2026-12-04'))
  const send = () => seller.post(`/customers/${customerId}/outcomes`, outcome)
  await seller.get('/session')

  const answers = await raceFor(world, { table: 'customers', id: customerId }, [send, send])

  const bodies = answers.map((one) => (one.status === 'fulfilled' ? one.value : null))
  expect(bodies[0]?.status).toBe(201)
  expect(bodies[1]?.body).toEqual(bodies[0]?.body)
  expect(await rows((tx) => tx.selectFrom('outcomes').select('id').execute())).toHaveLength(1)
  expect(await rows((tx) => tx.selectFrom('promises').select('id').execute())).toHaveLength(1)
})

test('of two people who log the same promise at once one takes it, and nothing is doubled', async () => {
  const { world, seller, finance, customerId, taking, ball } = await house()
  await taking()
  await finance.get('/session')

  const answers = await raceFor(world, { table: 'customers', id: customerId }, [
    () => logged(seller, customerId, promise(1_000_00, '2026-12-04')),
    () => logged(finance, customerId, promise(1_000_00, '2026-12-04')),
  ])

  const got = answers.map((one) => (one.status === 'fulfilled' ? one.value : null))
  expect(got.map((one) => one?.status ?? 0).toSorted((a, b) => a - b)).toEqual([201, 409])
  expect(got.find((one) => one?.status === 409)?.body.code).toBe('already_promised')
  expect((await ball()).history).toHaveLength(1)
})

test('written offline while the ball rang: recorded when it happened, and it is said', async () => {
  const { customerId, taking, setNow, world, organisation, ball, as } = await house()
  await taking()
  setNow('2026-12-10T12:00:00Z')
  await returnOverdueBalls(world, organisation)

  const answer = await logged(as('seller'), customerId, promise(800_00, '2026-12-14'), {
    happenedAt: '2026-12-07T16:00:00.000Z',
  })

  expect(answer.body).toMatchObject({
    onDay: '2026-12-07',
    ball: 'not_held',
    ballHadReturned: { on: '2026-12-10', why: 'clock' },
  })
  expect((await ball()).history).toHaveLength(1)
  expect((await as('seller').get(`/customers/${customerId}/outcomes`)).body.outcomes).toMatchObject(
    [{ happenedAt: '2026-12-07T16:00:00.000Z', recordedAt: '2026-12-10T12:00:00.000Z' }],
  )
})

test.each([
  ['2026-12-01T12:10:00.000Z', 201, undefined],
  ['2026-12-01T12:10:01.000Z', 409, 'happened_in_the_future'],
  ['2026-10-31T12:00:00.000Z', 201, undefined],
  ['2026-10-31T11:59:59.000Z', 409, 'happened_too_long_ago'],
])('what happened at %s: %i', async (happenedAt, status, code) => {
  const { seller, customerId } = await house()
  const answer = await logged(seller, customerId, { kind: 'other' }, { happenedAt })
  expect([answer.status, answer.body.code]).toEqual([status, code])
})

test.each([
  ['Europe/Berlin', '2026-10-24', '2026-10-24T21:59:59.000Z', '2026-10-24', '2026-10-26'],
  ['Europe/Berlin', '2026-10-24', '2026-10-24T22:00:00.000Z', '2026-10-25', '2026-10-26'],
  ['America/New_York', '2026-11-01', '2026-11-01T03:59:59.000Z', '2026-10-31', '2026-11-02'],
  ['America/New_York', '2026-11-01', '2026-11-02T04:59:59.000Z', '2026-11-01', '2026-11-02'],
  ['Australia/Sydney', '2026-10-03', '2026-10-03T13:59:59.000Z', '2026-10-03', '2026-10-05'],
  ['Australia/Sydney', '2026-10-03', '2026-10-04T13:00:00.000Z', '2026-10-05', '2026-10-06'],
  ['Asia/Kolkata', '2026-10-24', '2026-10-24T18:29:59.000Z', '2026-10-24', '2026-10-26'],
  ['Asia/Kolkata', '2026-10-24', '2026-10-24T18:30:00.000Z', '2026-10-25', '2026-10-26'],
])(
  'P70 in %s over the clock change of %s: what happened at %s is of %s, tried again on %s',
  async (timeZone, today, happenedAt, onDay, retryOn) => {
    const { as, given, owner, setNow, tasks } = await house({ timeZone, today })
    setNow(happenedAt)
    const customerId = await given.customer({ ownerId: owner, timeZone, country: 'DE' })

    const { body } = await logged(as('seller'), customerId, { kind: 'not_reached' }, { happenedAt })

    expect([body.onDay, body.retryOn]).toEqual([onDay, retryOn])
    expect(await tasks()).toMatchObject([
      { kind: 'call', lane: 'seller', dueOn: retryOn, assigneeId: owner },
    ])
  },
)

test('not reached: the ball stays, the call that was due is done and another one is asked for', async () => {
  const { seller, finance, customerId, taking, tasks } = await house()
  await taking()
  await finance.post(`/customers/${customerId}/tasks`, { kind: 'call', dueOn: '2026-12-01' })
  await finance.post(`/customers/${customerId}/tasks`, { kind: 'call', dueOn: '2026-12-02' })

  const { body } = await logged(seller, customerId, { kind: 'not_reached' })

  expect(body).toMatchObject({ ball: 'kept', retryOn: '2026-12-02' })
  expect(await tasks()).toMatchObject([
    { state: 'done', outcome: 'not_reached' },
    { state: 'open' },
    { state: 'open', kind: 'call' },
  ])
})

test.each([
  ['2026-11-30', 'retry_in_the_past'],
  ['2026-12-01', undefined],
  ['2027-01-30', undefined],
  ['2027-01-31', 'retry_too_late'],
])('to try again on %s: %s', async (retryOn, code) => {
  const { seller, customerId } = await house()
  const answer = await logged(seller, customerId, { kind: 'not_reached', retryOn })
  expect(answer.body.code).toBe(code)
})

test('the task that is named is done; one that was done meanwhile stands in nobody’s way', async () => {
  const { seller, finance, customerId, tasks } = await house()
  const url = `/customers/${customerId}/tasks`
  const { body: task } = await finance.post(url, { kind: 'visit', dueOn: '2026-12-24' })

  for (const said of ['first', 'second']) {
    const fields = { taskId: task.id, said }
    expect((await logged(seller, customerId, { kind: 'other' }, fields)).status).toBe(201)
  }

  expect(await tasks()).toMatchObject([{ state: 'done', outcome: 'other' }])
})

test('a plan within the mandate is agreed on; beyond it approval is asked for in the same call', async () => {
  const { seller, customerId, invoice, as } = await house()
  const { openItemId } = invoice
  const planOf = (days: readonly string[], minor: readonly number[]) => ({
    kind: 'wants_plan',
    plan: {
      currency: 'EUR',
      items: [{ openItemId, minor: 1_000_00 }],
      instalments: days.map((dueOn, at) => ({ dueOn, minor: minor[at] })),
    },
  })

  const beyond = planOf(['2026-12-05', '2026-12-16'], [500_00, 500_00])
  const asked = await logged(seller, customerId, beyond)
  expect(asked.body.opened.map(({ kind }: { kind: string }) => kind)).toEqual(['plan', 'approval'])
  const [plan] = asked.body.opened
  await seller.post(`/plans/${plan.id}/withdrawal`, { why: 'They want another one' })

  const within = planOf(['2026-12-05', '2026-12-15'], [500_00, 500_00])
  const agreed = await logged(seller, customerId, within)
  expect(agreed.body.opened.map(({ kind }: { kind: string }) => kind)).toEqual(['plan'])

  const legal = await logged(as('legal'), customerId, within)
  expect([legal.status, legal.body.code]).toEqual([403, 'not_permitted'])
})

test('a dispute has its reason and amount; more than is open is refused and nothing is kept', async () => {
  const { seller, finance, customerId, invoice, taking, ball, rows } = await house()
  await taking()
  const result = { kind: 'dispute', receivableId: invoice.id, reason: 'quality' }

  const over = await logged(seller, customerId, { ...result, amountMinor: 1_000_01 })
  expect([over.status, over.body.code]).toEqual([409, 'disputes_more_than_open'])
  expect((await ball()).now).not.toBeNull()
  expect(await rows((tx) => tx.selectFrom('outcomes').select('id').execute())).toEqual([])

  const { body } = await logged(seller, customerId, { ...result, amountMinor: 1_000_00 })
  expect(body).toMatchObject({ opened: [{ kind: 'dispute' }], ball: 'returned' })
  const { body: disputes } = await finance.get(`/disputes?customer=${customerId}`)
  expect(disputes.rows).toMatchObject([{ reason: 'quality', amount: euros(1_000_00) }])
})

test('a refusal is somebody’s to decide, once, in the lane that was chosen', async () => {
  const { seller, customerId, taking, tasks } = await house()
  await taking()

  const first = await logged(seller, customerId, { kind: 'refuses', to: 'legal' })
  const second = await logged(seller, customerId, { kind: 'refuses' })

  expect(first.body).toMatchObject({ ball: 'returned', opened: [{ kind: 'task' }] })
  expect(second.body.opened).toEqual(first.body.opened)
  expect(await tasks()).toMatchObject([{ kind: 'escalation', lane: 'legal', dueOn: '2026-12-01' }])
})

test('short of cash: credit speaks of terms, and a plan that was spoken of goes along', async () => {
  const { seller, customerId, invoice, personOf, tasks } = await house()
  const credit = await personOf('credit_manager')
  const plan = {
    currency: 'EUR',
    items: [{ openItemId: invoice.openItemId, minor: 1_000_00 }],
    instalments: [
      { dueOn: '2026-12-05', minor: 300_00 },
      { dueOn: '2026-12-15', minor: 700_00 },
    ],
  }

  const { body } = await logged(seller, customerId, { kind: 'short_of_cash', plan })

  expect(body.opened).toMatchObject([{ kind: 'task' }, { kind: 'plan' }])
  expect(await tasks()).toMatchObject([{ kind: 'terms', lane: 'finance', assigneeId: credit }])
})

test('the wrong person is not written to any more, and the right one takes their place', async () => {
  const { seller, customerId, contactId } = await house()
  const right = { name: 'Grace Example', email: 'grace@customer.test' }

  const result = { kind: 'wrong_person', right }
  const { body } = await logged(seller, customerId, result, { contactId })

  const { body: now } = await seller.get(`/customers/${customerId}/contacts`)
  expect(now.contacts).toMatchObject([
    { id: body.opened[0].id, name: 'Grace Example', isPrimary: true, doNotContact: false },
    { id: contactId, isPrimary: false, doNotContact: true },
  ])
})

test('a wrong person and no right one: somebody looks for them', async () => {
  const { seller, customerId, contactId, owner, tasks } = await house()

  await logged(seller, customerId, { kind: 'wrong_person' }, { contactId })

  expect(await tasks()).toMatchObject([{ kind: 'contact', lane: 'seller', assigneeId: owner }])
})

test('P77 nothing of another seller’s customer, and no other customer’s contact, invoice or task', async () => {
  const { seller, finance, given, personOf, customerId, rows } = await house()
  const foreign = await given.customer({ ownerId: await personOf('sales_manager') })
  const [contactId, invoice] = [await given.contact(foreign), await given.invoice(foreign)]

  const strange = await logged(seller, foreign, { kind: 'other' })
  expect([strange.status, strange.body.code]).toEqual([404, 'no_such_customer'])
  expect((await seller.get(`/customers/${foreign}/outcomes`)).status).toBe(404)
  expect((await seller.get(`/customers/${foreign}/outcome-form`)).status).toBe(404)

  const refused = [
    await logged(seller, customerId, { kind: 'other' }, { contactId }),
    await logged(seller, customerId, { kind: 'needs_documents', receivableIds: [invoice.id] }),
    await logged(seller, customerId, {
      kind: 'dispute',
      receivableId: invoice.id,
      reason: 'price',
    }),
    await logged(seller, customerId, { kind: 'already_paid', receivableIds: [newId()] }),
  ]
  expect(refused.map(({ body }) => body.code)).toEqual([
    'no_such_contact',
    'no_such_receivable',
    'no_such_receivable',
    'no_such_receivable',
  ])
  const { body: task } = await finance.post(`/customers/${foreign}/tasks`, {
    kind: 'call',
    dueOn: '2026-12-01',
  })
  await logged(seller, customerId, { kind: 'other' }, { taskId: task.id })
  expect(await rows((tx) => tx.selectFrom('tasks').select('state').execute())).toEqual([
    { state: 'open' },
  ])
})

test('the form knows what is owed, to whom one talks, and how far the mandate goes', async () => {
  const { seller, as, customerId, contactId, invoice, taking } = await house()
  await taking()

  expect((await seller.get(`/customers/${customerId}/outcome-form`)).body).toMatchObject({
    contacts: [{ id: contactId, name: 'Ada Example', isMailable: true }],
    items: [{ receivableId: invoice.id, openMinor: 1_000_00, documents: 0 }],
    standings: [
      { currency: 'EUR', owedMinor: 1_000_00, overdueMinor: 1_000_00, latestDay: '2026-12-15' },
    ],
    ball: { isMine: true },
    retryOn: '2026-12-02',
    isMailReady: false,
  })
  const { body } = await as('credit_manager').get(`/customers/${customerId}/outcome-form`)
  expect(body.standings).toMatchObject([{ latestDay: null }])
})
