import type { Step } from '../../../playbooks/rules/content.ts'
import { wayTo } from '../contact.ts'
import type { Target } from '../decision.ts'
import type { View } from '../view.ts'
import { answersTo, askedFor, cycleOf, eventTarget, isNow, isOpenTo } from './answer.ts'

/** Mails to somebody come back, and the customer owes something. */
export function bouncedEmail(view: View, step: Step): Target | null {
  const { facts, context } = view
  if (!facts.items.some(({ openMinor }) => openMinor > 0)) return null
  const bounced = facts.contacts
    .flatMap(({ id, bouncedOn }) => (bouncedOn === null ? [] : [{ id, bouncedOn }]))
    .toSorted((a, b) => (a.bouncedOn + a.id < b.bouncedOn + b.id ? -1 : 1))
    .find(
      ({ id, bouncedOn }) =>
        isNow(step, bouncedOn, context.day) &&
        isOpenTo(view, step, answersTo(view, cycleOf(id, bouncedOn))),
    )
  return bounced ? aboutAccount(view, step, cycleOf(bounced.id, bounced.bouncedOn)) : null
}

/** Somebody wrote and nobody has read it. Who was told of one does not hear of the next before that. */
export function waitingReply(view: View, step: Step): Target | null {
  const { facts, context } = view
  const cycles = facts.waitingReplies.map(({ id, receivedOn }) => cycleOf(id, receivedOn))
  const answered = cycles.flatMap((cycle) => answersTo(view, cycle))
  const reply = facts.waitingReplies.find(({ receivedOn }) => isNow(step, receivedOn, context.day))
  if (!reply || !isOpenTo(view, step, answered)) return null
  return aboutAccount(view, step, cycleOf(reply.id, reply.receivedOn))
}

/** About what is late, should anything be; a message needs something to be about, a person does not. */
function aboutAccount(view: View, step: Step, cycle: string): Target | null {
  const late = view.overdue.map(({ item }) => item)
  const sections = askedFor(view, step, late)
  if (sections !== null) return eventTarget(view, step, cycle, sections)
  const hasLimits = Object.keys({ ...step.floor, ...step.ceiling }).length > 0
  const isForPerson = wayTo(view.facts, step).taskKind !== null
  return isForPerson && !hasLimits ? eventTarget(view, step, cycle, []) : null
}
