import { daysBetween, type Day } from '../../../kernel/day.ts'

/** What may be given away without asking: by policy, or granted for one customer. */
export type Limits = {
  readonly longestExtensionDays: number
  readonly mostInstalments: number
  readonly smallestFirstPaymentPercent: number
  readonly largestDiscountBasisPoints: number
  readonly waivesCharges: boolean
}

export type Approver = 'sales_manager' | 'credit_manager'

/** What holds where an organisation has set no limits: a fortnight, three instalments, a quarter first. */
export const USUAL_LIMITS: Limits & { readonly approver: Approver } = {
  longestExtensionDays: 14,
  mostInstalments: 3,
  smallestFirstPaymentPercent: 25,
  largestDiscountBasisPoints: 0,
  waivesCharges: false,
  approver: 'sales_manager',
}

/** Whether these roles decide what an approver is asked: credit also what sales is asked. */
export function mayDecide(roles: readonly string[], approver: Approver): boolean {
  return (
    roles.includes('credit_manager') || (approver === 'sales_manager' && roles.includes(approver))
  )
}

type Placed = {
  readonly segment: 'commercial' | 'consumer' | null
  readonly upToMinor: number | null
}

export type PolicyLimits = Limits &
  Placed & {
    readonly id: string
    readonly approver: Approver
  }

/**
 * The row of the policy for a customer who owes so much overdue: their own segment before all
 * segments, and of those the lowest ceiling that holds it. Null when none does.
 */
export function limitsFor<Row extends Placed>(
  rows: readonly Row[],
  { segment, overdueMinor }: { segment: 'commercial' | 'consumer'; overdueMinor: number },
): Row | null {
  const fitting = rows.filter(
    (row) =>
      (row.segment === null || row.segment === segment) &&
      (row.upToMinor === null || overdueMinor <= row.upToMinor),
  )
  const own = fitting.filter((row) => row.segment !== null)
  const [lowest] = (own.length > 0 ? own : fitting).toSorted(
    (a, b) => (a.upToMinor ?? Infinity) - (b.upToMinor ?? Infinity),
  )
  return lowest ?? null
}

/** Whether a grant still holds on a day: its last day counts. */
export function isGrantInForce(
  grant: { readonly expiresOn: Day; readonly isRevoked: boolean },
  today: Day,
): boolean {
  return !grant.isRevoked && today <= grant.expiresOn
}

/** What somebody wants to agree with a customer. */
export type Terms = {
  /** The last day on which money is to come. */
  readonly until: Day
  /** Since when this debt has been put off already; null when it never was. */
  readonly putOffSince: Day | null
  readonly instalments: number
  /** The first payment, as a share of the whole in per cent, rounded down. */
  readonly firstPaymentPercent: number
  readonly discountBasisPoints: number
  readonly waivesCharges: boolean
}

export const LIMIT_CODES = [
  'extension',
  'instalments',
  'first_payment',
  'discount',
  'waiver',
] as const

export type Beyond = {
  readonly limit: (typeof LIMIT_CODES)[number]
  readonly asked: number
  readonly allowed: number
}

/** Days that a debt is put off in all, counted from the first time that it was. */
export function extensionOf({ until, putOffSince }: Terms, today: Day): number {
  return Math.max(0, daysBetween(putOffSince ?? today, until))
}

/** Where terms go beyond the limits; nothing when they are within the mandate. */
export function beyondOf(terms: Terms, limits: Limits, today: Day): Beyond[] {
  const beyond: Beyond[] = []
  const atMost = (limit: Beyond['limit'], asked: number, allowed: number) => {
    if (asked > allowed) beyond.push({ limit, asked, allowed })
  }
  atMost('extension', extensionOf(terms, today), limits.longestExtensionDays)
  if (terms.instalments > 1) {
    atMost('instalments', terms.instalments, limits.mostInstalments)
    const { firstPaymentPercent: asked } = terms
    const allowed = limits.smallestFirstPaymentPercent
    if (asked < allowed) beyond.push({ limit: 'first_payment', asked, allowed })
  }
  atMost('discount', terms.discountBasisPoints, limits.largestDiscountBasisPoints)
  atMost('waiver', terms.waivesCharges ? 1 : 0, limits.waivesCharges ? 1 : 0)
  return beyond
}

/** Something that was agreed with a customer, as far as limits are about it. */
export type Agreed = {
  readonly segment: 'commercial' | 'consumer'
  readonly currency: string
  readonly minor: number
  readonly madeOn: Day
  readonly until: Day
  readonly instalments: number
  readonly firstPaymentPercent: number
  readonly waivesCharges: boolean
}

type CurrencyLimits = Limits & Placed & { readonly currency: string }

/** Whether it would have needed nobody's approval by these rows; what it was about counts as overdue. */
export function isWithin(agreed: Agreed, rows: readonly CurrencyLimits[]): boolean {
  const { segment, currency, minor, madeOn } = agreed
  const fitting = rows.filter((row) => row.currency === currency)
  const limits = limitsFor(fitting, { segment, overdueMinor: minor }) ?? USUAL_LIMITS
  const terms = { ...agreed, putOffSince: null, discountBasisPoints: 0 }
  return beyondOf(terms, limits, madeOn).length === 0
}
