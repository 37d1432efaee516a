import type { Actor } from '../../../../http/actor.ts'
import { addDays, type Day } from '../../../../kernel/day.ts'
import {
  contactsOf,
  doingOf,
  freshnessOf,
  habitsOf,
  itemFacts,
  known,
  readEvidence,
} from '../../../../ledger/index.ts'
import type { World } from '../../../../world.ts'
import type { Desk } from '../../common/desk.ts'
import type { DeskCustomer } from '../../common/store.ts'
import { roomOf } from '../../mandates/mandates.ts'
import { isGrantInForce, mayDecide } from '../../mandates/rules.ts'
import { selectLevel } from '../../promises/store.ts'
import * as head from '../store.ts'
import * as standing from './store/standing.ts'
import * as talk from './store/talk.ts'

const SAID = 2
const SENT = 4
const PROMISES = 5
const DISPUTES = 8
/** In more currencies nobody negotiates at once. */
const MANDATES = 3

/** Everything that is known of a customer on the day of their company. */
export async function gatherVisit(
  world: World,
  actor: Actor,
  { desk, customer }: { readonly desk: Desk; readonly customer: DeskCustomer },
) {
  const { tx, keys, organisation, now } = desk
  const { id } = customer
  const entities = await freshnessOf(tx, organisation.id, now)
  const freshness = known(
    entities.find(({ legalEntityId }) => legalEntityId === customer.legalEntityId),
    'no_such_customer',
  )
  const { today } = freshness
  const items = await itemFacts(tx, [id], today)
  const promised = await standing.selectPromisedItems(tx, id)
  const oldest = items.find(({ openMinor, dueOn }) => openMinor > 0 && dueOn < today)
  return {
    id,
    freshness,
    today,
    items: items.map((item) => ({ ...item, isPromised: promised.has(item.openItemId) })),
    head: await head.selectHead(tx, id),
    standings: await head.selectStandings(tx, id, today),
    evidence: await readEvidence(tx, doingOf(actor, world), id),
    habits: await habitsOf(tx, id, today),
    contacts: (await contactsOf(tx, keys, [id])).filter(({ doNotContact }) => !doNotContact),
    promises: await standing.selectPromises(tx, id, PROMISES),
    disputes: await standing.selectDisputes(tx, id, DISPUTES),
    behaviour: await standing.selectBehaviour(tx, id, oldest?.issuedOn ?? addDays(today, -90)),
    said: await talk.selectSaid(tx, id, SAID),
    sent: await talk.selectSent(tx, id, SENT),
    meeting: await talk.selectNextMeeting(tx, id, today),
    level: await levelOf(desk, { customerId: id, today, items }),
    mandates: await mandatesOf(desk, { customerId: id, today, items }),
  }
}

export type VisitFacts = Awaited<ReturnType<typeof gatherVisit>>

type Account = {
  readonly customerId: string
  readonly today: Day
  readonly items: readonly {
    readonly currency: string
    readonly openMinor: number
    readonly dueOn: Day
  }[]
}

/** Promises not kept on what is overdue, of the currency with the most of them. */
async function levelOf({ tx }: Desk, { customerId, today, items }: Account): Promise<number> {
  const late = items.filter(({ openMinor, dueOn }) => openMinor > 0 && dueOn < today)
  let level = 0
  for (const currency of currenciesOf(late)) {
    const on = { openItemId: null, currency, today }
    level = Math.max(level, await selectLevel(tx, customerId, on))
  }
  return level
}

async function mandatesOf(desk: Desk, { customerId, today, items }: Account) {
  const owed = items.filter(({ openMinor }) => openMinor > 0)
  const mandates = []
  for (const currency of currenciesOf(owed).slice(0, MANDATES)) {
    const room = await roomOf(desk, customerId, currency)
    const grant = room.grants.find((one) => one.id === room.grantId && isGrantInForce(one, today))
    mandates.push({
      currency,
      limits: room.limits,
      source: room.source,
      decidesThemselves: mayDecide(desk.actor.roles, room.approver),
      latestDay: addDays(room.putOffSince ?? today, room.limits.longestExtensionDays),
      expiresOn: grant?.expiresOn ?? null,
    })
  }
  return mandates
}

function currenciesOf(items: Account['items']): string[] {
  return [...new Set(items.map(({ currency }) => currency))]
}
