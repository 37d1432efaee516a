import type { Transaction } from '../../../database/database.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { deskByLink, type Linked } from '../by-link/desk.ts'
import type { Desk } from '../common/desk.ts'
import { selectCustomer, type DeskCustomer } from '../common/store.ts'
import { declineWithin, shownOffer, type ShownOffer } from '../offers/offers.ts'
import { takeWithin } from './ball.ts'

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
