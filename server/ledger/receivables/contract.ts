import * as z from 'zod'

import { Currency, Day, Id, Instant, Money, pageOf, refusals } from '../../http/contract.ts'
import {
  AccountOrGroup,
  CustomerName,
  CustomerPath,
  Paging,
  Person,
  RECEIVABLE_KINDS,
  Scope,
} from '../contract.ts'

export const ALLOCATION_KINDS = [
  'payment',
  'credit',
  'write_off',
  'set_off',
  'cancellation',
  'adjustment',
] as const

/** total − allocated = open, on the day asked about. */
const OpenItem = z.object({
  id: Id,
  receivableId: Id,
  kind: z.enum(RECEIVABLE_KINDS),
  number: z.string(),
  /** The instalment and how many there are. */
  sequence: z.int(),
  instalments: z.int(),
  issuedOn: Day,
  dueOn: Day,
  /** The document named no due day: default terms gave this one. */
  isDueAssumed: z.boolean(),
  currency: Currency,
  totalMinor: z.int(),
  allocatedMinor: z.int(),
  openMinor: z.int(),
  disputedMinor: z.int(),
  /** Days past due on the day asked about, or when it was closed; negative before the due day. */
  daysLate: z.int(),
  closedOn: Day.nullable(),
  heldUntil: Day.nullable(),
  purchaseOrder: z.string(),
  orderReference: z.string(),
  evidenceKinds: z.array(z.string()),
  isEvidenceComplete: z.boolean(),
  vanishedOn: Day.nullable(),
})

const AnyonesItem = OpenItem.extend({ customer: CustomerName, legalEntityId: Id })

export const listCustomerItems = {
  method: 'GET',
  url: '/customers/:customerId/open-items',
  permission: 'customers.read',
  summary: 'What a customer has open by due day, or what is closed, newest first.',
  schema: {
    params: CustomerPath,
    querystring: Paging.extend({
      state: z.enum(['open', 'closed']).default('open'),
      scope: AccountOrGroup.default('account'),
      currency: Currency.optional(),
      /** A past day: what was open at its end. */
      asOf: Day.optional(),
    }),
    response: { 200: pageOf(AnyonesItem), ...refusals },
  },
} as const

/** The rows behind a figure of ageing. */
export const listOpenItems = {
  method: 'GET',
  url: '/open-items',
  permission: 'customers.read',
  summary: 'Open items of all customers on a day by due day: the rows behind a figure.',
  schema: {
    querystring: Scope.extend({
      ...Paging.shape,
      asOf: Day.optional(),
      customer: Id.optional(),
      scope: AccountOrGroup.default('account'),
      /** Who owned the customer on the invoice's day. */
      seller: z.union([Id, z.literal('none')]).optional(),
      /** 'owed', 'not_due', 'overdue', 'credit', or the place of a bucket from 1. */
      bucket: z
        .union([z.enum(['owed', 'not_due', 'overdue', 'credit']), z.coerce.number().int()])
        .optional(),
      dueFrom: Day.optional(),
      dueTo: Day.optional(),
    }),
    response: { 200: pageOf(AnyonesItem), ...refusals },
  },
} as const

/** The rows behind a figure of sales. */
export const listReceivables = {
  method: 'GET',
  url: '/receivables',
  permission: 'customers.read',
  summary: 'Invoices, credit notes and debit notes by the day of issue, newest first.',
  schema: {
    querystring: Scope.extend({
      ...Paging.shape,
      customer: Id.optional(),
      issuedFrom: Day.optional(),
      issuedTo: Day.optional(),
      /** Who owned the customer on the invoice's day. */
      seller: z.union([Id, z.literal('none')]).optional(),
      kind: z.enum(RECEIVABLE_KINDS).optional(),
    }),
    response: {
      200: pageOf(
        z.object({
          id: Id,
          kind: z.enum(RECEIVABLE_KINDS),
          number: z.string(),
          issuedOn: Day,
          total: Money,
          openMinor: z.int(),
          customer: CustomerName,
        }),
      ),
      ...refusals,
    },
  },
} as const

const AllocationLine = z.object({
  id: Id,
  openItemId: Id,
  sequence: z.int(),
  kind: z.enum(ALLOCATION_KINDS),
  allocatedOn: Day,
  amountMinor: z.int(),
  /** What of the instalment was open after this line. */
  leftMinor: z.int(),
  paymentId: Id.nullable(),
  paymentReference: z.string(),
  /** The document on the other side of a credit. */
  against: z.object({ receivableId: Id, number: z.string() }).nullable(),
  reversesId: Id.nullable(),
  isReversed: z.boolean(),
  recordedAt: Instant,
  recordedBy: Person.nullable(),
})

export const readReceivable = {
  method: 'GET',
  url: '/receivables/:receivableId',
  permission: 'customers.read',
  summary: 'A document with its instalments and every line that changed what is open, in order.',
  schema: {
    params: z.object({ receivableId: Id }),
    response: {
      200: z.object({
        id: Id,
        customer: CustomerName,
        legalEntityId: Id,
        kind: z.enum(RECEIVABLE_KINDS),
        number: z.string(),
        issuedOn: Day,
        deliveredOn: Day.nullable(),
        currency: Currency,
        totalMinor: z.int(),
        openMinor: z.int(),
        orderReference: z.string(),
        purchaseOrder: z.string(),
        paymentReference: z.string(),
        seller: Person.nullable(),
        isDueAssumed: z.boolean(),
        source: z.string(),
        externalId: z.string(),
        vanishedOn: Day.nullable(),
        items: z.array(OpenItem),
        allocations: z.array(AllocationLine),
        missingEvidence: z.array(z.string()),
      }),
      ...refusals,
    },
  },
} as const

/** The rows behind a figure of money collected. */
export const listAllocations = {
  method: 'GET',
  url: '/allocations',
  permission: 'customers.read',
  summary: 'Money and credit set against invoices by the day of effect, newest first.',
  schema: {
    querystring: Scope.extend({
      ...Paging.shape,
      from: Day.optional(),
      to: Day.optional(),
      kind: z.enum(ALLOCATION_KINDS).optional(),
    }),
    response: {
      200: pageOf(
        z.object({
          id: Id,
          kind: z.enum(ALLOCATION_KINDS),
          allocatedOn: Day,
          amount: Money,
          dueOn: Day,
          daysLate: z.int(),
          number: z.string(),
          receivableId: Id,
          customer: CustomerName,
        }),
      ),
      ...refusals,
    },
  },
} as const
