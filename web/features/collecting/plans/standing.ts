import type { listPlans } from '#contract/collecting/desk/plans'

import type { ReplyOf } from '../../../api/call.ts'
import type { T } from '../../../language/texts.ts'
import type { Tone } from '../../../ui/Chip.tsx'
import { nearDayText } from '../../../ui/DayText.tsx'
import { moneyText } from '../../../ui/format/money.ts'
import type { Reader } from '../../../ui/reader.ts'

export type Plan = ReplyOf<typeof listPlans>['rows'][number]

export const PLAN_TONES: Readonly<Record<Plan['state'], Tone>> = {
  proposed: 'soon',
  awaiting_approval: 'soon',
  agreed: 'brand',
  kept: 'came',
  broken: 'act',
  accelerated: 'act',
  replaced: 'plain',
  withdrawn: 'plain',
  refused: 'plain',
}

/** The next instalment that is still to come in full, if any. */
export function nextOf({ state, instalments }: Plan) {
  if (state !== 'agreed' && state !== 'awaiting_approval') return undefined
  return instalments.find((one) => one.state === 'open')
}

/** Where a plan stands, as a sentence: 'Next in 3 days: 1,820 EUR. 1 of 3 instalments kept.' */
export function standingText(t: T, plan: Plan, { today, locale }: Reader): string {
  const { instalments, total, state, endedOn, openMinor } = plan
  if (endedOn !== null && state === 'accelerated') {
    const amount = moneyText({ minor: openMinor, currency: total.currency }, locale)
    const day = nearDayText(t, endedOn, today, locale)
    return openMinor > 0
      ? t('plans.standing.accelerated', { amount, day })
      : t('plans.standing.restCame')
  }
  if (endedOn !== null && state === 'replaced') {
    return t('plans.standing.replaced', { day: nearDayText(t, endedOn, today, locale) })
  }
  const kept = instalments.filter((one) => one.state === 'kept').length
  const parts = instalments.length
  const next = nextOf(plan)
  const keeping = t('plans.standing.kept', { kept, parts })
  if (!next) return keeping
  const missing = { minor: next.minor - next.receivedMinor, currency: total.currency }
  const coming = t('plans.standing.next', {
    amount: moneyText(missing, locale),
    day: nearDayText(t, next.dueOn, today, locale),
  })
  return `${coming} ${keeping}`
}
