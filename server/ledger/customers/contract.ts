import * as z from 'zod'

import { Currency, Day, Id, Money, pageOf, refusals } from '../../http/contract.ts'
import {
  CustomerName,
  CustomerPath,
  Created,
  Done,
  Freshness,
  LANES,
  Paging,
  Person,
  RECEIVABLE_KINDS,
  Scope,
  SEGMENTS,
  Totals,
} from '../contract.ts'

export const CUSTOMER_SORTS = ['name', 'number', 'owed', 'overdue', 'oldest'] as const

const Filter = Scope.extend({
  /** Words of the name, the customer's number or an invoice's number. */
  search: z.string().max(200).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  tag: z.string().optional(),
  hold: z.enum(['yes', 'no']).optional(),
  ball: z.enum(LANES).optional(),
  /** Days late of the oldest open item. */
  lateFrom: z.coerce.number().int().min(0).max(100_000).optional(),
  lateTo: z.coerce.number().int().min(0).max(100_000).optional(),
  /** Only customers who owe something, or are past due. */
  owing: z.enum(['any', 'owed', 'overdue']).default('any'),
  vanished: z.enum(['yes', 'no']).optional(),
})

const CustomerRow = CustomerName.extend({
  legalEntityId: Id,
  country: z.string(),
  language: z.string(),
  segment: z.enum(SEGMENTS),
  owner: Person.nullable(),
  collector: Person.nullable(),
  tags: z.array(z.string()),
  totals: z.array(Totals),
  oldestDueOn: Day.nullable(),
  /** 0 while nothing is past due. */
  daysLate: z.int(),
  /** The last day of the hold on the whole customer. */
  heldUntil: Day.nullable(),
  ball: z.enum(LANES),
  vanishedOn: Day.nullable(),
})

export const listCustomers = {
  method: 'GET',
  url: '/customers',
  permission: 'customers.read',
  summary: 'Customers by name, number or what they owe, narrowed by filters, a page at a time.',
  schema: {
    querystring: Filter.extend({
      ...Paging.shape,
      /** Amounts of several currencies are put in order by their value in the reporting currency. */
      sort: z.enum(CUSTOMER_SORTS).default('overdue'),
    }),
    response: { 200: pageOf(CustomerRow), ...refusals },
  },
} as const

export const totalCustomers = {
  method: 'GET',
  url: '/customers/totals',
  permission: 'customers.read',
  summary: 'How many customers the same filters find, and what they owe per currency.',
  schema: {
    querystring: Filter,
    response: { 200: z.object({ customers: z.int(), totals: z.array(Totals) }), ...refusals },
  },
} as const

export const searchEverything = {
  method: 'GET',
  url: '/search',
  permission: 'customers.read',
  summary: 'Customers and invoices whose name or number begins with what is typed.',
  schema: {
    querystring: z.object({
      text: z.string().max(200),
      limit: z.coerce.number().int().min(1).max(50).default(10),
    }),
    response: {
      200: z.object({
        customers: z.array(CustomerName.extend({ country: z.string() })),
        receivables: z.array(
          z.object({
            id: Id,
            number: z.string(),
            kind: z.enum(RECEIVABLE_KINDS),
            issuedOn: Day,
            total: Money,
            customer: CustomerName,
          }),
        ),
      }),
      ...refusals,
    },
  },
} as const

const Habits = z.object({
  /** Of the last twelve months' payments, weighted by amount; null while there are none. */
  averageDaysLate: z.number().nullable(),
  /** On which days they pay, from two years' payments; weekdays from Monday, 31 is the month's end. */
  calendar: z.object({
    weekdays: z.array(z.int().min(1).max(7)),
    monthDays: z.array(z.int().min(1).max(31)),
    kept: z.int(),
    payments: z.int(),
  }),
})

const CustomerHold = z.object({ id: Id, reason: z.string(), until: Day, isApproved: z.boolean() })

const CustomerDetail = CustomerName.extend({
  legalEntity: z.object({ id: Id, name: z.string() }),
  /** The entity's day: what "late" is counted from. */
  today: Day,
  segment: z.enum(SEGMENTS),
  legalForm: z.string(),
  language: z.string(),
  country: z.string(),
  region: z.string(),
  timeZone: z.string(),
  address: z.string(),
  vatId: z.string(),
  /** Null takes the entity's default terms. */
  termsDays: z.int().nullable(),
  creditLimit: Money.nullable(),
  /** Who insures what they owe; null when nobody does, the cover may have ended. */
  insurance: z
    .object({
      insurer: z.string(),
      policy: z.string(),
      limit: Money.nullable(),
      until: Day.nullable(),
      isInForce: z.boolean(),
      /** What is owed in the limit's currency beyond it; null while it is enough, or has ended. */
      uninsured: Money.nullable(),
    })
    .nullable(),
  playbookId: Id.nullable(),
  tags: z.array(z.string()),
  vanishedOn: Day.nullable(),
  owner: Person.nullable(),
  collector: Person.nullable(),
  ball: z.object({
    lane: z.enum(LANES),
    holder: Person.nullable(),
    since: Day.nullable(),
    returnsOn: Day.nullable(),
  }),
  totals: z.array(Totals.extend({ promisedMinor: z.int(), disputedMinor: z.int() })),
  oldestDueOn: Day.nullable(),
  daysLate: z.int(),
  openItems: z.int(),
  holds: z.array(CustomerHold),
  /** Open invoices with all the evidence that policy asks for, of all open invoices. */
  evidence: z.object({ complete: z.int(), of: z.int() }),
  habits: Habits,
  parent: CustomerName.nullable(),
  children: z.array(CustomerName),
  freshness: Freshness,
})

export const readCustomer = {
  method: 'GET',
  url: '/customers/:customerId',
  permission: 'customers.read',
  summary: 'A customer: what they owe, who looks after them, what holds them, how they pay.',
  schema: { params: CustomerPath, response: { 200: CustomerDetail, ...refusals } },
} as const

export const readGroup = {
  method: 'GET',
  url: '/customers/:customerId/group',
  permission: 'customers.read',
  summary: 'The group that a customer belongs to, from its top down, each with what it owes.',
  schema: {
    params: CustomerPath,
    response: {
      200: z.object({
        members: z.array(
          CustomerName.extend({
            parentId: Id.nullable(),
            depth: z.int(),
            legalEntityId: Id,
            totals: z.array(Totals),
          }),
        ),
        totals: z.array(Totals),
      }),
      ...refusals,
    },
  },
} as const

export const changeCustomer = {
  method: 'PATCH',
  url: '/customers/:customerId',
  permission: 'customers.edit',
  summary: 'Changes what we decide about a customer; what is left out stays.',
  schema: {
    params: CustomerPath,
    body: z
      .object({
        name: z.string().trim().min(1).max(300),
        segment: z.enum(SEGMENTS),
        legalForm: z.string().max(100),
        language: z.string().regex(/^[a-z]{2}$/),
        country: z.string().regex(/^([A-Z]{2})?$/),
        region: z.string().max(10),
        timeZone: z.string(),
        address: z.string().max(1000),
        vatId: z.string().max(50),
        termsDays: z.int().min(0).max(365).nullable(),
        creditLimit: Money.extend({ minor: z.int().min(0) }).nullable(),
        /** Empty when nobody insures what they owe. */
        insurer: z.string().trim().max(120),
        insurancePolicy: z.string().trim().max(60),
        insuranceLimit: Money.extend({ minor: z.int().min(0) }).nullable(),
        insuredUntil: Day.nullable(),
        collectorId: Id.nullable(),
        playbookId: Id.nullable(),
        parentId: Id.nullable(),
        tags: z.array(z.string().trim().min(1).max(50)).max(50),
      })
      .partial(),
    response: { 200: Done, ...refusals },
  },
} as const

export const listOwners = {
  method: 'GET',
  url: '/customers/:customerId/owners',
  permission: 'customers.read',
  summary: 'Who owned the customer from which day on, newest first.',
  schema: {
    params: CustomerPath,
    response: {
      200: z.object({
        owners: z.array(
          z.object({ owner: Person.nullable(), fromOn: Day, recordedBy: Person.nullable() }),
        ),
      }),
      ...refusals,
    },
  },
} as const

export const assignOwner = {
  method: 'POST',
  url: '/customers/:customerId/owners',
  permission: 'owners.assign',
  summary: 'Gives the customer an owner (or none) from a day on; earlier invoices keep theirs.',
  schema: {
    params: CustomerPath,
    body: z.object({ ownerId: Id.nullable(), fromOn: Day }),
    response: { 201: Created, ...refusals },
  },
} as const

/** For filters: the values that occur. */
export const listCustomerFacets = {
  method: 'GET',
  url: '/customers/facets',
  permission: 'customers.read',
  summary: 'The countries, currencies, tags, owners and collectors that customers have.',
  schema: {
    response: {
      200: z.object({
        countries: z.array(z.string()),
        currencies: z.array(Currency),
        tags: z.array(z.string()),
        owners: z.array(Person),
        collectors: z.array(Person),
      }),
      ...refusals,
    },
  },
} as const
