import type { Day } from '../../../kernel/day.ts'
import type { Step } from '../../playbooks/rules/content.ts'
import type { CustomerFacts, Tones } from './facts.ts'
import { reason, type Reason } from './reasons.ts'

export type Severity = 'friendly' | 'firm' | 'formal'

/**
 * How hard a step is to hear. Formal is what announces a consequence, speaks in the final tone, or
 * comes from the legal lane: it is a matter between the companies, never of the seller.
 */
export function severityOf(
  { lane, announces, templateKey }: Pick<Step, 'lane' | 'announces' | 'templateKey'>,
  tones: Tones,
): Severity {
  const tone = templateKey === null ? undefined : tones.get(templateKey)
  if (lane === 'legal' || announces !== null || tone === 'final') return 'formal'
  return tone === 'firm' ? 'firm' : 'friendly'
}

/**
 * Why a step would contradict what the seller is saying: nothing formal soon after a friendly
 * conversation, and nothing firm while the seller waits for an answer of ours.
 */
export function toneReasons(
  { sellerTalks, sellerAskedOn }: Pick<CustomerFacts, 'sellerTalks' | 'sellerAskedOn'>,
  severity: Severity,
  day: Day,
): Reason[] {
  if (severity === 'friendly') return []
  const reasons: Reason[] = []
  const last = sellerTalks
    .filter(({ on, until }) => on <= day && day <= until)
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]
  if (severity === 'formal' && last) {
    reasons.push(reason('seller_spoke', { on: last.on, until: last.until }))
  }
  if (sellerAskedOn !== null && sellerAskedOn <= day) {
    reasons.push(reason('seller_question_open', { since: sellerAskedOn }))
  }
  return reasons
}

/** After promises not kept other terms are spoken of first: no reminder of any tone until then. */
export function termsReasons(
  { termsTalkUntil: until }: Pick<CustomerFacts, 'termsTalkUntil'>,
  day: Day,
): Reason[] {
  return until !== null && day <= until ? [reason('terms_talk', { until })] : []
}
