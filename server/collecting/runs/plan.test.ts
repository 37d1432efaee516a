import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'

import { inOrganisation } from '../../database/tenancy.ts'
import { collectingApp } from '../../testing/collecting-app.ts'
import { stepAt } from '../../testing/gate-facts.ts'
import { givenImports } from '../../testing/given/imports.ts'
import { orderRun, planRun } from './index.ts'

describe('P14 P16 P25 a plan', () => {
  test.each([
    ['P16 visits all of a thousand, seven at a time', 1000, 7],
    ['P15 visits all of ten thousand', 10_000, undefined],
  ])('%s; one that is broken costs the others nothing', async (_what, debtors, batch) => {
    const { given, world, organisationId, collector } = await collectingApp()
    const legalEntityId = await given.theEntity()
    await given.source({ legalEntityId })
    await manyDebtors(given, organisationId, legalEntityId, debtors)
    const { id: broken } = await given.within((tx) =>
      tx.selectFrom('customers').select('id').where('number', '=', 'M10').executeTakeFirstOrThrow(),
    )
    await given.contact(broken, { timeZone: 'Mars/Olympus' })
    const by = { kind: 'operator' } as const
    const { id: runId } = await orderRun(world, { organisationId, legalEntityId, by })
    await planRun(world, { organisationId, runId }, batch)
    const { body } = await collector.get(`/runs/${runId}`)
    const { counts, groups } = body.plan
    // Nobody has a contact: each becomes a task to call or to find an address.
    expect(counts).toMatchObject({ message: 0, task: debtors - 1, held: 0, errors: 1 })
    expect(body.plan.errors).toMatchObject([{ customerId: broken }])
    expect(body.plan.errors[0].cause).toMatch(/olympus/i)
    expect(groups.map(({ key }: { key: string }) => key).toSorted()).toEqual([
      'call',
      'final',
      'firm',
      'friendly',
    ])
    const { rows } = await given.within((tx) =>
      sql<{ customers: number }>`select count(distinct customer_id)::integer as customers
        from run_entries`.execute(tx),
    )
    expect(rows).toEqual([{ customers: debtors - 1 }])
  })

  test('P25 two thousand met 10 to 400 days late get one contact each, and none before the gap', async () => {
    const { given, organisationId, plan, planAndSend, setNow, rows } = await collectingApp({
      content: {
        catchUp: { kind: 'at_most', stepKey: 'firm' },
        steps: [stepAt('friendly', 3), stepAt('firm', 14), stepAt('final', 28)].map((step) => ({
          ...step,
          fallbackChannels: ['call'],
        })),
      },
    })
    const legalEntityId = await given.theEntity()
    await given.source({ legalEntityId })
    await manyDebtors(given, organisationId, legalEntityId, 2000)
    await given.within(async (tx) => {
      await sql`update open_items i set issued_on = '2024-12-01',
          due_on = date '2026-03-04' - 10 - (substr(c.number, 2)::integer % 391)
        from customers c where c.id = i.customer_id`.execute(tx)
      // Nobody has an email: each contact is a call, which a person makes.
      await sql`insert into contacts (id, organisation_id, customer_id, phone, phone_hash, created_at)
        select gen_random_uuid(), organisation_id, id, 'sealed', number, now() from customers`.execute(
        tx,
      )
    })
    const contacts = async () =>
      Object.fromEntries(
        [...Map.groupBy(await rows.tasks(), ({ kind, stepKey }) => `${kind} ${stepKey}`)].map(
          ([what, tasks]) => [what, new Set(tasks.map(({ customerId }) => customerId)).size],
        ),
      )
    await planAndSend()
    // 10 to 13 days late get the friendly step, all others firm at most.
    const first = await contacts()
    expect(first).toEqual({ 'call friendly': 23, 'call firm': 1977 })
    expect(await rows.tasks()).toHaveLength(2000)
    const plannedOn = async (on: string) => {
      setNow(`${on}T08:00:00Z`)
      await given.freshFacts()
      const entries = await entriesOf(given, await plan())
      return new Set(entries.map(({ decision, taskKind }) => `${decision} ${taskKind}`))
    }
    expect(await plannedOn('2026-03-10')).toEqual(new Set(['held null']))
    expect(await plannedOn('2026-03-11')).toEqual(new Set(['task call']))
  }, 120_000)

  test('P34 of the same facts is the same, byte for byte, whatever the batches', async () => {
    const { debtor, given, world, organisationId, plan } = await collectingApp()
    for (let index = 0; index < 9; index += 1) await debtor({ daysLate: 3 + index * 4 })
    const legalEntityId = await given.theEntity()
    const by = { kind: 'operator' } as const
    const whole = await entriesOf(given, await plan())
    const order = { organisationId, legalEntityId, by, again: true }
    const { id: runId } = await orderRun(world, order)
    await planRun(world, { organisationId, runId }, 2)
    expect(JSON.stringify(await entriesOf(given, runId))).toBe(JSON.stringify(whole))
    expect(whole).toHaveLength(9)
  })

  test('P14 made after days without a server sends each step once, dated today', async () => {
    const { debtor, given, setNow, tick, rows } = await collectingApp()
    await given.policy({ sendsAutomatically: true, undoSeconds: 0 })
    await debtor({ daysLate: 2 })
    await tick()
    expect(await rows.messages()).toEqual([])
    // The step fell due on Thursday 5 March; nobody was there before Monday 9 March.
    setNow('2026-03-09T08:00:00Z')
    await given.freshFacts()
    await tick()
    await tick()
    expect(await rows.messages()).toMatchObject([{ stepKey: 'friendly', onDay: '2026-03-09' }])
  })
})

describe('P15 one broken record', () => {
  test('goes to the list of errors with its cause; the others are planned', async () => {
    const { debtor, plan, collector, given, told } = await collectingApp()
    const good = await debtor()
    const broken = await debtor()
    await given.within((tx) =>
      sql`update contacts set time_zone = 'Mars/Olympus' where customer_id = ${broken.id}`.execute(
        tx,
      ),
    )
    const runId = await plan()
    const { body } = await collector.get(`/runs/${runId}`)
    expect(body.plan.counts).toMatchObject({ message: 1, errors: 1 })
    expect(body.plan.errors).toMatchObject([{ customerId: broken.id }])
    expect(body.plan.errors[0].cause).toMatch(/olympus/i)
    expect(await told(runId, good.id)).toBe('message friendly')
  })

  test('met at the moment of sending is put aside, and the others go', async () => {
    const { debtor, plan, send, told, given, mail, collector } = await collectingApp()
    const broken = await debtor()
    const good = await debtor()
    const runId = await plan()
    await given.within((tx) =>
      sql`update contacts set time_zone = 'Mars/Olympus' where customer_id = ${broken.id}`.execute(
        tx,
      ),
    )
    await send(runId)
    expect(await told(runId, broken.id)).toBe('failed record_broken')
    expect(await told(runId, good.id)).toBe('message friendly')
    expect(await mail.received()).toHaveLength(1)
    const { body } = await collector.get(`/runs/${runId}`)
    expect(body).toMatchObject({ state: 'sent', progress: { failed: 1, sent: 1 } })
  })

  test('P12 a broken text keeps its own message back, its step stays open', async () => {
    const { debtor, planAndSend, told, mail, given, organisationId, rows, world } =
      await collectingApp()
    const broken = await debtor({ daysLate: 16 })
    const good = await debtor()
    await given.within(async (tx) => {
      const templateId = '0199c000-0000-7000-8000-000000000001'
      await sql`insert into templates (id, organisation_id, key, name, tone, created_at)
        values (${templateId}, ${organisationId}, 'reminder_firm', 'Firm', 'firm', ${world.clock()})`.execute(
        tx,
      )
      await sql`insert into template_texts (id, organisation_id, template_id, language, revision,
          subject, body, written_at)
        values (${templateId}, ${organisationId}, ${templateId}, 'en', 1, 'Hello',
          'You owe {{ no_such_variable }}', ${world.clock()})`.execute(tx)
    })
    const runId = await planAndSend()
    expect(await told(runId, broken.id)).toBe('failed template_broken')
    expect(await told(runId, good.id)).toBe('message friendly')
    expect(await mail.received()).toHaveLength(1)
    expect(await rows.reached()).toMatchObject([{ customerId: good.id }])
  })
})

describe('an unusual number', () => {
  test('is alarmed about, and does not go by itself', async () => {
    const { debtor, given, collector, tick, setNow } = await collectingApp()
    await given.policy({ sendsAutomatically: true, undoSeconds: 0 })
    const states = async () => {
      const rows = await given.within((tx) =>
        tx.selectFrom('runs').select(['state', 'id']).orderBy('onDay').execute(),
      )
      return rows
    }
    for (const day of ['02', '03', '04']) {
      setNow(`2026-03-${day}T08:00:00Z`)
      await given.freshFacts()
      await debtor()
      await tick()
    }
    setNow('2026-03-05T08:00:00Z')
    await given.freshFacts()
    for (let index = 0; index < 12; index += 1) await debtor()
    await tick()
    const runs = await states()
    expect(runs.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'planned'])
    const { body } = await collector.get(`/runs/${runs[3]?.id}`)
    expect(body.plan).toMatchObject({ usual: 1, isUnusual: true, counts: { message: 12 } })
  })
})

describe('the scheduler', () => {
  test.each([
    ['not before the morning of the company', '2026-03-04T05:29:00Z', 0],
    ['in the morning of the company', '2026-03-04T05:30:00Z', 1],
    ['not on a Saturday', '2026-03-07T08:00:00Z', 0],
    ['not on a holiday', '2026-12-25T08:00:00Z', 0],
  ])('P72 P73 plans %s', async (_when, now, runs) => {
    const { given, tick, debtor, setNow } = await collectingApp()
    await debtor()
    setNow(now)
    await tick()
    const rows = await given.within((tx) => tx.selectFrom('runs').select('state').execute())
    expect(rows.map(({ state }) => state)).toEqual(Array(runs).fill('planned'))
  })

  test('plans and waits for somebody to look, and puts aside what nobody looked at', async () => {
    const { debtor, tick, given, setNow, mail } = await collectingApp()
    await debtor()
    await tick()
    setNow('2026-03-05T08:00:00Z')
    await given.freshFacts()
    await tick()
    const rows = await given.within((tx) =>
      tx.selectFrom('runs').select(['onDay', 'state', 'failure']).orderBy('onDay').execute(),
    )
    expect(rows).toEqual([
      { onDay: '2026-03-04', state: 'cancelled', failure: 'superseded' },
      { onDay: '2026-03-05', state: 'planned', failure: '' },
    ])
    expect(await mail.received()).toEqual([])
  })
})

describe('P42 facts that are old', () => {
  test.each([
    ['a ledger of 48 hours ago', '2026-03-02T08:00:00Z', '2026-03-04', 'message friendly'],
    ['a ledger of longer ago', '2026-03-02T07:59:59Z', '2026-03-04', 'held ledger_stale'],
    [
      'payments up to three business days ago',
      '2026-03-04T08:00:00Z',
      '2026-02-27',
      'message friendly',
    ],
    ['payments up to the day before that', '2026-03-04T08:00:00Z', '2026-02-26', 'held bank_stale'],
  ])('%s', async (_what, syncedAt, until, expected) => {
    const { debtor, plan, told, given } = await collectingApp()
    const { id } = await debtor()
    await given.within((tx) =>
      sql`update sources set ledger_synced_at = ${syncedAt},
        payments_considered_until = ${until}::date`.execute(tx),
    )
    expect(await told(await plan(), id)).toBe(expected)
  })
})

describe('P35 contacts made elsewhere', () => {
  test('count for the gap and the level', async () => {
    const { debtor, plan, told, given } = await collectingApp()
    const recent = await debtor({ daysLate: 20 })
    const older = await debtor({ daysLate: 20 })
    await given.outsideContact(recent.id, '2026-03-01', 1)
    await given.outsideContact(older.id, '2026-02-20', 2)
    const runId = await plan()
    expect(await told(runId, recent.id)).toBe('held minimum_gap')
    expect(await told(runId, older.id)).toBe('nothing')
  })

  test('that a file brings count for its invoice: neither repeated nor begun anew', async () => {
    const app = await collectingApp()
    const { given, plan, told, world, organisationId, collector, personOf } = app
    const personId = await personOf('collector')
    const imports = givenImports(world, { asker: collector, organisationId, personId })
    const rows = [
      'Customer no;Name;Email;Invoice no;Invoice date;Due date;Amount;Reminder level;Last reminder on',
      'K1;Alpha;a@customer.test;R1;2026-01-13;2026-02-12;100.00;1;2026-03-01',
      'K2;Beta;b@customer.test;R2;2026-01-13;2026-02-12;100.00;2;2026-02-20',
      'K3;Gamma;c@customer.test;R3;2026-01-13;2026-02-12;100.00;;',
    ]
    await imports.applied(await given.theEntity(), rows.join('\n'))
    const customers = await given.within((tx) =>
      tx.selectFrom('customers').select('id').orderBy('number').execute(),
    )
    const runId = await plan()
    const all = await Promise.all(customers.map(({ id }) => told(runId, id)))
    expect(all).toEqual(['held minimum_gap', 'nothing', 'message firm'])
  })
})

describe('P17 nobody to write to', () => {
  test('makes a task once; the step stays open while an address is looked for', async () => {
    const content = { steps: [stepAt('friendly', 3)] }
    const { debtor, planAndSend, plan, told, rows, setNow, given, personOf } = await collectingApp({
      content,
    })
    const { id } = await debtor({ email: '' })
    const ownerId = await personOf('seller')
    await given.within((tx) => tx.updateTable('customers').set({ ownerId }).execute())
    await planAndSend()
    expect(await rows.tasks()).toMatchObject([
      { kind: 'contact', customerId: id, state: 'open', assigneeId: ownerId },
    ])
    expect(await rows.reached()).toEqual([])
    setNow('2026-03-05T08:00:00Z')
    expect(await told(await plan(), id)).toBe('held task_open')
    await given.within((tx) => tx.updateTable('tasks').set({ state: 'done' }).execute())
    setNow('2026-03-06T08:00:00Z')
    await planAndSend()
    expect(await rows.tasks()).toMatchObject([
      { kind: 'contact', state: 'open', dueOn: '2026-03-06' },
    ])
  })

  test('takes the next channel: a call task, which reaches the step', async () => {
    const { debtor, given, planAndSend, plan, told, rows, setNow } = await collectingApp()
    const { id } = await debtor({ email: '' })
    await given.contact(id, { email: '', phoneHash: 'a number' })
    await planAndSend()
    expect(await rows.tasks()).toMatchObject([{ kind: 'call', stepKey: 'friendly' }])
    expect(await rows.reached()).toMatchObject([{ stepKey: 'friendly', releasedAt: null }])
    setNow('2026-03-05T08:00:00Z')
    await given.freshFacts()
    expect(await told(await plan(), id)).toBe('nothing')
  })
})

test('P43 money on account that covers the debt makes a task to set it, not a reminder', async () => {
  const { debtor, given, plan, told, approve, rows, mail } = await collectingApp()
  const { id } = await debtor()
  await given.payment(id, { amountMinor: 100_00 })
  const runId = await plan()
  expect(await told(runId, id)).toBe('held unapplied_cash_covers')
  await approve(runId)
  expect(await rows.tasks()).toMatchObject([{ kind: 'allocation', customerId: id, state: 'open' }])
  expect(await mail.received()).toEqual([])
})

test('P11 P24 the end of the ladder asks a person for a decision, once', async () => {
  const { debtor, given, planAndSend, plan, told, rows, setNow, personOf } = await collectingApp({
    content: { steps: [stepAt('friendly', 3)] },
  })
  const { id } = await debtor()
  const collectorId = await given.person('collector')
  const ownerId = await personOf('seller')
  await given.within((tx) => tx.updateTable('customers').set({ collectorId, ownerId }).execute())
  await planAndSend()
  setNow('2026-03-10T08:00:00Z')
  await given.freshFacts()
  expect(await told(await plan(), id)).toBe('nothing')
  setNow('2026-03-11T08:00:00Z')
  await given.freshFacts()
  await planAndSend()
  expect(await rows.tasks()).toMatchObject([
    { kind: 'decision', dueOn: '2026-03-16', stepKey: 'decision_needed', state: 'open' },
  ])
  expect((await rows.tasks())[0]?.assigneeId).toBe(collectorId)
  for (const day of ['12', '13', '16']) {
    setNow(`2026-03-${day}T08:00:00Z`)
    await given.freshFacts()
    const runId = await planAndSend()
    expect(await told(runId, id)).toBe('nothing')
  }
  const events = await given.within((tx) =>
    tx.selectFrom('events').select('name').where('name', '=', 'customer.decision_needed').execute(),
  )
  expect(events).toHaveLength(1)
})

test('thanks go for money that settled something reminded, and only then', async () => {
  const thanks = stepAt('thanks', 1, { event: 'payment_received', templateKey: 'thank_you' })
  const { debtor, given, planAndSend, plan, told, setNow, mail, as } = await collectingApp({
    content: { steps: [stepAt('friendly', 3), thanks] },
  })
  const reminded = await debtor()
  await planAndSend()
  const punctual = await debtor({ daysLate: 1 })
  setNow('2026-03-05T08:00:00Z')
  for (const { id, openItemId } of [reminded, punctual]) {
    await given.payment(id, { amountMinor: 100_00, openItemId })
  }
  setNow('2026-03-06T08:00:00Z')
  await given.freshFacts()
  const runId = await planAndSend()
  expect(await told(runId, reminded.id)).toBe('message thanks')
  expect(await told(runId, punctual.id)).toBe('nothing')
  expect(await mail.received()).toHaveLength(2)
  // Money that came is not asked for.
  const { plan: planned } = (await as('collector').get(`/runs/${runId}`)).body
  expect(planned).toMatchObject({ counts: { message: 1 }, totals: [] })
  setNow('2026-03-09T08:00:00Z')
  await given.freshFacts()
  expect(await told(await plan(), reminded.id)).toBe('nothing')
})

type Given = Awaited<ReturnType<typeof collectingApp>>['given']

async function entriesOf(given: Given, runId: string) {
  const rows = await given.within((tx) =>
    tx
      .selectFrom('runEntries')
      .selectAll()
      .where('runId', '=', runId)
      .orderBy('customerId')
      .execute(),
  )
  return rows.map(({ id: _id, runId: _run, ...entry }) => entry)
}

function manyDebtors(given: Given, organisationId: string, legalEntityId: string, count: number) {
  return given.within(async (tx) => {
    await sql`insert into customers (id, organisation_id, legal_entity_id, number, name, time_zone,
        country, created_at)
      select gen_random_uuid(), ${organisationId}, ${legalEntityId}, 'M' || n, 'Debtor ' || n,
        'Europe/Berlin', 'DE', now() from generate_series(1, ${count}) n`.execute(tx)
    await sql`insert into receivables (id, organisation_id, legal_entity_id, customer_id, kind, number,
        issued_on, currency, total_minor, source_id, external_id, created_at)
      select gen_random_uuid(), organisation_id, legal_entity_id, id, 'invoice', number, '2026-01-01',
        'EUR', 100000, (select id from sources limit 1), number, now() from customers`.execute(tx)
    await sql`insert into open_items (id, organisation_id, legal_entity_id, customer_id,
        receivable_id, issued_on, due_on, currency, total_minor, open_minor)
      select gen_random_uuid(), organisation_id, legal_entity_id, customer_id, id, issued_on,
        date '2026-03-01' - (substr(number, 2)::integer % 60), currency, total_minor, total_minor
      from receivables`.execute(tx)
  })
}

test('another organisation sees nothing of a run', async () => {
  const { debtor, plan, world, as, given } = await collectingApp()
  await debtor()
  const runId = await plan()
  const other = await given.organisation()
  const seen = await inOrganisation(world.db, other, (tx) =>
    tx.selectFrom('runEntries').selectAll().execute(),
  )
  expect(seen).toEqual([])
  const stranger = await given.in(other).person('collector')
  const reply = await as(stranger, other).get(`/runs/${runId}`)
  expect(reply).toMatchObject({ status: 404, body: { code: 'no_such_run' } })
})
