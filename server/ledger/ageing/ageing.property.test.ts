import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  oneof,
  record,
  uniqueArray,
  type Arbitrary,
} from 'fast-check'
import { expect, test } from 'vitest'

import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { addDays, dayIn, instant, type Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { givenLedger } from '../../testing/given/ledger.ts'
import { givenOrganisation } from '../../testing/given/people.ts'
import { ageingByHand, readFacts, withoutEmpty } from '../../testing/ledger-oracle.ts'
import { testWorld } from '../../testing/test-world.ts'
import * as ledger from '../index.ts'
import type { AgeingBy } from './store/parts.ts'

/** Something that happens in a ledger. Numbers choose among what there is, `day` among the story's days. */
type Happening =
  | {
      what: 'invoice' | 'credit'
      who: number
      money: number
      minor: number
      day: number
      terms: number
      parts: number
    }
  | { what: 'payment'; who: number; money: number; minor: number; day: number }
  | { what: 'allocate' | 'write_off'; which: number; item: number; share: number; day: number }
  | { what: 'use_credit'; which: number; item: number; share: number; day: number }
  | { what: 'reverse_payment' | 'reverse_allocation'; which: number; day: number }
  | { what: 'import'; which: number; item: number; share: number; day: number }
  | { what: 'owner'; who: number; owner: number; day: number }

const small = integer({ min: 0, max: 20 })
const share = oneof(integer({ min: 1, max: 100 }), constantFrom(100, 100, 50))
/** Far back, around the edges of buckets, and a little into the future. */
const dayOffset = oneof(
  integer({ min: -400, max: 15 }),
  constantFrom(-121, -120, -91, -90, -61, -60, -31, -30, -29, -1, 0, 1),
)

const happening: Arbitrary<Happening> = oneof(
  record({
    what: constantFrom('invoice', 'invoice', 'credit'),
    who: small,
    money: small,
    minor: integer({ min: 1, max: 10_000_00 }),
    day: small,
    terms: constantFrom(0, 10, 14, 30, 60),
    parts: constantFrom(1, 1, 1, 3),
  }),
  record({
    what: constantFrom('payment'),
    who: small,
    money: small,
    minor: integer({ min: 1, max: 10_000_00 }),
    day: small,
  }),
  record({
    what: constantFrom('allocate', 'allocate', 'allocate', 'write_off', 'use_credit', 'import'),
    which: small,
    item: small,
    share,
    day: small,
  }),
  record({
    what: constantFrom('reverse_payment', 'reverse_allocation'),
    which: small,
    day: small,
  }),
  record({ what: constantFrom('owner'), who: small, owner: small, day: small }),
) as Arbitrary<Happening>

const story = record({
  now: constantFrom(
    '2026-03-20T12:00:00Z',
    // It is the 20th in Los Angeles, the 21st in Auckland and Kolkata.
    '2026-03-21T01:30:00Z',
    // A leap day, and clocks about to change.
    '2024-02-29T23:30:00Z',
    '2026-10-25T00:30:00Z',
  ),
  zones: array(
    constantFrom('Europe/Berlin', 'Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kolkata'),
    {
      minLength: 1,
      maxLength: 2,
    },
  ),
  currencies: constantFrom(['EUR'], ['EUR', 'JPY'], ['KWD', 'EUR', 'USD']),
  happenings: array(happening, { minLength: 10, maxLength: 40 }),
  /** Few days, so that much happens on the same ones and figures are asked for on just those. */
  days: uniqueArray(dayOffset, { minLength: 3, maxLength: 7 }),
  later: constantFrom(1, 1, 2, 3, 10, 40),
})

type Story = typeof story extends Arbitrary<infer Told> ? Told : never

const DIMENSIONS: AgeingBy[] = [
  'entity',
  'owner',
  'seller',
  'collector',
  'segment',
  'country',
  'customer',
]

test(
  'P59 P61 P62 P64 P65 P66 P69 Σ buckets = Σ open = Σ totals − Σ allocations, today and on any day',
  { timeout: 300_000 },
  async () => {
    const { world, clock } = await testWorld()
    await assert(
      asyncProperty(story, async (told) => {
        clock.setNow(told.now)
        const organisationId = await givenOrganisation(world)
        const within = <Result>(work: (tx: Transaction) => Promise<Result>) =>
          inOrganisation(world.db, organisationId, work)
        const scene = await setScene(world, organisationId, told)
        for (const what of told.happenings) await happen(scene, what)

        await agrees(scene)
        const before = await asOfDays(scene)

        // P62 P72: days later, the same past days give the same figures; today's follow the clock.
        clock.setNow(daysAfter(told.now, told.later))
        await agrees(scene)
        expect(await asOfDays(scene)).toEqual(before)
        expect(await within((tx) => ledger.verifyLedger(tx, organisationId))).toEqual([])
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 12) },
    )
  },
)

/** The same time of day so many days later. */
function daysAfter(now: string, days: number): string {
  const at = instant(now)
  return `${addDays(dayIn('UTC', at), days)}${at.slice(10)}`
}

type World = Awaited<ReturnType<typeof testWorld>>['world']

async function setScene(world: World, organisationId: string, told: Story) {
  const given = givenLedger(world, organisationId)
  const entities: string[] = []
  for (const timeZone of told.zones) entities.push(await given.legalEntity({ timeZone }))
  const customers: { id: string; timeZone: string; legalEntityId: string }[] = []
  for (const [at, segment] of (['commercial', 'consumer', 'commercial'] as const).entries()) {
    const place = at % entities.length
    const legalEntityId = entities[place] ?? ''
    const parentId = at === 2 ? (customers[0]?.id ?? null) : null
    const country = ['DE', '', 'FR'][at] ?? ''
    const id = await given.customer({ legalEntityId, segment, parentId, country })
    customers.push({ id, timeZone: told.zones[place] ?? 'UTC', legalEntityId })
  }
  return {
    world,
    organisationId,
    told,
    customers,
    sourceOf: given.source,
    base: dayIn('UTC', world.clock()),
    owners: await peopleIn(world, 2),
    items: [] as { id: string; customerId: string; currency: string; totalMinor: number }[],
    payments: [] as { id: string; customerId: string; currency: string }[],
    allocations: [] as string[],
  }
}

type Scene = Awaited<ReturnType<typeof setScene>>

async function peopleIn({ db, clock, secrets }: World, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId())
  const rows = ids.map((id) => {
    const email = `${id}@example.test`
    const hash = secrets.installation.hash(email)
    return { id, name: `Person ${id}`, email, emailHash: hash, createdAt: clock() }
  })
  await db.insertInto('people').values(rows).execute()
  return ids
}

/** Does it through the doors; what they refuse does not happen. */
async function happen(scene: Scene, what: Happening): Promise<void> {
  const { world, organisationId } = scene
  await inOrganisation(world.db, organisationId, (tx) => act(tx, scene, what)).catch(
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    },
  )
}

function pick<Thing>(things: readonly Thing[], number: number): Thing | undefined {
  return things[number % things.length]
}

function dayFor({ base, told }: Scene, number: number): Day {
  return addDays(base, told.days[number % told.days.length] ?? 0)
}

async function act(tx: Transaction, scene: Scene, what: Happening): Promise<void> {
  const { organisationId, world } = scene
  const doing = { organisationId, by: { kind: 'system' as const }, at: world.clock(), owners: null }
  const on = dayFor(scene, what.day)
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- the rest settle something
  switch (what.what) {
    case 'invoice':
    case 'credit':
      return issue(tx, scene, what, on)
    case 'payment': {
      const customer = pick(scene.customers, what.who)
      const currency = pick(scene.told.currencies, what.money) ?? 'EUR'
      if (!customer) return
      const { id } = await ledger.recordPayment(tx, doing, {
        customerId: customer.id,
        amountMinor: what.minor,
        currency,
        receivedOn: on,
        reference: '',
        allocations: [],
      })
      scene.payments.push({ id, customerId: customer.id, currency })
      return
    }
    case 'owner': {
      const customer = pick(scene.customers, what.who)
      const ownerId = pick([...scene.owners, null], what.owner) ?? null
      if (!customer) return
      const row = { customerId: customer.id, ownerId, fromOn: on, recordedBy: null }
      await tx
        .insertInto('customerOwners')
        .values({ id: newId(), organisationId, recordedAt: world.clock(), ...row })
        .execute()
      return takeOwner(tx, scene, customer)
    }
    case 'reverse_payment': {
      const paymentId = pick(scene.payments, what.which)?.id
      if (!paymentId) return
      await ledger.reversePayment(tx, doing, { paymentId, reversedOn: on, why: 'x' })
      return
    }
    case 'reverse_allocation': {
      const allocationId = pick(scene.allocations, what.which)
      if (!allocationId) return
      await ledger.reverseAllocation(tx, doing, { allocationId, reversedOn: on, why: 'x' })
      return
    }
    default:
      return settle(tx, scene, what)
  }
}

async function takeOwner(tx: Transaction, scene: Scene, customer: Scene['customers'][number]) {
  const today = dayIn(customer.timeZone, scene.world.clock())
  const row = await tx
    .selectFrom('customerOwners')
    .select('ownerId')
    .where('customerId', '=', customer.id)
    .where('fromOn', '<=', today)
    .orderBy('fromOn', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  await tx
    .updateTable('customers')
    .set({ ownerId: row?.ownerId ?? null })
    .where('id', '=', customer.id)
    .execute()
}

type Issue = Extract<Happening, { what: 'invoice' | 'credit' }>

async function issue(tx: Transaction, scene: Scene, what: Issue, issuedOn: Day): Promise<void> {
  const { organisationId, world, customers, told } = scene
  const customer = customers[what.who % customers.length]
  const currency = told.currencies[what.money % told.currencies.length] ?? 'EUR'
  if (!customer) return
  const { legalEntityId, id: customerId } = customer
  const sign = what.what === 'credit' ? -1 : 1
  const shared = { organisationId, legalEntityId, customerId, issuedOn, currency }
  const receivableId = newId()
  const sourceId = await ledger.manualSourceOf(
    tx,
    { organisationId, at: world.clock() },
    legalEntityId,
  )
  await tx
    .insertInto('receivables')
    .values({
      ...shared,
      id: receivableId,
      kind: what.what === 'credit' ? 'credit_note' : 'invoice',
      number: receivableId,
      totalMinor: sign * what.minor * what.parts,
      sourceId,
      externalId: receivableId,
      createdAt: world.clock(),
    })
    .execute()
  const parts = Array.from({ length: what.parts }, (_, at) => ({
    ...shared,
    id: newId(),
    receivableId,
    sequence: at + 1,
    dueOn: addDays(issuedOn, what.terms * (at + 1)),
    totalMinor: sign * what.minor,
    openMinor: sign * what.minor,
  }))
  await tx.insertInto('openItems').values(parts).execute()
  await ledger.refreshBalances(tx, organisationId, [customerId])
  scene.items.push(...parts)
}

type Settle = Extract<Happening, { share: number }>

async function settle(tx: Transaction, scene: Scene, what: Settle): Promise<void> {
  const { organisationId, world, items, payments } = scene
  const doing = { organisationId, by: { kind: 'system' as const }, at: world.clock(), owners: null }
  const on = dayFor(scene, what.day)
  const payment = payments[what.which % payments.length]
  const credits = items.filter(({ totalMinor }) => totalMinor < 0)
  const credit = credits[what.which % credits.length]
  const means = what.what === 'allocate' ? payment : what.what === 'use_credit' ? credit : undefined
  const fitting = items.filter(
    ({ customerId, currency, totalMinor }) =>
      !means || (totalMinor > 0 && customerId === means.customerId && currency === means.currency),
  )
  const item = fitting[what.item % fitting.length]
  if (!item) return
  const amountMinor = Math.max(1, Math.floor((Math.abs(item.totalMinor) * what.share) / 100))
  const wanted = { shares: [{ openItemId: item.id, amountMinor }], allocatedOn: on }
  if (what.what === 'allocate' && payment) {
    const { ids } = await ledger.allocatePayment(tx, doing, { paymentId: payment.id, ...wanted })
    scene.allocations.push(...ids)
  }
  if (what.what === 'write_off') {
    const off = { kind: 'write_off' as const, allocatedOn: on, why: 'x' }
    const { id } = await ledger.writeOff(tx, doing, { ...off, openItemId: item.id, amountMinor })
    scene.allocations.push(id)
  }
  if (what.what === 'use_credit' && credit) {
    const { ids } = await ledger.allocateCredit(tx, doing, { creditItemId: credit.id, ...wanted })
    scene.allocations.push(...ids)
  }
  if (what.what === 'import') await importAllocation(tx, scene, item.id, what)
}

/** As a file brings it: any day not before the document, the future included, within what is open. */
async function importAllocation(tx: Transaction, scene: Scene, openItemId: string, what: Settle) {
  const { organisationId, world } = scene
  const item = await tx
    .selectFrom('openItems')
    .select(['customerId', 'openMinor', 'issuedOn'])
    .where('id', '=', openItemId)
    .executeTakeFirstOrThrow()
  const amountMinor = Math.trunc((item.openMinor * what.share) / 100)
  if (amountMinor === 0) return
  const wanted = dayFor(scene, what.day)
  const row = {
    id: newId(),
    organisationId,
    customerId: item.customerId,
    openItemId,
    kind: 'adjustment' as const,
    amountMinor,
    allocatedOn: wanted < item.issuedOn ? item.issuedOn : wanted,
    recordedAt: world.clock(),
  }
  await tx.insertInto('allocations').values(row).execute()
  await ledger.keepOpenAmounts(tx, [openItemId])
  await ledger.refreshBalances(tx, organisationId, [item.customerId])
}

/** Today's table, by every dimension, is the one made by hand; what is kept is right. */
async function agrees(scene: Scene): Promise<void> {
  const { world, organisationId, customers } = scene
  await inOrganisation(world.db, organisationId, async (tx) => {
    const books = await ledger.openBooks(tx, organisationId, world.clock())
    const facts = await readFacts(tx, organisationId)
    for (const { id: entity, today } of books) {
      const theirs = new Set(
        customers.flatMap(({ id, legalEntityId }) => (legalEntityId === entity ? id : [])),
      )
      const byHand = withoutEmpty(ageingByHand(facts, today, (id) => theirs.has(id)))
      for (const by of ['organisation', ...DIMENSIONS] as const) {
        const asked = { organisationId, owners: null, by, entity }
        const { totals, groups } = await ledger.ageingOn(tx, books, asked)
        expect(withoutEmpty(totals), `totals by ${by}`).toEqual(byHand)
        expect(sumOf(groups), `sum of groups by ${by}`).toEqual(sumOf(byHand))
      }
    }
    expect(await ledger.verifyLedger(tx, organisationId)).toEqual([])
  })
}

function sumOf(rows: readonly { currency: string; balanceMinor: number }[]) {
  const sums = new Map<string, number>()
  for (const { currency, balanceMinor } of rows) {
    sums.set(currency, (sums.get(currency) ?? 0) + balanceMinor)
  }
  return [...sums].filter(([, minor]) => minor !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** The days on which something happened, and those before: table, statements and group are right. */
async function asOfDays(scene: Scene) {
  const { world, organisationId, customers, told, base } = scene
  return inOrganisation(world.db, organisationId, async (tx) => {
    const books = await ledger.openBooks(tx, organisationId, world.clock())
    const facts = await readFacts(tx, organisationId)
    const keys = await world.secrets.of(organisationId)
    const tables = []
    for (const offset of told.days.flatMap((day) => [day - 1, day]).filter((day) => day <= -2)) {
      const asOf = addDays(base, offset)
      const asked = { organisationId, owners: null, asOf }
      for (const by of ['organisation', 'seller', 'customer'] as const) {
        const { totals, groups } = await ledger.ageingOn(tx, books, { ...asked, by })
        expect(withoutEmpty(totals)).toEqual(withoutEmpty(ageingByHand(facts, asOf)))
        expect(sumOf(groups)).toEqual(sumOf(totals))
        tables.push(withoutEmpty(totals))
      }
      // P67: the account alone, and the group with what is beneath it.
      const [top, , child] = customers
      const scope = { customer: top?.id, scope: 'group' as const }
      const { totals } = await ledger.ageingOn(tx, books, {
        ...asked,
        by: 'organisation',
        ...scope,
      })
      const members = ageingByHand(facts, asOf, (id) => id === top?.id || id === child?.id)
      expect(withoutEmpty(totals)).toEqual(withoutEmpty(members))

      const ids = customers.map(({ id }) => id)
      const frozen = await ledger.freezeSnapshotFacts(tx, keys, ids, asOf)
      for (const [id, { currencies }] of frozen) {
        const statement = currencies.map(({ currency, items, unappliedMinor }) => ({
          currency,
          balanceMinor: items.reduce((sum, { openMinor }) => sum + openMinor, 0) - unappliedMinor,
        }))
        expect(sumOf(statement)).toEqual(sumOf(ageingByHand(facts, asOf, (of) => of === id)))
      }
    }
    return tables
  })
}
