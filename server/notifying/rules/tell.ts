import { addDays, dayIn, instantAt, weekdayOf, type Instant } from '../../kernel/day.ts'

export type Pace = 'now' | 'daily' | 'weekly'
export type Channel = 'in_app' | 'email' | 'webhook'
export type Audience =
  | 'owner'
  | 'manager'
  | 'collector'
  | 'department'
  | 'handler'
  | 'decider'
  | 'handler_manager'
  | 'credit'
  | 'legal'
  | 'finance'
  | 'named'

export type Condition = {
  readonly minAmountMinor: Readonly<Record<string, number>>
  readonly minDaysLate: number | null
  readonly segment: 'commercial' | 'consumer' | null
  readonly lane: 'seller' | 'finance' | 'legal' | null
  readonly customers: readonly string[]
}

/** A condition that lets everything through. */
export const ALWAYS: Condition = {
  minAmountMinor: {},
  minDaysLate: null,
  segment: null,
  lane: null,
  customers: [],
}

export type Rule = {
  readonly id: string
  readonly personId: string | null
  readonly events: readonly string[]
  readonly condition: Condition
  readonly people: readonly Audience[]
  readonly named: readonly string[]
  readonly channels: readonly Channel[]
  readonly targetId: string | null
  readonly pace: Pace
}

/** An event with what its customer is like now. */
export type Facts = {
  readonly eventId: string
  readonly name: string
  readonly actorId: string | null
  readonly customerId: string
  readonly ownerId: string | null
  readonly collectorId: string | null
  readonly handlerId: string | null
  /** Who answers for the department that a dispute is with. */
  readonly departmentPersonId: string | null
  /** Who is asked to approve; null when nothing is to be approved. */
  readonly approver: 'sales_manager' | 'credit_manager' | null
  readonly segment: 'commercial' | 'consumer'
  readonly lane: 'seller' | 'finance' | 'legal'
  readonly daysLate: number
  /** What the event is about; for one without an amount, what is overdue. */
  readonly amounts: readonly { readonly currency: string; readonly minor: number }[]
  readonly mentions: readonly string[]
}

export type Colleague = {
  readonly id: string
  readonly roles: readonly string[]
  readonly managerId: string | null
  readonly owners: readonly string[] | null
}

/** Whether a rule is about this. An amount counts when any of its currencies reaches its floor. */
export function isAbout({ events, condition }: Pick<Rule, 'events' | 'condition'>, facts: Facts) {
  const { minAmountMinor, minDaysLate, segment, lane, customers } = condition
  if (!events.includes(facts.name)) return false
  if (customers.length > 0 && !customers.includes(facts.customerId)) return false
  if (segment !== null && facts.segment !== segment) return false
  if (lane !== null && facts.lane !== lane) return false
  if (minDaysLate !== null && facts.daysLate < minDaysLate) return false
  const hasFloor = Object.keys(minAmountMinor).length > 0
  return (
    !hasFloor ||
    facts.amounts.some(({ currency, minor }) => Math.abs(minor) >= (minAmountMinor[currency] ?? 0))
  )
}

/** Who hears of it: those meant who may see the customer, and never who did it. */
export function peopleFor(
  rule: Pick<Rule, 'personId' | 'people' | 'named'>,
  facts: Facts,
  colleagues: readonly Colleague[],
): string[] {
  const meant = rule.personId === null ? meantBy(rule, facts, colleagues) : new Set([rule.personId])
  return colleagues
    .filter((one) => meant.has(one.id) && one.id !== facts.actorId && maySee(one, facts.ownerId))
    .map(({ id }) => id)
}

function meantBy(
  { people, named }: Pick<Rule, 'people' | 'named'>,
  facts: Facts,
  colleagues: readonly Colleague[],
): Set<string> {
  const withRole = (role: string) =>
    colleagues.filter(({ roles }) => roles.includes(role)).map(({ id }) => id)
  const managerOf = (person: string | null) => colleagues.find(({ id }) => id === person)?.managerId
  const of: Readonly<Record<Audience, readonly (string | null | undefined)[]>> = {
    owner: [facts.ownerId],
    manager: [managerOf(facts.ownerId)],
    collector: [facts.collectorId],
    department: [facts.departmentPersonId],
    handler: [facts.handlerId],
    decider: decidersOf(facts, colleagues),
    handler_manager: [managerOf(facts.handlerId)],
    credit: withRole('credit_manager'),
    legal: withRole('legal'),
    finance: withRole('finance_director'),
    named,
  }
  return new Set(people.flatMap((who) => of[who]).filter((id) => typeof id === 'string'))
}

/**
 * Those who may decide what is asked and see the customer, never whoever asks: the managers whom a
 * mandate names, or credit where there is none, so that a request never waits for nobody.
 */
function decidersOf(
  { approver, actorId, ownerId }: Facts,
  colleagues: readonly Colleague[],
): readonly string[] {
  if (approver === null) return []
  const able = colleagues.filter((one) => one.id !== actorId && maySee(one, ownerId))
  const withRole = (role: string) =>
    able.filter(({ roles }) => roles.includes(role)).map(({ id }) => id)
  const named = withRole(approver)
  return named.length > 0 ? named : withRole('credit_manager')
}

export function maySee({ owners }: Pick<Colleague, 'owners'>, ownerId: string | null): boolean {
  return owners === null || (ownerId !== null && owners.includes(ownerId))
}

export type Morning = { readonly timeZone: string; readonly morning: string }

/** When it is told: at once, on the person's next morning, or on their next Monday morning. */
export function dueAtOf(pace: Pace, now: Instant, { timeZone, morning }: Morning): Instant {
  if (pace === 'now') return now
  let on = dayIn(timeZone, now)
  while (!isTime(pace, instantAt(timeZone, on, morning), { on: weekdayOf(on), now })) {
    on = addDays(on, 1)
  }
  return instantAt(timeZone, on, morning)
}

function isTime(pace: Pace, at: Instant, { on, now }: { on: number; now: Instant }): boolean {
  return at > now && (pace === 'daily' || on === 1)
}

const QUICKNESS: readonly Pace[] = ['now', 'daily', 'weekly']

/** Of several rules that tell the same person by the same way the quickest decides. */
export function quickerOf(one: Pace, other: Pace): Pace {
  return QUICKNESS.indexOf(one) <= QUICKNESS.indexOf(other) ? one : other
}
