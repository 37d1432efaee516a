import { formatsOf } from '../../../talking/index.ts'
import type { Beyond } from '../mandates/rules.ts'
import type { ShownApproval } from './by-link.ts'
import { approvalWords } from './words/words.ts'

/** What is asked and what it passes, as lines of name and value in a language. */
export function approvalFacts(language: string, shown: ShownApproval): [string, string][] {
  const { facts } = approvalWords(language)
  const { money, day, list, moment, number } = formatsOf(language)
  const { amount, until, parts, beyond, overdue, brokenPromises, expiresAt, timeZone } = shown
  const { insurer } = shown
  const lines: [string, string][] = [
    [facts.amount, money(amount)],
    [facts.until, day(until, 'weekday')],
  ]
  if (parts.length > 0) {
    const each = parts.map((part) => `${day(part.dueOn, 'short')}: ${money(part.amount)}`)
    lines.push([facts.parts, each.join(' · ')])
  }
  lines.push([facts.beyond, list(beyond.map((one) => beyondText(language, one)))])
  if (overdue.length > 0) lines.push([facts.overdue, list(overdue.map(money))])
  if (insurer !== '') lines.push([facts.insurer, insurer])
  if (brokenPromises > 0) lines.push([facts.broken, number(brokenPromises)])
  lines.push([facts.answerBy, moment(expiresAt, timeZone)])
  return lines
}

/** Basis points are shown as per cent. */
function beyondText(language: string, { limit, asked, allowed }: Beyond): string {
  const { number } = formatsOf(language)
  const share = limit === 'discount' ? 100 : 1
  return approvalWords(language).beyond[limit](number(asked / share), number(allowed / share))
}
