import type { Transaction } from '../../database/database.ts'
import { addDays, day, type Day, type Instant, instantAt } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { emailKey, indexNames, refreshBalances } from '../../ledger/index.ts'
import { type Account, type AccountItem } from '../account.ts'
import { ENTITIES } from '../company.ts'
import type { DemoCustomer } from '../customers.ts'
import { randomOf } from '../random.ts'
import { insertAll, type Row } from '../store/rows.ts'
import type { DemoDocument, DemoPayment, Trade } from '../trade.ts'
import type { Cast } from './cast.ts'

const SINCE_EVER = day('1900-01-01')

export type Books = {
  readonly trades: readonly Trade[]
  readonly accounts: readonly Account[]
  readonly numbers: ReadonlyMap<string, string>
  readonly today: Day
}

/** Writes customers, documents and money, and what is kept beside them. */
export async function writeLedger(tx: Transaction, cast: Cast, books: Books): Promise<void> {
  const { organisationId } = cast
  const customers = books.accounts.map(({ customer }) => customer)
  const parentsFirst = customers.toSorted(
    (a, b) => Number(a.parentId !== null) - Number(b.parentId !== null),
  )
  await insertAll(
    tx,
    'customers',
    parentsFirst.map((customer) => customerRow(cast, customer)),
  )
  await insertAll(
    tx,
    'customerOwners',
    customers.flatMap((customer) => ownerRows(cast, customer, books.today)),
  )
  await insertAll(
    tx,
    'contacts',
    customers.flatMap((customer) => contactRows(cast, customer)),
  )
  const documents = books.trades.flatMap((trade) => trade.documents)
  await insertAll(
    tx,
    'receivables',
    documents.map((document) => receivableRow(cast, document, books)),
  )
  await insertAll(
    tx,
    'openItems',
    books.accounts.flatMap(({ items }) => items.map((item) => itemRow(cast, item, books))),
  )
  const payments = books.trades.flatMap((trade) => trade.payments)
  await insertAll(
    tx,
    'payments',
    payments.map((payment, index) => paymentRow(cast, payment, { index, books })),
  )
  await insertAll(
    tx,
    'allocations',
    books.trades.flatMap((trade) => allocationRows(cast, trade)),
  )
  await insertAll(tx, 'exchangeRates', rateRows(cast, books.today))
  await refreshBalances(tx, organisationId, 'all')
  await indexNames(tx, organisationId, 'all')
}

function customerRow(cast: Cast, customer: DemoCustomer): Row<'customers'> {
  const { organisationId, entities, people, sources, keys, now } = cast
  const { id, number, name, legalForm, segment, language, country, timeZone, tags, parentId } =
    customer
  const random = randomOf(`credit ${number}`)
  const limit = { small: 5_000_00, medium: 20_000_00, large: 120_000_00 }[customer.size]
  const hasLimit = segment === 'commercial' && customer.currency !== 'JPY' && random.chance(0.7)
  return {
    id,
    organisationId,
    number,
    name,
    legalForm,
    segment,
    language,
    country,
    timeZone,
    parentId,
    legalEntityId: entities[customer.entity],
    address: keys.encrypt(customer.address),
    termsDays: customer.termsDays,
    creditLimitMinor: hasLimit ? limit : null,
    creditLimitCurrency: hasLimit ? customer.currency : null,
    ownerId: people[customer.owner],
    collectorId: people[customer.collector],
    tags: [...tags],
    sourceId: sources[customer.entity],
    externalId: number,
    createdAt: now,
  }
}

function ownerRows(cast: Cast, customer: DemoCustomer, today: Day): Row<'customerOwners'>[] {
  const { owner, formerOwner } = customer
  const shared = {
    organisationId: cast.organisationId,
    customerId: customer.id,
    recordedAt: cast.now,
  }
  const present = { ...shared, id: newId(), ownerId: cast.people[owner] }
  if (!formerOwner) return [{ ...present, fromOn: SINCE_EVER }]
  return [
    { ...shared, id: newId(), ownerId: cast.people[formerOwner.key], fromOn: SINCE_EVER },
    { ...present, fromOn: addDays(today, -formerOwner.daysAgo) },
  ]
}

/** Who owned the customer on a day. */
function ownerOn({ owner, formerOwner }: DemoCustomer, on: Day, today: Day) {
  return formerOwner && on < addDays(today, -formerOwner.daysAgo) ? formerOwner.key : owner
}

function contactRows(
  { organisationId, keys, now }: Cast,
  customer: DemoCustomer,
): Row<'contacts'>[] {
  return customer.contacts.map((contact) => ({
    id: contact.id,
    organisationId,
    customerId: customer.id,
    role: contact.role,
    name: keys.encrypt(contact.name),
    email: keys.encrypt(contact.email),
    emailHash: contact.email === '' ? null : keys.hash(emailKey(contact.email)),
    phone: keys.encrypt(contact.phone),
    phoneHash: contact.phone === '' ? null : keys.hash(contact.phone),
    isPrimary: contact.isPrimary,
    doNotContact: contact.doNotContact,
    createdAt: now,
  }))
}

function receivableRow(
  cast: Cast,
  document: DemoDocument,
  { numbers, today }: Books,
): Row<'receivables'> {
  const { customer, id, kind, issuedOn, currency, totalMinor, purchaseOrder } = document
  const { entity } = customer
  const number = numbers.get(id) ?? ''
  return {
    id,
    kind,
    issuedOn,
    currency,
    totalMinor,
    purchaseOrder,
    number,
    organisationId: cast.organisationId,
    legalEntityId: cast.entities[entity],
    customerId: customer.id,
    deliveredOn: kind === 'invoice' ? issuedOn : null,
    sellerId: cast.people[ownerOn(customer, issuedOn, today)],
    sourceId: cast.sources[entity],
    externalId: number,
    createdAt: morningOf(customer, issuedOn),
  }
}

function itemRow(cast: Cast, item: AccountItem, { today }: Books): Row<'openItems'> {
  const { document } = item
  const openMinor = item.openOn(today)
  return {
    id: item.id,
    organisationId: cast.organisationId,
    legalEntityId: cast.entities[document.customer.entity],
    customerId: document.customer.id,
    receivableId: document.id,
    sequence: item.sequence,
    issuedOn: document.issuedOn,
    dueOn: item.dueOn,
    currency: document.currency,
    totalMinor: item.totalMinor,
    openMinor,
    closedOn: openMinor === 0 ? item.lastSetOn : null,
  }
}

type Place = { readonly index: number; readonly books: Books }

function paymentRow(cast: Cast, payment: DemoPayment, { index }: Place): Row<'payments'> {
  const { customer, id, amountMinor, currency, on, reversesId } = payment
  return {
    id,
    amountMinor,
    currency,
    reversesId,
    organisationId: cast.organisationId,
    legalEntityId: cast.entities[customer.entity],
    customerId: customer.id,
    receivedOn: on,
    reference: reversesId
      ? `return ${customer.number}`
      : `${customer.name} ${customer.number}`.slice(0, 140),
    sourceId: cast.sources[customer.entity],
    externalId: `B-${100_000 + index}`,
    recordedAt: morningOf(customer, on),
  }
}

function allocationRows(cast: Cast, { allocations }: Trade): Row<'allocations'>[] {
  return allocations.map(({ on, ...row }) => ({
    ...row,
    organisationId: cast.organisationId,
    allocatedOn: on,
    recordedAt: cast.now,
  }))
}

function morningOf({ entity }: DemoCustomer, on: Day): Instant {
  return instantAt(ENTITIES[entity].timeZone, on, '09:00')
}

const RATES = { GBP: 0.86, CHF: 0.95, USD: 1.09, JPY: 164 } as const

/** A rate at the beginning of each month and one of yesterday, near what they have been. */
function rateRows({ organisationId }: Cast, today: Day): Row<'exchangeRates'>[] {
  const days = Array.from({ length: 25 }, (_, month) => addDays(today, -1 - month * 30))
  return Object.entries(RATES).flatMap(([quote, rate]) => {
    const random = randomOf(`rates ${quote}`)
    return days.map((rateOn) => ({
      id: newId(),
      organisationId,
      base: 'EUR',
      quote,
      rateOn,
      rate: (rate * (1 + random.around(0, 0.012))).toFixed(4),
      origin: 'demo',
    }))
  })
}
