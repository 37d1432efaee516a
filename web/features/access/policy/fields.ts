import type { OrganisationReply } from '../settings.ts'

export type PolicyValues = OrganisationReply['policy']

type Names<Value> = {
  [Name in keyof PolicyValues]: PolicyValues[Name] extends Value ? Name : never
}[keyof PolicyValues]

export type NumberName = Names<number>
export type SwitchName = Names<boolean>
export type AmountsName = 'amountFloorMinor' | 'askFirstAboveMinor'
export type PolicyName = keyof PolicyValues

type Unit =
  | 'days'
  | 'businessDays'
  | 'hours'
  | 'seconds'
  | 'messages'
  | 'times'
  | 'quarterly'
  | 'promises'

type NumberRange = {
  readonly least: number
  readonly most: number
  readonly unit: Unit
  readonly digits?: number
}

/** The bounds that the server keeps (server/access/organisations/contract.ts). */
export const RANGES: Readonly<Record<NumberName, NumberRange>> = {
  ledgerFreshHours: { least: 1, most: 720, unit: 'hours' },
  bankFreshBusinessDays: { least: 0, most: 30, unit: 'businessDays' },
  replyPauseDays: { least: 0, most: 60, unit: 'days' },
  minimumGapDays: { least: 0, most: 60, unit: 'days' },
  messagesPerPersonIn30Days: { least: 1, most: 60, unit: 'messages' },
  newInvoiceGraceDays: { least: 0, most: 60, unit: 'days' },
  unusualVolumeFactor: { least: 1.1, most: 100, unit: 'times', digits: 1 },
  undoSeconds: { least: 0, most: 60, unit: 'seconds' },
  holdDaysWithoutApproval: { least: 0, most: 3650, unit: 'days' },
  ballBusinessDays: { least: 1, most: 10, unit: 'businessDays' },
  ballTakesPerQuarter: { least: 0, most: 20, unit: 'quarterly' },
  ballOfferPauseDays: { least: 0, most: 90, unit: 'days' },
  ballNotAfterBrokenPromises: { least: 1, most: 20, unit: 'promises' },
  toneGapDays: { least: 0, most: 30, unit: 'businessDays' },
  promiseToleranceDays: { least: 0, most: 30, unit: 'days' },
}

export function isNumberName(name: PolicyName): name is NumberName {
  return name in RANGES
}

/** The chapters in which the policy is read. */
export const GROUPS = {
  rhythm: [
    'amountFloorMinor',
    'newInvoiceGraceDays',
    'minimumGapDays',
    'messagesPerPersonIn30Days',
    'replyPauseDays',
    'contactHours',
  ],
  freshness: ['ledgerFreshHours', 'bankFreshBusinessDays'],
  run: ['runPlannedAt', 'sendsAutomatically', 'unusualVolumeFactor', 'undoSeconds'],
  seller: [
    'ballBusinessDays',
    'ballTakesPerQuarter',
    'ballOfferPauseDays',
    'ballNotAfterBrokenPromises',
    'toneGapDays',
    'promiseToleranceDays',
  ],
  agreement: ['askFirstAboveMinor', 'approvalNeedsAnother', 'holdDaysWithoutApproval'],
  counting: ['ageingBounds', 'ageingCredits', 'evidenceRequired'],
} as const satisfies Readonly<Record<string, readonly PolicyName[]>>

export const GROUP_NAMES = [
  'rhythm',
  'freshness',
  'run',
  'seller',
  'agreement',
  'counting',
] as const

/** Rising whole days from a text such as '30, 60, 90', or null when they are none. */
export function boundsOfTyped(typed: string): number[] | null {
  const parts = typed.split(/[\s,;/]+/).filter((part) => part !== '')
  const bounds = parts.map(Number)
  const isRising = bounds.every((bound, at) => at === 0 || bound > (bounds[at - 1] ?? 0))
  const areDays = bounds.every((bound) => Number.isInteger(bound) && bound >= 1 && bound <= 3650)
  return areDays && isRising && bounds.length >= 1 && bounds.length <= 8 ? bounds : null
}

export function isDefault(name: PolicyName, values: PolicyValues, defaults: PolicyValues): boolean {
  return JSON.stringify(values[name]) === JSON.stringify(defaults[name])
}
