import type * as z from 'zod'

import type { Transaction } from '../../database/database.ts'
import { exponentOf } from '../../kernel/money.ts'
import { Policy as Shape } from './contract.ts'
import { selectPolicy } from './store.ts'

export type Policy = z.output<typeof Shape>

/** What holds where an organisation has chosen nothing. */
export const DEFAULT_POLICY: Policy = {
  ageingBounds: [30, 60, 90, 120],
  ageingCredits: 'own_column',
  ledgerFreshHours: 48,
  bankFreshBusinessDays: 3,
  replyPauseDays: 5,
  minimumGapDays: 7,
  messagesPerPersonIn30Days: 4,
  amountFloorMinor: {},
  askFirstAboveMinor: {},
  newInvoiceGraceDays: 3,
  unusualVolumeFactor: 2,
  contactHours: { from: '08:00', to: '18:00' },
  undoSeconds: 10,
  evidenceRequired: ['invoice'],
  holdDaysWithoutApproval: 30,
  runPlannedAt: '06:30',
  sendsAutomatically: false,
  approvalNeedsAnother: false,
  ballBusinessDays: 5,
  ballTakesPerQuarter: 3,
  ballOfferPauseDays: 14,
  ballNotAfterBrokenPromises: 2,
  toneGapDays: 5,
  promiseToleranceDays: 3,
}

/** The stored choices over the defaults; a choice that this release does not know or allow is left out. */
export function policyFrom(stored: unknown): Policy {
  const chosen = typeof stored === 'object' && stored !== null ? { ...stored } : {}
  const whole = Shape.safeParse({ ...DEFAULT_POLICY, ...chosen })
  if (whole.success) return whole.data
  const refused = new Set(whole.error.issues.map(({ path }) => String(path[0])))
  const good = Object.entries(chosen).filter(([name]) => !refused.has(name))
  return Shape.parse({ ...DEFAULT_POLICY, ...Object.fromEntries(good) })
}

const known = new WeakMap<Transaction, Promise<Policy>>()

/**
 * The limits and tolerances of the organisation whose transaction this is: asked for by many and read
 * once, so that all of a transaction goes by the same.
 */
export function policyOf(tx: Transaction, organisationId: string): Promise<Policy> {
  const policy = known.get(tx) ?? selectPolicy(tx, organisationId).then(policyFrom)
  known.set(tx, policy)
  return policy
}

/** Below this nobody is reminded: the chosen amount, or ten whole units of the currency. */
export function amountFloorOf(policy: Policy, currency: string): number {
  return policy.amountFloorMinor[currency] ?? 10 * 10 ** exponentOf(currency)
}

/** Above this a person approves the message first; null when no amount needs it. */
export function askFirstAboveOf(policy: Policy, currency: string): number | null {
  return policy.askFirstAboveMinor[currency] ?? null
}
