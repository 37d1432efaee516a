import { mayAny } from '../../../../http/permissions.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import { askWithin } from '../../approvals/approvals.ts'
import { proposeWithin } from '../../plans/plans.ts'
import { takeWithin } from '../../promises/promises.ts'
import { selectCollector, selectCreditManagers } from '../store.ts'
import { isOfSales, type Followed, type Logging, type ResultOf } from './logging.ts'
import { onceFor } from './tasks.ts'

/** A promise within the mandate; beyond it approval is asked for, and the promise waits for it. */
export async function promised(at: Logging, result: ResultOf<'promised'>): Promise<Followed> {
  const { desk, customer, outcome, contactName } = at
  const { openItemId, amount, promisedFor, note } = result
  const said = { saidBy: contactName, channel: outcome.channel, outcomeId: outcome.id }
  const promise = { openItemId, amount, promisedFor, ...said }

  // Whoever is of finance is not held to a mandate.
  const approvalId = isOfSales(at) ? await askWithin(desk, customer.id, { promise, note }) : null
  if (approvalId !== null) return { opened: [{ kind: 'approval', id: approvalId }] }

  const { id } = await takeWithin(desk, customer.id, promise)
  return { opened: [{ kind: 'promise', id }] }
}

export async function wantsPlan(
  at: Logging,
  { plan }: Pick<ResultOf<'wants_plan'>, 'plan'>,
): Promise<Followed> {
  const { desk, customer, outcome } = at
  if (!mayAny(desk.actor.roles, 'plans.propose')) {
    throw new Refusal('forbidden', 'not_permitted', { permission: 'plans.propose' })
  }
  const proposed = await proposeWithin(desk, customer.id, { ...plan, outcomeId: outcome.id })
  const { id, approvalId } = proposed
  return {
    opened: [
      { kind: 'plan', id },
      ...(approvalId === null ? [] : [{ kind: 'approval' as const, id: approvalId }]),
    ],
  }
}

/** Credit speaks of terms with them; a plan that was spoken of already goes along. */
export async function shortOfCash(
  at: Logging,
  { plan }: ResultOf<'short_of_cash'>,
): Promise<Followed> {
  const { isNew: _, ...talk } = await onceFor(at, {
    kind: 'terms',
    lane: 'finance',
    dueOn: at.desk.today,
    note: '',
    assigneeId: await creditManagerOf(at),
  })
  const followed = plan === null ? { opened: [] } : await wantsPlan(at, { plan })
  return { opened: [talk, ...followed.opened] }
}

/** Their collector where that is a credit manager, else the only one there is. */
async function creditManagerOf({ desk, customer }: Logging): Promise<string | null> {
  const managers = await selectCreditManagers(desk.tx, desk.organisation.id)
  const collectorId = await selectCollector(desk.tx, customer.id)
  if (collectorId !== null && managers.includes(collectorId)) return collectorId
  const [only, another] = managers
  return another === undefined ? (only ?? null) : null
}
