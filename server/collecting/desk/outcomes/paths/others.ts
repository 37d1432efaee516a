import { Refusal } from '../../../../kernel/refusal.ts'
import { openWithin } from '../../disputes/open.ts'
import { refusalOfRetry, retryDayOf } from '../rules.ts'
import { selectCollector } from '../store.ts'
import { invoicesOf } from './documents.ts'
import { isOfSales, type Followed, type Logging, type ResultOf } from './logging.ts'
import { onceFor, taskFor } from './tasks.ts'

export async function disputed(at: Logging, result: ResultOf<'dispute'>): Promise<Followed> {
  const { receivableId, reason, amountMinor, revisitOn } = result
  await invoicesOf(at, [receivableId])
  const note = at.outcome.said.slice(0, 2000)
  const usual = { ownerId: null, department: null, deadlineOn: null }
  const claim = { reason, amountMinor, revisitOn, note, ...usual }
  const { id } = await openWithin(at.desk, at.world, { receivableId, claim })
  return { opened: [{ kind: 'dispute', id }] }
}

/** Somebody of finance, or legal, decides what comes next. */
export async function refuses(at: Logging, { to }: ResultOf<'refuses'>): Promise<Followed> {
  const { desk, customer } = at
  const { isNew: _, ...task } = await onceFor(at, {
    kind: 'escalation',
    lane: to,
    dueOn: desk.today,
    note: '',
    assigneeId: to === 'finance' ? await selectCollector(desk.tx, customer.id) : null,
  })
  return { opened: [task] }
}

/** The same person tries again, on the next working day where the customer is. */
export async function notReached(at: Logging, result: ResultOf<'not_reached'>): Promise<Followed> {
  const { desk, outcome, place } = at
  const refusal = result.retryOn && refusalOfRetry(result.retryOn, place.today)
  if (refusal) throw new Refusal('conflict', refusal)
  const retryOn = result.retryOn ?? retryDayOf(place)
  const task = await taskFor(at, {
    kind: outcome.channel === 'visit' ? 'visit' : 'call',
    lane: isOfSales(at) ? 'seller' : 'finance',
    dueOn: retryOn,
    note: '',
    assigneeId: desk.actor.personId,
  })
  return { opened: [task], retryOn }
}
