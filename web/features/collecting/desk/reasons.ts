import type { listWorklist } from '#contract/collecting/desk/worklist'

import type { ReplyOf } from '../../../api/call.ts'
import type { T } from '../../../language/texts.ts'
import type { Tone } from '../../../ui/Chip.tsx'

export type Reason = ReplyOf<typeof listWorklist>['rows'][number]['reasons'][number]

/** Red where a person is waited for, amber where one will be; the rest is only said. */
const TONES: Readonly<Record<Reason['code'], Tone>> = {
  promise_broken: 'act',
  reply_waiting: 'act',
  decision_needed: 'act',
  unknown_message: 'act',
  promise_due_today: 'soon',
  task_due: 'soon',
  dispute_overdue: 'act',
  dispute_to_revisit: 'soon',
  no_contact: 'soon',
  ball_returns: 'plain',
  largest: 'plain',
  first_week: 'plain',
  monday_commercial: 'plain',
  late_week_consumer: 'plain',
  long_overdue: 'plain',
  overdue: 'plain',
  reminded_recently: 'plain',
}

export function toneOf(reason: Reason): Tone {
  return TONES[reason.code]
}

/** Why now, as a sentence. */
export function whyText(t: T, { code, values }: Reason): string {
  return t(`desk.why.${code}`, { count: Number(values['days'] ?? 0) })
}
