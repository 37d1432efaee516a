import { describe, expect, test } from 'vitest'

import { sealEvents } from '../../../access/index.ts'
import { followNews } from '../../../notifying/tell.ts'
import { collectingApp } from '../../../testing/collecting-app.ts'
import { raceFor } from '../../../testing/race.ts'
import { rebuildWorklist } from '../index.ts'
import { watchDisputes } from './watch.ts'

const at = (iso: string) => `${iso}:00.000Z`

type Fields = { readonly now?: string; readonly timeZone?: string }

/** A customer with an invoice of 1,000, five days late, of which 300 are in dispute. */
async function disputed(
  fields: Fields & { readonly reason?: string; readonly amount?: number } = {},
) {
  const { reason = 'quality', amount = 300_00, ...moment } = fields
  const app = await collectingApp(moment)
  const debtor = await app.debtor({ totalMinor: 1_000_00 })
  const url = `/receivables/${debtor.invoiceId}/disputes`
  const opened = await app.collector.post(url, { reason, amountMinor: amount, note: 'Broken' })
  const id: string = opened.body.id
  const read = async () => (await app.collector.get(`/disputes/${id}`)).body
  const settle = (body: object) => app.collector.post(`/disputes/${id}/resolution`, body)
  const watch = () => watchDisputes(app.world, app.organisationId)
  const names = async () => (await read()).history.map(({ name }: { name: string }) => name)
  async function change(changes: object) {
    const { reason: why, amount: money, department, owner, deadlineOn, revisitOn } = await read()
    const now = { reason: why, amountMinor: money.minor, department, deadlineOn, revisitOn }
    const body = { ...now, ownerId: owner?.id ?? null, ...changes }
    return app.collector.put(`/disputes/${id}`, body)
  }
  return { ...app, debtor, url, id, read, settle, watch, names, change }
}

async function evidenceOf({
  given,
  organisationId,
  debtor,
  world,
}: Awaited<ReturnType<typeof disputed>>) {
  const { attachEvidence } = await import('../../../ledger/index.ts')
  const kept = await world.files.put(organisationId, Buffer.from('%PDF-1.7 signed'))
  const file = { ...kept, mediaType: 'application/pdf', name: 'delivery-note.pdf' }
  const doing = { organisationId, owners: null, at: world.clock(), by: { kind: 'system' } } as const
  return given.within((tx) =>
    attachEvidence(tx, doing, {
      customerId: debtor.id,
      receivableId: debtor.invoiceId,
      kind: 'delivery_note',
      isSigned: true,
      file,
    }),
  )
}

describe('opening a dispute', () => {
  test('it goes to the department of its reason, with its deadline in business days', async () => {
    const { read } = await disputed()
    // Ten business days after Wednesday 4 March.
    expect(await read()).toMatchObject({
      department: 'quality',
      deadlineOn: '2026-03-18',
      daysLeft: 10,
      isOverdue: false,
      owner: { name: 'A collector' },
      invoice: {
        open: { minor: 1_000_00 },
        disputed: { minor: 300_00 },
        collectable: { minor: 700_00 },
      },
    })
  })

  test('the organisation says which department, who and how soon', async () => {
    const app = await collectingApp()
    const legal = await app.given.person('legal')
    const admin = app.as('administrator')
    const lena = { name: 'Lena', address: 'lena@seller.test', language: 'de' }
    expect(
      (await admin.put('/departments', { department: 'billing', personId: legal, ...lena })).status,
    ).toBe(200)
    const routes = [{ reason: 'price', department: 'billing', businessDays: 1 }]
    expect((await admin.put('/dispute-routes', { routes })).status).toBe(200)

    const { invoiceId } = await app.debtor()
    const opened = await app.collector.post(`/receivables/${invoiceId}/disputes`, {
      reason: 'price',
    })
    expect((await app.collector.get(`/disputes/${opened.body.id}`)).body).toMatchObject({
      department: 'billing',
      deadlineOn: '2026-03-05',
      owner: { id: legal },
    })
    const { departments } = (await app.collector.get('/departments')).body
    expect(departments).toContainEqual(
      expect.objectContaining({ department: 'billing', address: 'lena@seller.test' }),
    )
    expect((await app.collector.put('/dispute-routes', { routes })).status).toBe(403)
    const twice = await admin.put('/dispute-routes', { routes: [...routes, ...routes] })
    expect(twice.body.code).toBe('reason_twice')
  })

  test('P77 nobody owns a dispute that they may not see', async () => {
    const { url, collector, given } = await disputed()
    const stranger = await given.person('seller')
    const claim = { reason: 'price', ownerId: stranger }
    expect((await collector.post(url, claim)).body.code).toBe('owner_may_not_see')
    expect((await collector.post(url, { reason: 'price' })).status).toBe(201)
  })

  test('one that says it is paid has finance look for the money, once', async () => {
    const { collector, url, rows } = await disputed({ reason: 'already_paid' })
    await collector.post(url, { reason: 'already_paid', amountMinor: 1_00 })
    const tasks = await rows.tasks()
    expect(tasks.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['cash_search open'])
    expect(tasks[0]?.note).toContain('€300.00')
  })

  test('of two who dispute the last 700 at once one is told that it is disputed', async () => {
    const { as, url, world, debtor } = await disputed()
    const claim = { reason: 'price', amountMinor: 700_00 }
    const outcomes = await raceFor(world, { table: 'customers', id: debtor.id }, [
      () => as('collector').post(url, claim),
      () => as('credit_manager').post(url, claim),
    ])
    const codes = outcomes.map((one) => (one.status === 'fulfilled' ? one.value.status : 0))
    expect(codes.toSorted((a, b) => a - b)).toEqual([201, 409])
  })
})

describe('changing a dispute', () => {
  test('amount and reason change, and the history keeps what was', async () => {
    const { change, read } = await disputed()
    expect(
      (await change({ amountMinor: 200_00, reason: 'quantity', why: 'Counted again' })).status,
    ).toBe(200)
    const { amount, reason, invoice, history } = await read()
    expect({ amount, reason, left: invoice.collectable.minor }).toEqual({
      amount: { minor: 200_00, currency: 'EUR' },
      reason: 'quantity',
      left: 800_00,
    })
    expect(history.slice(1)).toMatchObject([
      {
        name: 'dispute.changed',
        text: 'Counted again',
        values: { field: 'reason', to: 'quantity' },
      },
      { name: 'dispute.changed', values: { field: 'amountMinor', from: '30000', to: '20000' } },
    ])
  })

  test('it may take all that is open, and not a cent more', async () => {
    const { change } = await disputed()
    expect((await change({ amountMinor: 1_000_01 })).body.code).toBe('disputes_more_than_open')
    expect((await change({ amountMinor: 1_000_00 })).status).toBe(200)
    expect((await change({})).body.code).toBe('nothing_changes')
  })

  test('P77 a seller changes and reads only what their own customers dispute', async () => {
    const { id, as, change } = await disputed()
    await change({ amountMinor: 100_00 })
    const seller = as('seller')
    expect((await seller.get(`/disputes/${id}`)).body.code).toBe('no_such_customer')
    const body = {
      reason: 'price',
      amountMinor: 1,
      department: 'sales',
      ownerId: null,
      deadlineOn: null,
      revisitOn: null,
    }
    expect((await seller.put(`/disputes/${id}`, body)).status).toBe(404)
    expect((await seller.get('/disputes')).body.rows).toEqual([])
  })

  test('of two who settle it at once one is told that it is settled', async () => {
    const { as, id, world, debtor, names } = await disputed()
    const settle = (who: string) => () =>
      as(who).post(`/disputes/${id}/resolution`, { resolution: 'rejected' })
    await raceFor(world, { table: 'customers', id: debtor.id }, [
      settle('collector'),
      settle('credit_manager'),
    ])
    expect(await names()).toEqual(['dispute.opened', 'dispute.resolved'])
  })

  test('a person and the clock at once settle it once', async () => {
    const { as, id, world, debtor, names, given, watch } = await disputed()
    await given.payment(debtor.id, { amountMinor: 1_000_00, openItemId: debtor.openItemId })
    await raceFor<unknown>(world, { table: 'customers', id: debtor.id }, [
      () => as('collector').post(`/disputes/${id}/resolution`, { resolution: 'rejected' }),
      watch,
    ])
    expect(await names()).toEqual(['dispute.opened', 'dispute.resolved'])
  })
})

describe('settling a dispute', () => {
  test('a credit note is asked for, and the amount waits until it comes', async () => {
    const { settle, read, watch, given, debtor, names, setNow } = await disputed()
    const asked = await settle({ resolution: 'credit_note', note: 'Two were broken' })
    expect(asked.body).toMatchObject({ state: 'open', taskId: null, messageId: null })
    expect(await read()).toMatchObject({
      state: 'open',
      expects: 'credit_note',
      expectedBy: '2026-03-18',
      invoice: { collectable: { minor: 700_00 } },
    })
    expect((await settle({ resolution: 'credit_note' })).body.code).toBe('already_asked_for')
    expect(await watch()).toBe(0)

    setNow('2026-03-06T08:00:00Z')
    await given.invoice(debtor.id, { kind: 'credit_note', totalMinor: -299_00, number: 'CN-0' })
    expect(await watch()).toBe(0)
    const note = { kind: 'credit_note' as const, totalMinor: -300_00, number: 'CN-1' }
    await given.invoice(debtor.id, note)
    expect(await watch()).toBe(1)
    expect(await watch()).toBe(0)
    expect(await read()).toMatchObject({
      state: 'resolved',
      resolution: 'credit_note',
      settledBy: { number: 'CN-1' },
      expects: null,
    })
    expect(await names()).toEqual(['dispute.opened', 'dispute.expected', 'dispute.resolved'])
  })

  test('a part that is credited leaves the rest in dispute', async () => {
    const { settle, read, watch, given, debtor, setNow, collector } = await disputed()
    await settle({ resolution: 'credit_note' })
    setNow('2026-03-05T08:00:00Z')
    const note = { kind: 'credit_note' as const, totalMinor: -100_00 }
    const credit = await given.invoice(debtor.id, note)
    const shares = [{ openItemId: debtor.openItemId, amountMinor: 100_00 }]
    const set = { kind: 'credit', creditItemId: credit.openItemId, shares }
    expect((await collector.post('/allocations', set)).status).toBe(201)
    expect(await watch()).toBe(1)
    expect(await watch()).toBe(0)
    expect(await read()).toMatchObject({ state: 'open', amount: { minor: 200_00 } })
  })

  test('a corrected invoice is linked, and the old one is not asked for beside it', async () => {
    const { settle, read, watch, given, debtor, setNow, collector } = await disputed({
      amount: 1_000_00,
    })
    await settle({ resolution: 'corrected_invoice' })
    setNow('2026-03-05T08:00:00Z')
    const number = `${debtor.number}-K`
    await given.invoice(debtor.id, { number, totalMinor: 900_00 })
    expect(await watch()).toBe(1)
    expect(await read()).toMatchObject({
      state: 'open',
      settledBy: { number },
      invoice: { collectable: { minor: 0 } },
    })
    const body = {
      openItemId: debtor.openItemId,
      kind: 'cancellation',
      amountMinor: 1_000_00,
      allocatedOn: '2026-03-05',
      why: 'Replaced',
    }
    const cancelled = await collector.post('/write-offs', body)
    expect({ status: cancelled.status, ...cancelled.body }).toMatchObject({ status: 201 })
    expect(await watch()).toBe(1)
    expect(await read()).toMatchObject({
      state: 'resolved',
      resolution: 'corrected_invoice',
      settledBy: { number },
    })
  })

  test('a delivery is proved with a document of the customer, laid beside it once', async () => {
    const app = await disputed()
    const { settle, read, collector, id } = app
    expect((await settle({ resolution: 'delivery_proved' })).body.code).toBe('evidence_needed')
    const evidence = await evidenceOf(app)
    await collector.post(`/disputes/${id}/evidence`, { evidenceId: evidence.id })
    await collector.post(`/disputes/${id}/evidence`, { evidenceId: evidence.id })
    const proof = { resolution: 'delivery_proved', evidenceId: evidence.id }
    expect((await settle(proof)).body.state).toBe('resolved')
    const dispute = await read()
    expect(dispute).toMatchObject({ proof: { name: 'delivery-note.pdf' } })
    expect(dispute.evidence).toHaveLength(1)
  })

  test('another customer’s document proves nothing', async () => {
    const app = await disputed()
    const id = await app.given.customer()
    const { id: invoiceId, ...invoice } = await app.given.invoice(id)
    const other = { ...invoice, invoiceId, id }
    const evidence = await evidenceOf({ ...app, debtor: other })
    const laid = await app.collector.post(`/disputes/${app.id}/evidence`, {
      evidenceId: evidence.id,
    })
    expect(laid.body.code).toBe('no_such_evidence')
    const proof = { resolution: 'delivery_proved', evidenceId: evidence.id }
    expect((await app.settle(proof)).body.code).toBe('evidence_needed')
    const note = await app.given.invoice(other.id, { kind: 'credit_note', totalMinor: -300_00 })
    const credit = { resolution: 'credit_note', documentId: note.id }
    expect((await app.settle(credit)).body.code).toBe('wrong_document')
  })

  test('one that is rejected is collectable again, and nobody is told who need not be', async () => {
    const { settle, read, rows } = await disputed()
    const { body } = await settle({ resolution: 'rejected', note: 'Price as ordered.' })
    expect(body).toMatchObject({ state: 'resolved', taskId: null, messageId: null })
    expect(await read()).toMatchObject({ invoice: { collectable: { minor: 1_000_00 } } })
    expect([await rows.tasks(), await rows.messages()]).toEqual([[], []])
  })

  test('nobody says paid before it is', async () => {
    const { settle } = await disputed()
    expect((await settle({ resolution: 'paid' })).body.code).toBe('not_paid_yet')
  })
})

describe('what becomes of it by itself', () => {
  test('P39 money that goes back opens it again, and nothing leaves in between', async () => {
    const { given, debtor, watch, read, collector, plan, entryOf, names } = await disputed({
      amount: 1_000_00,
    })
    const paymentId = await given.payment(debtor.id, {
      amountMinor: 1_000_00,
      openItemId: debtor.openItemId,
    })
    expect(await watch()).toBe(1)
    expect(await read()).toMatchObject({ state: 'resolved', resolution: 'paid' })
    expect(await watch()).toBe(0)

    const back = { reversedOn: '2026-03-04', why: 'Returned by the bank' }
    expect((await collector.post(`/payments/${paymentId}/reversal`, back)).status).toBe(201)
    // The job has not run yet: the gate knows all the same.
    const entry = await entryOf(await plan(), debtor.id)
    expect(entry?.reasons[0]?.code).toBe('disputed')
    expect(await watch()).toBe(1)
    expect(await read()).toMatchObject({
      state: 'open',
      resolution: null,
      deadlineOn: '2026-03-18',
    })
    expect(await names()).toEqual(['dispute.opened', 'dispute.resolved', 'dispute.reopened'])
  })

  test('P39 one that a person settled stays settled when money goes back', async () => {
    const { given, debtor, watch, read, collector, settle } = await disputed()
    await settle({ resolution: 'rejected' })
    const paymentId = await given.payment(debtor.id, {
      amountMinor: 1_000_00,
      openItemId: debtor.openItemId,
    })
    await collector.post(`/payments/${paymentId}/reversal`, {
      reversedOn: '2026-03-04',
      why: 'Returned',
    })
    expect(await watch()).toBe(0)
    expect(await read()).toMatchObject({ state: 'resolved', resolution: 'rejected' })
  })

  test('P41 of two disputes on one invoice the second still holds its part', async () => {
    const { url, collector, settle, read, planAndSend, rows } = await disputed()
    await collector.post(url, { reason: 'price', amountMinor: 200_00 })
    expect((await read()).others).toMatchObject([{ reason: 'price', state: 'open' }])
    await settle({ resolution: 'rejected' })
    expect((await read()).invoice).toMatchObject({
      disputed: { minor: 200_00 },
      collectable: { minor: 800_00 },
    })
    await planAndSend()
    const [message] = await rows.messages()
    expect(message?.totals).toMatchObject([{ currency: 'EUR', minor: 800_00 }])
  })

  test('P44 a hold ends by itself and the dispute stays, and the other way round', async () => {
    const { given, debtor, plan, told, settle, setNow } = await disputed({ amount: 1_000_00 })
    await given.hold(debtor.id, { receivableId: debtor.invoiceId, days: 1 })
    expect((await told(await plan(), debtor.id)).startsWith('held')).toBe(true)
    setNow('2026-03-06T08:00:00Z')
    await given.freshFacts()
    expect(await told(await plan(), debtor.id)).toBe('held disputed')
    await settle({ resolution: 'rejected' })
    await given.hold(debtor.id, { receivableId: debtor.invoiceId, days: 1 })
    setNow('2026-03-09T08:00:00Z')
    await given.freshFacts()
    expect(await told(await plan(), debtor.id)).toBe('message friendly')
  })

  test('P45 thirty of a hundred are disputed: the mail asks for seventy and shows both', async () => {
    const { planAndSend, mail, rows } = await disputed()
    await planAndSend()
    const [message] = await rows.messages()
    expect(message?.totals).toMatchObject([{ currency: 'EUR', minor: 700_00 }])
    const [received] = await mail.received()
    const { default: PostalMime } = await import('postal-mime')
    const { text = '' } = await PostalMime.parse(Buffer.from(received?.source ?? '', 'latin1'))
    expect(text).toContain('€700.00')
    expect(text).toContain('€300.00')
  })

  test('opened between planning and sending it stops the message', async () => {
    const app = await collectingApp()
    const debtor = await app.debtor()
    const runId = await app.plan()
    await app.approve(runId)
    await app.collector.post(`/receivables/${debtor.invoiceId}/disputes`, { reason: 'price' })
    await app.sendAgain(runId)
    expect(await app.told(runId, debtor.id)).toBe('suppressed disputed')
    expect(await app.mail.received()).toEqual([])
  })
})

describe('the deadline', () => {
  test.each([
    // Summer time ends on 25 October, 1 November, begins on 4 October; India has none.
    ['Europe/Berlin', '2026-10-21T08:00', '2026-10-28T22:59', '2026-10-28T23:00'],
    ['America/New_York', '2026-10-28T14:00', '2026-11-05T04:59', '2026-11-05T05:00'],
    ['Australia/Sydney', '2026-09-30T01:00', '2026-10-07T12:59', '2026-10-07T13:00'],
    ['Asia/Kolkata', '2026-10-21T06:00', '2026-10-28T18:29', '2026-10-28T18:30'],
  ])(
    'in %s passes with the end of its day, and is told once',
    async (zone, opened, before, after) => {
      const { testApp } = await import('../../../testing/test-app.ts')
      const { world, organisation, given, as, setNow } = await testApp({
        now: at(opened),
        timeZone: zone,
      })
      const customerId = await given.customer()
      const invoice = await given.invoice(customerId)
      const disputes = `/receivables/${invoice.id}/disputes`
      const { body } = await as('collector').post(disputes, { reason: 'price' })

      setNow(at(before))
      expect(await watchDisputes(world, organisation)).toBe(0)
      setNow(at(after))
      expect(await watchDisputes(world, organisation)).toBe(1)
      expect(await watchDisputes(world, organisation)).toBe(0)
      const dispute = (await as('collector').get(`/disputes/${body.id}`)).body
      expect(dispute).toMatchObject({ isOverdue: true })
      expect(dispute.history.map(({ name }: { name: string }) => name)).toEqual([
        'dispute.opened',
        'dispute.overdue',
      ])
      await rebuildWorklist(world, organisation)
      const { rows } = (await as('collector').get('/worklist')).body
      expect(rows[0].reasons).toContainEqual({ code: 'dispute_overdue', values: { days: 1 } })
    },
  )

  test('its owner and their manager hear of it, and a new one is a new chance', async () => {
    const { setNow, watch, world, organisationId, as, change, id, collector, given } =
      await disputed({ reason: 'already_paid' })
    const lead = await given.personWith({ roles: ['credit_manager'], name: 'Lea Lead' })
    const team = await as('administrator').post('/teams', { name: 'Finance', managerId: lead })
    expect(team.status).toBeLessThan(300)
    setNow('2026-03-07T08:00:00Z')
    expect((await collector.get('/disputes?overdue=yes')).body.rows).toHaveLength(1)
    expect(await watch()).toBe(1)
    await sealEvents(world, organisationId)
    await followNews(world, organisationId)
    const { rows } = (await as('collector').get('/notifications')).body
    expect(rows.map(({ title }: { title: string }) => title)).toEqual([
      'The dispute of Customer Ltd is past its deadline',
    ])

    expect((await change({ deadlineOn: '2026-03-09' })).status).toBe(200)
    expect((await collector.get('/disputes?overdue=yes')).body.rows).toEqual([])
    setNow('2026-03-10T08:00:00Z')
    expect(await watch()).toBe(1)
    expect((await collector.get(`/disputes/${id}`)).body.escalatedOn).toBe('2026-03-10')
  })
})

test('the list is filtered by whose, department, reason and days', async () => {
  const { collector, url, as } = await disputed()
  await as('credit_manager').post(url, { reason: 'price', amountMinor: 1_00 })
  const count = async (query: string) =>
    (await collector.get(`/disputes?${query}`)).body.rows.length
  expect(await count('mine=yes')).toBe(1)
  expect(await count('department=sales')).toBe(1)
  expect(await count('reason=quality&state=open')).toBe(1)
  expect(await count('from=2026-03-04&to=2026-03-04')).toBe(2)
  expect(await count('from=2026-03-05')).toBe(0)
  expect(await count('seller=none')).toBe(2)
  expect(await count('currency=USD')).toBe(0)
  expect(await count('resolution=rejected')).toBe(0)
})
