import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import { daysBetween } from '../../../kernel/day.ts'
import type { World } from '../../../world.ts'
import { spokenIn } from '../../playbooks/rules/spoken.ts'
import { atDesk, findCustomer, type Desk } from '../common/desk.ts'
import { personOf } from '../common/person.ts'
import type { readBrief as contract } from './contract.ts'
import * as store from './store.ts'

type Brief = z.input<(typeof contract.schema.response)[200]>

const ITEMS_SHOWN = 5

/** What to know before acting on a customer. */
export function readBrief(world: World, actor: Actor, customerId: string): Promise<Brief> {
  return atDesk(world, actor, async (desk) => {
    await findCustomer(desk, customerId)
    const { tx, today } = desk
    const head = await store.selectHead(tx, customerId)
    const items = await store.selectItems(tx, customerId, ITEMS_SHOWN)
    const lastMessage = await store.selectLastMessage(tx, customerId)
    const promises = await store.selectRecentPromises(tx, customerId)

    return {
      ...headOf(head, desk),
      standings: await store.selectStandings(tx, customerId, today),
      items: items.map(({ id, number, issuedOn, dueOn, currency, openMinor }) => ({
        id,
        number,
        issuedOn,
        dueOn,
        currency,
        openMinor,
        daysLate: daysBetween(dueOn, today),
      })),
      moreItems: (items[0]?.count ?? 0) - items.length,
      lastWords: await lastWordsOf(desk, customerId),
      lastMessage: lastMessage
        ? {
            on: lastMessage.onDay,
            channel: lastMessage.channel,
            step: spokenIn(desk.actor.language)(lastMessage.stepName),
          }
        : null,
      promises: promises.map(({ id, amountMinor: minor, currency, promisedFor, state }) => ({
        id,
        amount: { minor, currency },
        promisedFor,
        state,
      })),
      contact: await contactOf(desk, customerId),
      tasks: await store.selectOpenTasks(tx, customerId),
    }
  })
}

function headOf(head: store.BriefHead, { organisation }: Desk) {
  const { id, number, name, language } = head
  return {
    customer: { id, number, name, language },
    owner: personOf(head.ownerId, head.ownerName),
    collector: personOf(head.collectorId, head.collectorName),
    reasons: head.reasons ?? [],
    score:
      head.reckoning && head.score !== null
        ? {
            value: head.score,
            atRisk: { minor: head.reckoning.atRisk, currency: organisation.reportingCurrency },
            urgency: head.reckoning.urgency,
            chance: head.reckoning.chance,
          }
        : null,
    ball: {
      lane: head.lane ?? ('finance' as const),
      holder: personOf(head.holderId, head.holderName),
      since: head.takenOn,
      returnsOn: head.returnsOn,
    },
  }
}

async function lastWordsOf({ tx, keys }: Desk, customerId: string): Promise<Brief['lastWords']> {
  const all = await store.selectLastWords(tx, customerId)
  const said = all.map(({ on, kind, text, sealed }) => ({
    on,
    kind,
    text: text || keys.decrypt(sealed),
  }))
  return said.find(({ text }) => text !== '') ?? null
}

async function contactOf({ tx, keys }: Desk, customerId: string): Promise<Brief['contact']> {
  const contact = await store.selectContact(tx, customerId)
  if (!contact) return null
  return {
    id: contact.id,
    name: keys.decrypt(contact.name),
    email: keys.decrypt(contact.email),
    phone: keys.decrypt(contact.phone),
  }
}
