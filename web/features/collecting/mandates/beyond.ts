import { type Day, daysBetween } from '#kernel/day.ts'

import type { T } from '../../../language/texts.ts'
import { percentText } from '../../../ui/format/number.ts'
import type { Mandate } from './mandate.ts'

export type Beyond = {
  readonly limit: 'extension' | 'instalments' | 'first_payment' | 'discount' | 'waiver'
  readonly asked: number
  readonly allowed: number
}

type Terms = {
  readonly until: Day
  readonly instalments: number
  readonly firstMinor: number
  readonly totalMinor: number
  readonly waivesCharges: boolean
}

/** Where terms go beyond a mandate, as the server will find; asked before they are sent. */
export function beyondOf(mandate: Mandate, terms: Terms, today: Day): readonly Beyond[] {
  const { limits, putOffSince, decidesThemselves } = mandate
  if (decidesThemselves) return []
  const { until, instalments, firstMinor, totalMinor, waivesCharges } = terms
  const firstPercent = totalMinor > 0 ? Math.floor((firstMinor * 100) / totalMinor) : 100
  const days = Math.max(0, daysBetween(putOffSince ?? today, until))
  const least = limits.smallestFirstPaymentPercent
  const isPlan = instalments > 1
  const all: readonly (Beyond & { readonly isBeyond: boolean })[] = [
    atMost('extension', days, limits.longestExtensionDays),
    atMost('instalments', isPlan ? instalments : 0, limits.mostInstalments),
    {
      limit: 'first_payment',
      asked: firstPercent,
      allowed: least,
      isBeyond: isPlan && firstPercent < least,
    },
    atMost('waiver', waivesCharges ? 1 : 0, limits.waivesCharges ? 1 : 0),
  ]
  return all.flatMap(({ isBeyond, ...beyond }) => (isBeyond ? [beyond] : []))
}

/** The same for a promise: one payment, and finance is not held to a day. */
export function promiseBeyond(mandate: Mandate, until: Day, today: Day): readonly Beyond[] {
  if (mandate.promisesFreely) return []
  const once = { instalments: 1, firstMinor: 1, totalMinor: 1, waivesCharges: false }
  return beyondOf(mandate, { ...once, until }, today)
}

function atMost(limit: Beyond['limit'], asked: number, allowed: number) {
  return { limit, asked, allowed, isBeyond: asked > allowed }
}

const BASIS_POINTS = 10_000
const PERCENT = 100

/** '45 days of time; 14 are allowed'. */
export function beyondText(t: T, { limit, asked, allowed }: Beyond, locale: string): string {
  if (limit === 'extension' || limit === 'instalments') {
    return t(`mandates.beyond.${limit}`, { asked, allowed })
  }
  if (limit === 'waiver') return t('mandates.beyond.waiver')
  const [whole, digits] = limit === 'discount' ? [BASIS_POINTS, 1] : [PERCENT, 0]
  return t(`mandates.beyond.${limit}`, {
    asked: percentText(asked / whole, locale, digits),
    allowed: percentText(allowed / whole, locale, digits),
  })
}

/** Who is asked for more: by name where it is one person. */
export function deciderText(t: T, { decider, approver }: Mandate): string {
  return decider?.name ?? t(`mandates.roles.${approver}`)
}
