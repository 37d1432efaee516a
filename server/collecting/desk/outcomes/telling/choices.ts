import { mayAny } from '../../../../http/permissions.ts'
import type { Day } from '../../../../kernel/day.ts'
import { draftOf, type Instalment } from '../../../../kernel/instalments.ts'
import type { Money } from '../../../../kernel/money.ts'
import type { Desk } from '../../common/desk.ts'
import { roomOf } from '../../mandates/mandates.ts'
import { selectPlannable } from '../../plans/store.ts'
import { formWithin, type Form } from '../form.ts'

/** As many invoices as an answer may name. */
const MOST_INVOICES = 50

export type Invoice = {
  readonly id: string
  readonly number: string
  readonly issuedOn: Day
  readonly open: Money
  /** What of it is in no dispute. */
  readonly disputable: Money
  readonly isLate: boolean
  /** Documents that could be sent. */
  readonly documents: number
}

export type Plannable = {
  readonly items: readonly {
    readonly openItemId: string
    readonly number: string
    readonly issuedOn: Day
    readonly minor: number
  }[]
  readonly total: Money
  /** One within the mandate, where there is one. */
  readonly draft: readonly Instalment[]
  /** What may be agreed on without asking: instalments, and the last day; null is any. */
  readonly most: number
  readonly latestDay: Day | null
}

/** What may be answered about one customer by whoever holds them, and nothing of anybody else. */
export type Choices = {
  readonly contacts: readonly { readonly id: string; readonly name: string }[]
  /** What is owed, the oldest first. */
  readonly invoices: readonly Invoice[]
  /** The last day that may be promised without asking; null is any. */
  readonly latestDay: Day | null
  /** What could be paid in parts; null where nothing could, or they may not propose it. */
  readonly plan: Plannable | null
  /** Whether mail reaches somebody of theirs. */
  readonly isMailable: boolean
}

export async function choicesOf(desk: Desk, customerId: string): Promise<Choices> {
  const form = await formWithin(desk, customerId)
  return {
    contacts: form.contacts.filter(({ name }) => name !== ''),
    invoices: invoicesOf(form.items, desk.today).slice(0, MOST_INVOICES),
    latestDay: form.standings[0]?.latestDay ?? null,
    plan: await plannableOf(desk, customerId, form),
    isMailable: form.isMailReady && form.contacts.some(({ isMailable }) => isMailable),
  }
}

type Item = Form['items'][number]

/** One line an invoice, however many instalments of it are open. */
function invoicesOf(items: readonly Item[], today: Day): Invoice[] {
  const byId = Map.groupBy(items, ({ receivableId }) => receivableId)
  return [...byId.values()].flatMap((parts) => {
    const [first] = parts
    if (!first) return []
    const { receivableId: id, number, issuedOn, currency, disputedMinor, documents } = first
    const minor = parts.reduce((sum, { openMinor }) => sum + openMinor, 0)
    const disputable = { minor: Math.max(0, minor - disputedMinor), currency }
    const isLate = parts.some(({ dueOn }) => dueOn < today)
    return [{ id, number, issuedOn, open: { minor, currency }, disputable, isLate, documents }]
  })
}

/** All that is late in the currency most is owed in, less what is disputed or in a plan already. */
async function plannableOf(desk: Desk, customerId: string, form: Form): Promise<Plannable | null> {
  const [main] = form.standings
  if (!main || !mayAny(desk.actor.roles, 'plans.propose')) return null
  const { currency, latestDay } = main
  const late = form.items.filter((one) => one.currency === currency && one.dueOn < desk.today)
  const known = new Map(late.map((one) => [one.openItemId, one]))
  const itemIds = [...known.keys()]
  const open = await selectPlannable(desk.tx, customerId, { itemIds, exceptPlanIds: [] })
  const items = open
    .map((one) => ({ ...one, minor: one.openMinor - one.disputedMinor }))
    .filter(({ minor, isInPlan }) => minor > 0 && !isInPlan)
    .flatMap(({ openItemId, minor }) => {
      const item = known.get(openItemId)
      return item ? [{ openItemId, number: item.number, issuedOn: item.issuedOn, minor }] : []
    })
  const total = items.reduce((sum, { minor }) => sum + minor, 0)
  if (total === 0) return null
  const { limits } = await roomOf(desk, customerId, currency)
  const { mostInstalments: most, smallestFirstPaymentPercent: firstPercent } = limits
  const draft = draftOf(total, { most, firstPercent, latestDay }, desk.today)
  return { items, total: { minor: total, currency }, draft, most, latestDay }
}
