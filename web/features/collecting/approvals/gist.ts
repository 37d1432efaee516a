import type { T } from '../../../language/texts.ts'
import { shortDay } from '../../../ui/format/day.ts'
import { moneyText } from '../../../ui/format/money.ts'
import type { Reader } from '../../../ui/reader.ts'
import type { Approval } from './approvals.ts'

/** 'Plan: 5,460 EUR in 3 instalments, the last on 7 Feb'. */
export function gistText(t: T, approval: Approval, { today, locale }: Reader): string {
  const { kind, instalments } = approval
  const amount = moneyText(approval.amount, locale)
  const day = shortDay(approval.until, today, locale)
  if (kind === 'plan') return t('approvals.gist.plan', { amount, parts: instalments, day })
  return t('approvals.gist.promise', { amount, day })
}

/** 'Owes 6,260 EUR, 5,460 EUR of it overdue. Kept 3 of 5 promises.' */
export function standingText(t: T, approval: Approval, { locale }: Reader): string {
  const { owedMinor, overdueMinor, promisesKept: kept, promisesMissed, amount } = approval
  const { currency } = amount
  const owes = t('approvals.owes', {
    owed: moneyText({ minor: owedMinor, currency }, locale),
    overdue: moneyText({ minor: overdueMinor, currency }, locale),
  })
  const all = kept + promisesMissed
  return `${owes} ${all === 0 ? t('approvals.noHistory') : t('approvals.history', { kept, all })}`
}
