import type * as z from 'zod'

import { appendEvent } from '../../../access/index.ts'
import type { Actor } from '../../../http/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { keyOf, pageFrom } from '../common/cursor.ts'
import { atDesk, happened, lockDeskCustomer, type Desk } from '../common/desk.ts'
import { atSystemDesk, type SystemDesk } from '../common/system.ts'
import { refreshWorklist } from '../worklist/refresh.ts'
import type * as contract from './contract.ts'
import { outcomeOf, PROMISE_TOLERANCE_DAYS, refusalOf } from './rules.ts'
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
    const { openItemId, amount, promisedFor } = offer
    const on = { openItemId, currency: amount.currency }
    const standing = await store.selectStanding(desk.tx, customerId, on)

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
      takenBy: actor.personId,
      takenAt: desk.now,
    })
    await happened(desk, {
      name: 'promise.taken',
      customerId,
      subject: { kind: 'promise', id },
      data: { minor: amount.minor, currency: amount.currency, promisedFor },
    })
    return { id }
  })
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

    const wasOpen = await store.closePromise(desk.tx, promiseId, 'withdrawn', desk.today)
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
  return atDesk(world, actor, async ({ tx, keys }) => {
    const key = keyOf(query.cursor, 2)
    const { customer, state, limit } = query
    const rows = await store.selectPromises(tx, {
      organisationId: actor.organisationId,
      owners: actor.owners,
      customer,
      state,
      after: key ? [String(key[0]), String(key[1])] : null,
      limit,
      toleranceDays: PROMISE_TOLERANCE_DAYS,
    })

    const page = pageFrom(rows, limit, (row) => [row.promisedFor, row.id])
    return {
      next: page.next,
      rows: page.rows.map((row) => ({
        id: row.id,
        customer: { id: row.customerId, name: row.customerName },
        openItem: row.openItemId && row.number ? { id: row.openItemId, number: row.number } : null,
        amount: { minor: row.amountMinor, currency: row.currency },
        receivedMinor: Math.max(0, row.receivedMinor),
        promisedFor: row.promisedFor,
        madeOn: row.madeOn,
        state: row.state,
        judgedOn: row.judgedOn,
        saidBy: keys.decrypt(row.saidBy),
        takenBy:
          row.takenById && row.takenByName ? { id: row.takenById, name: row.takenByName } : null,
      })),
    }
  })
}

/** Judges the open promises of an organisation. Runs daily; running it twice does no harm. */
export function settlePromises(world: World, organisationId: string): Promise<number> {
  return atSystemDesk(world, organisationId, async (desk) => {
    const open = await store.selectOpenPromises(desk.tx, organisationId, PROMISE_TOLERANCE_DAYS)
    let settled = 0
    for (const promise of open) settled += (await settle(desk, promise)) ? 1 : 0
    return settled
  })
}

async function settle(desk: SystemDesk, promise: store.OpenPromise): Promise<boolean> {
  const { amountMinor: minor, currency, promisedFor, customerId } = promise
  const offer = { amount: { minor, currency }, promisedFor }

  const outcome = outcomeOf(offer, promise.receivedMinor, desk.today)
  if (outcome === 'open') return false

  if (!(await store.closePromise(desk.tx, promise.id, outcome, desk.today))) return false
  await appendEvent(desk.tx, {
    name: `promise.${outcome}`,
    organisationId: desk.organisation.id,
    at: desk.now,
    by: { kind: 'system' },
    customerId,
    subject: { kind: 'promise', id: promise.id },
    data: { minor, currency, promisedFor, receivedMinor: promise.receivedMinor },
  })
  await refreshWorklist(desk.tx, desk.organisation, [customerId], desk.today)
  return true
}
