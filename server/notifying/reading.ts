import { NOTICE_EVENTS } from './contract.ts'
import { ALWAYS, type Condition, type Facts, type Rule } from './rules/tell.ts'
import type { NewsRow } from './store/news.ts'
import type { RuleRow } from './store/rule-rows.ts'

export const MENTION = 'comment.written'

/** Every event that may tell somebody. */
export const NAMES: readonly string[] = [...NOTICE_EVENTS, MENTION]

/** A row of the news as a rule weighs it: without an amount of its own, what is overdue counts. */
export function factsFrom(row: NewsRow): Facts {
  const { minor, currency, overdue, ...facts } = row
  const hasAmount = minor !== null && currency !== null
  return { ...facts, amounts: hasAmount ? [{ minor, currency }] : overdue }
}

/** A stored rule as it is weighed; the columns were written from the same shapes. */
export function ruleFrom(row: RuleRow): Rule {
  return {
    id: row.id,
    personId: row.personId,
    events: row.events,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    condition: { ...ALWAYS, ...(row.condition as Partial<Condition>) },
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    people: row.people as Rule['people'],
    named: row.named,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    channels: row.channels as Rule['channels'],
    targetId: row.targetId,
    pace: row.pace,
  }
}
