import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { commitmentsOf } from '../commitments/commitments.ts'
import { lastDayOf } from '../commitments/rules.ts'
import { keyOf, pageFrom } from '../common/cursor.ts'
import { atDesk, happened, lockDeskCustomer, type Desk } from '../common/desk.ts'
import { personOf } from '../common/person.ts'
import { beyondRoom, roomOf, useMandate, type Room } from '../mandates/mandates.ts'
import { recordsCovering } from '../records/store/covering.ts'
import type * as contract from './contract.ts'
import { refusalOf } from './rules.ts'
import * as store from './store.ts'

type Offer = z.output<typeof contract.takePromise.schema.body>
type Query = z.output<typeof contract.listPromises.schema.querystring>
type Page = z.input<(typeof contract.listPromises.schema.response)[200]>

/** Takes a customer's promise to pay, or refuses it. */
export function takePromise(
  world: World,
  actor: Actor,
  customerId: string,
  offer: Offer,
): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    await lockDeskCustomer(desk, customerId)
    return takeWithin(desk, customerId, offer)
  })
}

/** The same in the transaction of a desk that holds the customer: a seller keeps to their mandate. */
export async function takeWithin(
  desk: Desk,
  customerId: string,
  offer: Offer & { readonly outcomeId?: string },
): Promise<{ id: string }> {
  const { amount, promisedFor } = offer
  const room = await roomOf(desk, customerId, amount.currency)
  const isSeller = desk.actor.owners !== null

  const [beyond] = isSeller ? beyondRoom(desk, room, { ...ONE_PAYMENT, until: promisedFor }) : []
  if (beyond) {
    throw new Refusal('conflict', 'beyond_mandate', { ...beyond, approver: room.approver })
  }

  const promise = await takePermitted(desk, customerId, offer, { takenBy: desk.actor.personId })
  if (isSeller) await recordUse(desk, room, { customerId, promise, promisedFor })
  return promise
}

const ONE_PAYMENT = {
  instalments: 1,
  firstPaymentPercent: 100,
  discountBasisPoints: 0,
  waivesCharges: false,
}

type Permitted = { readonly takenBy: string; readonly approvalId?: string }

/** Takes a promise that was approved, in the name of whom it was given to; the approver's desk. */
export async function takeApproved(
  desk: Desk,
  customerId: string,
  offer: Offer & { readonly outcomeId?: string },
  permitted: Permitted,
): Promise<void> {
  const room = await roomOf(desk, customerId, offer.amount.currency)
  const promise = await takePermitted(desk, customerId, offer, permitted)
  await recordUse(desk, room, { customerId, promise, ...offer, ...permitted })
}

type Using = {
  readonly customerId: string
  readonly promise: { readonly id: string }
  readonly promisedFor: Day
  readonly takenBy?: string
  readonly approvalId?: string
}

function recordUse(desk: Desk, room: Room, use: Using): Promise<void> {
  return useMandate(desk, room, {
    customerId: use.customerId,
    subject: { kind: 'promise', id: use.promise.id },
    terms: { until: use.promisedFor },
    personId: use.takenBy ?? desk.actor.personId,
    approvalId: use.approvalId ?? null,
  })
}

async function takePermitted(
  desk: Desk,
  customerId: string,
  offer: Offer & { readonly outcomeId?: string },
  { takenBy }: Permitted,
): Promise<{ id: string }> {
  const { openItemId, amount, promisedFor } = offer
  const on = { openItemId, currency: amount.currency }
  const standing = await store.selectStanding(desk.tx, customerId, on)
  const level = await store.selectLevel(desk.tx, customerId, { ...on, today: desk.today })

  const refusal = refusalOf(offer, standing, desk.today)
  if (refusal) throw new Refusal('conflict', refusal)

  const id = newId()
  await store.insertPromise(desk.tx, {
    id,
    organisationId: desk.organisation.id,
    customerId,
    openItemId,
    amountMinor: amount.minor,
    currency: amount.currency,
    promisedFor,
    madeOn: desk.today,
    saidBy: desk.keys.encrypt(offer.saidBy),
    channel: offer.channel,
    level,
    outcomeId: offer.outcomeId ?? null,
    takenBy,
    takenAt: desk.now,
  })
  await happened(desk, {
    name: 'promise.taken',
    customerId,
    subject: { kind: 'promise', id },
    data: { minor: amount.minor, currency: amount.currency, promisedFor, level },
  })
  return { id }
}

/** Withdraws a promise that was taken by mistake; the history keeps it. */
export function withdrawPromise(
  world: World,
  actor: Actor,
  promiseId: string,
  why: string,
): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    const customerId = await customerOfPromise(desk, promiseId)
    await lockDeskCustomer(desk, customerId)

    const wasOpen = await store.withdrawPromise(desk.tx, promiseId, desk.today)
    if (!wasOpen) throw new Refusal('conflict', 'promise_not_open')

    const subject = { kind: 'promise', id: promiseId }
    await happened(desk, { name: 'promise.withdrawn', customerId, subject, why })
    return { id: promiseId }
  })
}

async function customerOfPromise({ tx }: Desk, promiseId: string): Promise<string> {
  const promise = await store.selectPromise(tx, promiseId)
  if (!promise) throw new Refusal('not_found', 'no_such_promise')
  return promise.customerId
}

export function listPromises(world: World, actor: Actor, query: Query): Promise<Page> {
  return atDesk(world, actor, async ({ tx, keys, policy, today }) => {
    const key = keyOf(query.cursor, 2)
    const { customer, state, limit } = query
    const rows = await store.selectPromises(tx, {
      organisationId: actor.organisationId,
      owners: actor.owners,
      customer,
      state,
      after: key ? [String(key[0]), String(key[1])] : null,
      limit,
    })

    const page = pageFrom(rows, limit, (row) => [row.promisedFor, row.id])
    const open = page.rows.filter((row) => row.state === 'open')
    const customerIds = [...new Set(open.map(({ customerId }) => customerId))]
    const { promiseToleranceDays: toleranceDays } = policy
    const kept = await commitmentsOf(tx, customerIds, { today, toleranceDays })
    const ids = page.rows.map(({ id }) => id)
    const signed = await recordsCovering(tx, 'promise', ids)
    const receivedOf = new Map(kept.map((one) => [one.id, one.receivedMinor]))
    function pastLastDay(promisedFor: Day): Day | null {
      const last = lastDayOf(promisedFor, toleranceDays)
      return today > last ? last : null
    }
    return {
      next: page.next,
      rows: page.rows.map((row) => ({
        id: row.id,
        customer: { id: row.customerId, name: row.customerName },
        openItem: row.openItemId && row.number ? { id: row.openItemId, number: row.number } : null,
        amount: { minor: row.amountMinor, currency: row.currency },
        receivedMinor: row.receivedMinor ?? receivedOf.get(row.id) ?? 0,
        level: row.level,
        promisedFor: row.promisedFor,
        madeOn: row.madeOn,
        state: row.state,
        judgedOn: row.judgedOn,
        awaitsPaymentsOf: row.state === 'open' ? pastLastDay(row.promisedFor) : null,
        saidBy: keys.decrypt(row.saidBy),
        takenBy: personOf(row.takenById, row.takenByName),
        signedRecordId: signed.get(row.id) ?? null,
      })),
    }
  })
}
