import { appendEvents, type HistoryEvent } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { addSeconds, daysBetween } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { TEAMS, COLLEAGUES } from '../company.ts'
import { insertAll, type Row } from '../store/rows.ts'
import type { Agreements, Planned } from '../story/agreements.ts'
import type { Cast } from './cast.ts'
import { at } from './moments.ts'
import { outcomeRows } from './outcomes.ts'

const POLICY = { largestDiscountBasisPoints: 0, waivesCharges: false }
const GRANT = { longestExtensionDays: 60, mostInstalments: 6, smallestFirstPaymentPercent: 10 }
const WEEK_SECONDS = 7 * 86_400
/** What sellers may give without asking where no row of the policy says otherwise. */
const USUAL_DAYS = 14

/** Writes what sellers may offer, what they agreed to, and what they asked for. */
export async function writeAgreements(
  tx: Transaction,
  cast: Cast,
  agreements: Agreements,
): Promise<void> {
  await insertAll(tx, 'mandateLimits', limitRows(cast))
  await insertAll(tx, 'mandateGrants', grantRows(cast, agreements))
  await insertAll(tx, 'approvals', [
    ...agreements.asked.map((asked) => promiseRequest(cast, asked)),
    ...agreements.plans.flatMap((plan) =>
      plan.approvalId === null ? [] : [planRequest(cast, plan, plan.approvalId)],
    ),
  ])
  await insertAll(
    tx,
    'plans',
    agreements.plans.map((plan) => planRow(cast, plan)),
  )
  await writeParts(tx, cast, agreements)
  const balls = heldRows(cast, agreements)
  await insertAll(tx, 'balls', balls)
  const helds = balls.map((ball, index) => ({ ball, held: agreements.heldBefore[index] }))
  const told = helds.flatMap(({ ball, held }) => (held ? [{ ball, held }] : []))
  await insertAll(tx, 'outcomes', outcomeRows(cast, told))
  await appendEvents(tx, eventsOf(cast, agreements))
}

/** What each plan covers, and what comes when. */
async function writeParts(tx: Transaction, cast: Cast, { plans }: Agreements): Promise<void> {
  const { organisationId } = cast
  await insertAll(
    tx,
    'planItems',
    plans.flatMap(({ id, items }) =>
      items.map(({ item, minor }) => ({
        organisationId,
        planId: id,
        openItemId: item.id,
        amountMinor: minor,
      })),
    ),
  )
  await insertAll(
    tx,
    'planInstalments',
    plans.flatMap(({ id, parts, endedOn }) =>
      parts.map(({ dueOn, minor, state }, index) => ({
        id: newId(),
        organisationId,
        planId: id,
        number: index + 1,
        dueOn,
        state,
        amountMinor: minor,
        receivedMinor: state === 'kept' ? minor : 0,
        judgedOn: state === 'open' ? null : (endedOn ?? dueOn),
      })),
    ),
  )
}

function limitRows({ organisationId, people, now }: Cast): Row<'mandateLimits'>[] {
  const row = { ...POLICY, organisationId, createdBy: people.marta, createdAt: now }
  return (['EUR', 'GBP'] as const).flatMap((currency) => [
    {
      id: newId(),
      ...row,
      segment: 'commercial',
      currency,
      upToMinor: 10_000_00,
      longestExtensionDays: 21,
      mostInstalments: 4,
      smallestFirstPaymentPercent: 25,
      approver: 'sales_manager',
    },
    {
      id: newId(),
      ...row,
      segment: null,
      currency,
      upToMinor: 50_000_00,
      longestExtensionDays: USUAL_DAYS,
      mostInstalments: 3,
      smallestFirstPaymentPercent: 30,
      approver: 'sales_manager',
    },
    {
      id: newId(),
      ...row,
      segment: null,
      currency,
      upToMinor: null,
      longestExtensionDays: 7,
      mostInstalments: 2,
      smallestFirstPaymentPercent: 50,
      approver: 'credit_manager',
    },
  ])
}

function grantRows({ organisationId, people }: Cast, { grants }: Agreements) {
  return grants.map(({ account, grantedOn, expiresOn, reason }): Row<'mandateGrants'> => ({
    id: newId(),
    organisationId,
    ...POLICY,
    ...GRANT,
    expiresOn,
    reason,
    customerId: account.customer.id,
    personId: people[account.customer.owner],
    currency: account.customer.currency,
    grantedBy: people[managerOf(account.customer.owner)],
    grantedAt: at(account, grantedOn, '09:15'),
  }))
}

/** Whoever manages a seller's team. */
function managerOf(owner: Agreements['grants'][number]['account']['customer']['owner']) {
  const team = COLLEAGUES.find(({ key }) => key === owner)?.team
  return team ? TEAMS[team].manager : 'marta'
}

/** In the morning; before sunrise, just now: nothing is asked in the future. */
function askedAtOf(
  { now }: Cast,
  { account }: Pick<Planned, 'account'>,
  on: Planned['proposedOn'],
) {
  const morning = at(account, on, '08:05')
  return morning < now ? morning : now
}

function request(cast: Cast, of: Pick<Planned, 'account'>, on: Planned['proposedOn']) {
  const { organisationId, people } = cast
  const askedAt = askedAtOf(cast, of, on)
  return {
    organisationId,
    customerId: of.account.customer.id,
    approver: 'sales_manager',
    askedBy: people[of.account.customer.owner],
    askedAt,
    expiresAt: addSeconds(askedAt, WEEK_SECONDS),
  } as const
}

function promiseRequest(cast: Cast, asked: Agreements['asked'][number]): Row<'approvals'> {
  const { id, account, item, minor, until, askedOn, note } = asked
  const { currency } = item.document
  const promise = {
    openItemId: item.id,
    amount: { minor, currency },
    promisedFor: until,
    saidBy: cast.keys.encrypt(account.customer.contacts[0]?.name ?? ''),
    channel: 'visit',
  }
  return {
    id,
    ...request(cast, asked, askedOn),
    kind: 'promise',
    note,
    proposal: JSON.stringify({ promise }),
    beyond: JSON.stringify([
      { limit: 'extension', asked: daysBetween(askedOn, until), allowed: USUAL_DAYS },
    ]),
  }
}

function planRequest(cast: Cast, plan: Planned, id: string): Row<'approvals'> {
  const { account, parts, proposedOn, note } = plan
  const last = parts.at(-1)?.dueOn ?? proposedOn
  return {
    id,
    ...request(cast, plan, proposedOn),
    kind: 'plan',
    note,
    proposal: JSON.stringify({
      planId: plan.id,
      currency: account.customer.currency,
      instalments: parts.map(({ dueOn, minor }) => ({ dueOn, minor })),
    }),
    beyond: JSON.stringify([
      { limit: 'extension', asked: daysBetween(proposedOn, last), allowed: USUAL_DAYS },
    ]),
  }
}

function planRow(cast: Cast, plan: Planned): Row<'plans'> {
  const { id, account, items, state, approvalId, proposedOn, endedOn, note } = plan
  return {
    id,
    organisationId: cast.organisationId,
    state,
    approvalId,
    endedOn,
    why: note,
    customerId: account.customer.id,
    currency: account.customer.currency,
    totalMinor: items.reduce((sum, { minor }) => sum + minor, 0),
    accelerates: true,
    remindsDaysBefore: 3,
    proposedBy: cast.people[account.customer.owner],
    proposedAt: at(account, proposedOn, '14:20'),
    agreedOn: approvalId === null ? proposedOn : null,
  }
}

function heldRows({ organisationId, people }: Cast, { heldBefore }: Agreements) {
  return heldBefore.map(({ account, takenOn, returnedOn, why, kind, note }): Row<'balls'> => {
    const { owner, collector } = account.customer
    return {
      id: newId(),
      organisationId,
      lane: 'seller',
      kind,
      takenOn,
      returnedOn,
      note,
      customerId: account.customer.id,
      holderId: people[owner],
      givenBy: people[kind === 'taken' ? owner : collector],
      returnsOn: returnedOn,
      returnedWhy: why,
      returnedBy: why === 'clock' ? null : people[owner],
      returnedAt: at(account, returnedOn, '17:30'),
      recordedAt: at(account, takenOn, '09:40'),
    }
  })
}

function eventsOf(cast: Cast, { plans, asked }: Agreements): HistoryEvent[] {
  const { organisationId, people } = cast
  const about = ({ account }: Pick<Planned, 'account'>) => ({
    organisationId,
    customerId: account.customer.id,
    by: { kind: 'person', id: people[account.customer.owner] } as const,
  })
  const told = plans.flatMap((plan): HistoryEvent[] => {
    const { account, items, parts, proposedOn, endedOn, state, note: why } = plan
    const subject = { kind: 'plan', id: plan.id }
    const minor = items.reduce((sum, one) => sum + one.minor, 0)
    const data = { minor, currency: account.customer.currency, until: parts.at(-1)?.dueOn }
    const name = state === 'awaiting_approval' ? 'plan.proposed' : 'plan.agreed'
    const first = { ...about(plan), subject, name, why, data, at: at(account, proposedOn, '14:20') }
    if (endedOn === null) return [first]
    const ended = { subject, name: 'plan.broken', at: at(account, endedOn, '06:10') }
    return [first, { ...about(plan), ...ended, by: { kind: 'system' } }]
  })
  const requests = [
    ...asked.map((one) => ({ ...one, kind: 'promise', on: one.askedOn })),
    ...plans.flatMap(({ approvalId: id, ...plan }) =>
      id === null ? [] : [{ ...plan, id, kind: 'plan', on: plan.proposedOn }],
    ),
  ]
  const asking = requests.map(({ id, kind, on, note: why, account }): HistoryEvent => ({
    ...about({ account }),
    subject: { kind: 'approval', id },
    name: 'approval.asked',
    why,
    data: { kind },
    at: askedAtOf(cast, { account }, on),
  }))
  return [...told, ...asking].toSorted((a, b) => (a.at < b.at ? -1 : 1))
}
