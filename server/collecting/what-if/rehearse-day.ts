import type * as z from 'zod'

import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Keys, World } from '../../world.ts'
import { openGate } from '../gate/index.ts'
import { spokenIn } from '../playbooks/rules/spoken.ts'
import { makePlan, planFrom, type Entry } from '../runs/index.ts'
import type * as contract from './contract.ts'
import { selectNames } from './store/customers.ts'

type Rehearsal = z.input<(typeof contract.rehearseDay.schema.response)[200]>

/** So many entries of each decision are shown, the largest first. */
const SHOWN = 100

export type RehearsedDay = {
  readonly organisationId: string
  readonly legalEntityId: string
  readonly onDay: Day
}

/** What a run would decide on a day, today or later, if nothing changed. Writes nothing. */
export async function rehearseDay(
  world: World,
  { organisationId, legalEntityId, onDay }: RehearsedDay,
): Promise<Rehearsal> {
  const keys = await world.secrets.of(organisationId)
  return inOrganisation(world.db, organisationId, async (tx) => {
    const now = world.clock()
    const gate = await openGate(tx, { organisationId, legalEntityId, now, day: onDay })
    if (!gate) throw new Refusal('not_found', 'no_such_legal_entity')
    if (onDay < gate.entity.today) throw new Refusal('invalid', 'rehearsal_in_the_past')
    const largest = largestEntries()
    const write = async (entries: readonly Entry[]) => largest.add(entries)
    const plan = await makePlan(tx, gate, { write })
    return {
      onDay,
      plan: planFrom(plan),
      entries: await named(tx, keys, largest.all()),
    }
  })
}

export async function rehearseFor(
  world: World,
  { organisationId, language }: Actor,
  body: Omit<RehearsedDay, 'organisationId'>,
): Promise<Rehearsal> {
  const spoken = spokenIn(language)
  const { entries, ...day } = await rehearseDay(world, { ...body, organisationId })
  const said = entries.map(({ stepName, ...entry }) => ({
    ...entry,
    stepName: stepName && spoken(stepName),
  }))
  return { ...day, entries: said }
}

/** Keeps the largest of each decision while any number passes. */
function largestEntries() {
  const kept = new Map<Entry['decision'], Entry[]>()
  return {
    add(entries: readonly Entry[]): void {
      for (const [decision, more] of Map.groupBy(entries, (entry) => entry.decision)) {
        const all = [...(kept.get(decision) ?? []), ...more]
        kept.set(decision, all.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, SHOWN))
      }
    },
    all: (): Entry[] => [...kept.values()].flat(),
  }
}

/** For order only: the amounts of an entry, whatever their currencies. */
function sizeOf({ totals }: Entry): number {
  return Math.max(0, ...totals.map(({ minor }) => minor))
}

async function named(
  tx: Transaction,
  keys: Keys,
  entries: readonly Entry[],
): Promise<Rehearsal['entries']> {
  const names = await selectNames(tx, {
    customers: entries.map(({ customerId }) => customerId),
    contacts: entries.flatMap(({ contactId }) => contactId ?? []),
    people: entries.flatMap(({ senderId }) => senderId ?? []),
  })
  return entries.map((entry) => {
    const customer = names.customers.get(entry.customerId)
    const contact = names.contacts.get(entry.contactId ?? '')
    const { decision, playbookId, stepKey, stepName, lane, channel, templateKey, language } = entry
    return {
      customerId: entry.customerId,
      customerNumber: customer?.number ?? '',
      customerName: customer?.name ?? '',
      decision,
      playbookId,
      stepKey,
      stepName,
      lane,
      channel,
      templateKey,
      language,
      contactName: contact === undefined ? null : keys.decrypt(contact),
      senderName: names.people.get(entry.senderId ?? '') ?? null,
      totals: [...entry.totals],
      items: entry.itemCount,
      oldestDueOn: entry.oldestDueOn,
      reasons: entry.reasons.map(({ code, values, openItemIds }) => ({
        code,
        values: { ...values },
        openItemIds: [...openItemIds],
      })),
      needsApproval: entry.needsApproval,
      isApproved: false,
      sendAt: entry.sendAt,
    }
  })
}
