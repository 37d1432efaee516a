import type { Step, StepEvent } from '../../playbooks/rules/content.ts'
import type { Target } from './decision.ts'
import { stepsOn } from './event/answer.ts'
import { newInvoices } from './event/invoices.ts'
import { brokenPromise, missedInstalment, thanksFor } from './event/money.ts'
import { bouncedEmail, waitingReply } from './event/people.ts'
import type { Aim } from './target.ts'
import type { View } from './view.ts'

const TARGETS: Readonly<Record<StepEvent, (view: View, step: Step) => Target | null>> = {
  invoice_created: newInvoices,
  payment_received: thanksFor,
  promise_broken: brokenPromise,
  instalment_missed: missedInstalment,
  email_bounced: bouncedEmail,
  reply_received: waitingReply,
}

const NOTHING: Aim = { target: null, reasons: [], leftOut: [] }

/** What an event of these days asks for, the earliest step first; each answers it once. */
export function eventAim(view: View, event: StepEvent): Aim {
  for (const step of stepsOn(view, event)) {
    const target = TARGETS[event](view, step)
    if (target) return { target, reasons: [], leftOut: [] }
  }
  return NOTHING
}
