import type { Transaction } from '../../../database/database.ts'
import { addDays, instantAt, type Day, type Instant } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Money } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { deskByLink, type Linked } from '../by-link/desk.ts'
import type { Desk } from '../common/desk.ts'
import { selectCustomer, type DeskCustomer } from '../common/store.ts'
import { declineWithin, shownOffer, type ShownOffer } from '../offers/offers.ts'
import { logWithin } from '../outcomes/outcomes.ts'
import { takeWithin } from './ball.ts'
import * as store from './store.ts'

/** The customer of a link, while its reader may see them; somebody else's is none. */
async function customerOf(desk: Desk, id: string, { language }: Linked): Promise<DeskCustomer> {
  const customer = await selectCustomer(desk.tx, id, desk.actor.owners, false)
  if (!customer) throw new Refusal('gone', 'link_revoked', { language })
  return customer
}

/** The desk of a link about a customer, and that customer. */
async function atCustomer(tx: Transaction, world: World, link: Linked) {
  const desk = await deskByLink(tx, world, link)
  return { desk, customer: await customerOf(desk, link.subject.id, link) }
}

export async function offerByLink(
  tx: Transaction,
  world: World,
  link: Linked,
): Promise<ShownOffer> {
  const { desk, customer } = await atCustomer(tx, world, link)
  return shownOffer(desk, customer)
}

/** Takes the customer over, with the same refusals as in the application. */
export async function takeByLink(
  tx: Transaction,
  world: World,
  link: Linked,
  note: string,
): Promise<void> {
  const { desk, customer } = await atCustomer(tx, world, link)
  await takeWithin(desk, customer.id, note)
}

/** Says no thanks; finance hears it. */
export async function declineByLink(
  tx: Transaction,
  world: World,
  link: Linked,
  note: string,
): Promise<void> {
  const { desk, customer } = await atCustomer(tx, world, link)
  await declineWithin(desk, customer.id, note)
}

/** What a seller is shown who holds a customer and is asked what came of it. */
export type ShownTurn = {
  readonly organisationName: string
  readonly customerName: string
  readonly askerName: string
  readonly question: string
  readonly overdue: readonly Money[]
  readonly daysLate: number
  readonly today: Day
  readonly returnsOn: Day
  readonly expiresAt: Instant
  readonly isHeld: boolean
  /** What has been written down already in this turn. */
  readonly outcome: string | null
}

/** How a turn stands; null when the customer is none of the reader's. */
export async function shownTurn(desk: Desk, ballId: string): Promise<ShownTurn | null> {
  const turn = await store.selectTurn(desk.tx, ballId, desk.today)
  if (!turn) return null
  const customer = await selectCustomer(desk.tx, turn.customerId, desk.actor.owners, false)
  if (!customer) return null
  const ends = instantAt(desk.organisation.timeZone, addDays(turn.returnsOn, 1), '00:00')
  return { ...turn, customerName: customer.name, today: desk.today, expiresAt: ends }
}

export async function turnByLink(tx: Transaction, world: World, link: Linked): Promise<ShownTurn> {
  const shown = await shownTurn(await deskByLink(tx, world, link), link.subject.id)
  if (!shown) throw new Refusal('gone', 'link_revoked', { language: link.language })
  return shown
}

export const LINK_OUTCOMES = [
  'promised',
  'already_paid',
  'short_of_cash',
  'refuses',
  'not_reached',
  'other',
] as const

export type LinkOutcome = {
  readonly kind: (typeof LINK_OUTCOMES)[number]
  readonly said: string
  readonly promise: { readonly amount: Money; readonly promisedFor: Day } | null
}

/** Writes down what came of the conversation, and does what follows from it, as the application does. */
export async function logByLink(
  tx: Transaction,
  world: World,
  link: Linked,
  { kind, said, promise }: LinkOutcome,
): Promise<void> {
  const desk = await deskByLink(tx, world, link)
  const turn = await store.selectTurn(tx, link.subject.id, desk.today)
  if (!turn) throw new Refusal('gone', 'link_revoked', { language: link.language })
  await customerOf(desk, turn.customerId, link)
  if (!turn.isHeld) throw new Refusal('conflict', 'not_with_seller')
  await logWithin(world, desk, turn.customerId, {
    id: newId(),
    happenedAt: desk.now,
    channel: 'call',
    contactId: null,
    said,
    taskId: null,
    keepsBall: false,
    result: resultOf(kind, promise),
  })
}

type Result = Parameters<typeof logWithin>[3]['result']

function resultOf(kind: LinkOutcome['kind'], promise: LinkOutcome['promise']): Result {
  switch (kind) {
    case 'promised': {
      if (!promise) throw new Error('a promise has an amount and a day')
      return { kind, openItemId: null, note: '', ...promise }
    }
    case 'already_paid':
      return {
        kind,
        receivableIds: [],
        paidOn: null,
        amount: null,
        by: 'transfer',
        reference: '',
        asksForDetails: false,
        toContactId: null,
      }
    case 'short_of_cash':
      return { kind, plan: null }
    case 'refuses':
      return { kind, to: 'finance' }
    case 'not_reached':
      return { kind, retryOn: null }
    case 'other':
      return { kind }
  }
}
