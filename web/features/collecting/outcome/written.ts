import { OUTCOME_KINDS } from '#contract/collecting/desk/outcomes'
import { type Day, instant, isDay } from '#kernel/day.ts'

import type { Waiting } from '../../../offline/outbox/waiting.ts'
import { type Draft, startOf } from './draft.ts'
import type { Form, Sent } from './form.ts'

/** Whoever spoke at a moment that the server does not take says it anew, as of now. */
const WRONG_MOMENTS: ReadonlySet<string> = new Set([
  'happened_too_long_ago',
  'happened_in_the_future',
])

/** The answers that wait on this device, as far as they fit what is true now; null if unreadable. */
export function writtenIn(
  form: Form,
  currency: string,
  { body, refused }: Pick<Waiting, 'body' | 'refused'>,
): Draft | null {
  if (!isSent(body)) return null
  const { channel = 'call', contactId = null, said = '', keepsBall = false } = body
  const isMomentGood = !WRONG_MOMENTS.has(refused?.code ?? '')
  return {
    ...startOf(form, currency),
    ...answersIn(form, body.result),
    kind: body.result.kind,
    happenedAt: isMomentGood ? instant(body.happenedAt) : null,
    contactId: form.contacts.some(({ id }) => id === contactId) ? contactId : null,
    channel,
    said,
    keepsBall,
  }
}

function answersIn({ items }: Form, result: Sent['result']): Partial<Draft> {
  const isOpen = (id: string) => items.some(({ receivableId }) => receivableId === id)
  switch (result.kind) {
    case 'promised': {
      const { openItemId = null, amount, promisedFor, note = '' } = result
      const isThere = items.some((item) => item.openItemId === openItemId)
      const { minor, currency } = amount
      return {
        openItemId: isThere ? openItemId : null,
        minor,
        currency,
        day: dayIn(promisedFor),
        note,
      }
    }
    case 'wants_plan':
    case 'short_of_cash':
      return { plan: planIn(result.plan) }
    case 'dispute': {
      const { receivableId, reason, amountMinor: disputedMinor = null } = result
      return { receivableId: isOpen(receivableId) ? receivableId : null, reason, disputedMinor }
    }
    case 'already_paid': {
      const { receivableIds = [], paidOn, amount, by: paidBy, reference = '' } = result
      return {
        receivableIds: receivableIds.filter(isOpen),
        paidOn: dayIn(paidOn),
        minor: amount?.minor ?? null,
        ...(amount && { currency: amount.currency }),
        ...(paidBy && { paidBy }),
        reference,
        asksForDetails: result.asksForDetails ?? true,
      }
    }
    case 'needs_documents':
      return { receivableIds: result.receivableIds.filter(isOpen) }
    case 'wrong_person': {
      const { right = null } = result
      return {
        right: right && { name: right.name, email: right.email ?? '', phone: right.phone ?? '' },
      }
    }
    case 'refuses':
      return { to: result.to ?? 'finance' }
    case 'not_reached':
      return { retryOn: dayIn(result.retryOn) }
    case 'other':
      return {}
  }
}

function dayIn(text: string | null | undefined): Day | null {
  return typeof text === 'string' && isDay(text) ? text : null
}

type Plan = Extract<Sent['result'], { kind: 'short_of_cash' }>['plan']

function planIn(plan: Plan): Draft['plan'] {
  if (!plan) return null
  const instalments = plan.instalments.flatMap(({ dueOn, minor }) =>
    isDay(dueOn) ? [{ dueOn, minor }] : [],
  )
  return { ...plan, instalments }
}

const KINDS: readonly unknown[] = OUTCOME_KINDS

/** Only this page seals what waits; another version of it may have written something else. */
function isSent(body: unknown): body is Sent {
  if (typeof body !== 'object' || body === null || !('result' in body)) return false
  const { result } = body
  return (
    typeof result === 'object' && result !== null && 'kind' in result && KINDS.includes(result.kind)
  )
}
