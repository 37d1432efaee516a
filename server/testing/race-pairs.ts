import { raceFor } from './race.ts'
import { eventsOf, isAnswer, refusalIn, type One, type Walk } from './walk.ts'

/**
 * Lets each two of some actions meet while its row is held, and does the same one after the
 * other: what two at once leave must be what one after the other leaves, in one order or the other.
 * Gives what was neither.
 */
export async function racePairs<Subject extends One>(
  doing: Walk<Subject>,
  reach: () => Promise<Subject>,
  whats: readonly string[],
): Promise<string[]> {
  const wrong: string[] = []
  const end = (first: string, second: string, meet: Meeting) =>
    endOf(doing, reach, [first, second], meet)
  for (const first of whats) {
    for (const second of whats) {
      const raced = await end(first, second, race)
      const after = await end(first, second, inTurn)
      if (raced === after) continue
      const before = await end(first, second, inReverse)
      if (raced !== before) wrong.push(`${first}, ${second}: ${raced}, not ${after} or ${before}`)
    }
  }
  return wrong
}

type Act = () => Promise<unknown>
type At = Pick<Walk<One>, 'world' | 'table'>
type Meeting = (at: At, one: One, acts: readonly [Act, Act]) => Promise<unknown[]>

async function race(
  { world, table }: At,
  { id, customerId }: One,
  acts: readonly [Act, Act],
): Promise<unknown[]> {
  const held = { table, id: table === 'customers' ? customerId : id, inOrder: true }
  const settled = await raceFor(world, held, acts)
  return settled.map((end) => (end.status === 'fulfilled' ? end.value : end))
}

async function inTurn(
  _at: At,
  _one: One,
  [first, second]: readonly [Act, Act],
): Promise<unknown[]> {
  return [await first(), await second()]
}

async function inReverse(
  _at: At,
  _one: One,
  [first, second]: readonly [Act, Act],
): Promise<unknown[]> {
  const answer = await second()
  return [await first(), answer]
}

/** What a person was answered; what a job says of how much it did depends on all that there is. */
function said(answer: unknown): string {
  if (isAnswer(answer)) return refusalIn(answer) ?? 'done'
  const isBroken = typeof answer === 'object' && answer !== null && 'reason' in answer
  return isBroken ? `broke with ${String(answer.reason)}` : 'ran'
}

/** Both answers, the state that is left, and what was told. */
async function endOf<Subject extends One>(
  doing: Walk<Subject>,
  reach: () => Promise<Subject>,
  whats: readonly [string, string],
  meet: Meeting,
): Promise<string> {
  const subject = await reach()
  const [first, second] = whats.map((what) => {
    const action = doing.actions[what]
    if (!action) throw new Error(`nobody says how ${what}`)
    return action
  })
  if (!first || !second) throw new Error('two meet')
  const prepared = [(await first.prepare?.(subject)) ?? '', (await second.prepare?.(subject)) ?? '']
  const before = await eventsOf(doing, subject)
  const answers = await meet(doing, subject, [
    () => first.act(subject, prepared[0] ?? ''),
    () => second.act(subject, prepared[1] ?? ''),
  ])
  const events = (await eventsOf(doing, subject)).slice(before.length)
  const end = await doing.stateOf(subject)
  return `${answers.map(said).join(' / ')} → ${end} (${events.join(' ')})`
}
