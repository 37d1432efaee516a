import type { Day } from '../../../kernel/day.ts'
import { mailReadiness } from '../../../talking/index.ts'
import type { Desk } from '../common/desk.ts'
import { type DepartmentRow, usualQuestion } from '../departments/departments.ts'
import type { Reason } from '../departments/rules.ts'
import { askWithin } from './questions.ts'
import { usualAnswerDay } from './rules.ts'

type Opened = {
  readonly disputeId: string
  readonly customerId: string
  readonly reason: Reason
  readonly deadlineOn: Day | null
  readonly department: DepartmentRow | undefined
}

/**
 * Asks the department that a new dispute goes to, if it is set up so, in the transaction that opens
 * the dispute: once. A department that cannot be asked by mail keeps no dispute from being noted.
 */
export async function askAtOnce(desk: Desk, opened: Opened): Promise<void> {
  const { department: asked, disputeId, customerId, reason, deadlineOn } = opened
  if (!asked?.asksAtOnce || asked.address === '') return
  const readiness = await mailReadiness(desk.tx, desk.organisation.id)
  if (readiness !== 'ready') return

  const { department, name, address: email, language } = asked
  const question = await usualQuestion(desk, reason, language)
  const answerBy = usualAnswerDay(deadlineOn, desk.today)
  const asking = { department, name, email, language, question, answerBy }
  await askWithin(desk, { disputeId, customerId, asking, isAtOnce: true })
}
