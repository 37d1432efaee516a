import type { T } from '../../../language/texts.ts'
import { percentText } from '../../../ui/format/number.ts'
import type { Limits } from './LimitFields.tsx'

const BASIS_POINTS = 10_000
const PERCENT = 100

/** '30 days of time, up to 6 instalments, first at least 25%'. */
export function limitText(t: T, limits: Limits, locale: string): string {
  const { mostInstalments: most, largestDiscountBasisPoints: discount } = limits
  const first = percentText(limits.smallestFirstPaymentPercent / PERCENT, locale)
  return [
    t('mandates.limits.said.time', { days: limits.longestExtensionDays }),
    most > 1 ? t('mandates.limits.said.parts', { most, first }) : t('mandates.limits.said.once'),
    discount > 0 &&
      t('mandates.limits.said.discount', {
        percent: percentText(discount / BASIS_POINTS, locale, 1),
      }),
    limits.waivesCharges && t('mandates.limits.said.waives'),
  ]
    .filter((part) => part !== false)
    .join(', ')
}
