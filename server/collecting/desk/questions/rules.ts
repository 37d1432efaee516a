import { addDays, type Day } from '../../../kernel/day.ts'

const LATEST_ANSWER_DAYS = 60
const MOST_OPEN = 5
/** How long after the day that was asked for an answer still comes through. */
const LATE_ANSWER_DAYS = 14
const MORE_TIME_DAYS = 7

type Asking = { readonly answerBy: Day }
type Asked = { readonly isDisputeOpen: boolean; readonly openQuestions: number }

/** Says why a question about a dispute cannot be asked, or null when it can. */
export function refusalOf({ answerBy }: Asking, asked: Asked, today: Day) {
  if (!asked.isDisputeOpen) return 'dispute_not_open'
  if (asked.openQuestions >= MOST_OPEN) return 'too_many_questions'
  if (answerBy < today) return 'answer_by_in_the_past'
  return answerBy > addDays(today, LATEST_ANSWER_DAYS) ? 'answer_by_too_late' : null
}

type Answering = { readonly isQuestionOpen: boolean; readonly isDisputeOpen: boolean }

/** By when a department is to answer that is asked at once: the dispute's day, within what may be asked. */
export function usualAnswerDay(deadlineOn: Day | null, today: Day): Day {
  const latest = addDays(today, LATEST_ANSWER_DAYS)
  if (deadlineOn === null) return addDays(today, MORE_TIME_DAYS)
  return deadlineOn > latest ? latest : deadlineOn
}

/** Says why an answer comes too late, or null when it counts. */
export function answerRefusalOf({ isQuestionOpen, isDisputeOpen }: Answering) {
  if (!isQuestionOpen) return 'question_not_open'
  return isDisputeOpen ? null : 'dispute_not_open'
}

type Remindable = {
  readonly askedOn: Day
  readonly answerBy: Day
  /** The last business day before the answer is due. */
  readonly dayBefore: Day
}

/** Whether a department is to be reminded: from the business day before, not on the day it was asked. */
export function isReminderDue({ askedOn, answerBy, dayBefore }: Remindable, today: Day): boolean {
  return askedOn < today && dayBefore <= today && today <= answerBy
}

const MOST_PASSES = 5

/** Says why a question cannot be passed on, or null when it can. */
export function passingRefusalOf(answering: Answering & { readonly passes: number }) {
  const refusal = answerRefusalOf(answering)
  if (refusal) return refusal
  return answering.passes >= MOST_PASSES ? 'passed_on_too_often' : null
}

/** The day with whose end the link ends. */
export function lastDayOf(answerBy: Day): Day {
  return addDays(answerBy, LATE_ANSWER_DAYS)
}

/** The new day for somebody who asks for time, from the later of today and the day asked for. */
export function laterDayOf(answerBy: Day, today: Day): Day {
  return addDays(answerBy > today ? answerBy : today, MORE_TIME_DAYS)
}
