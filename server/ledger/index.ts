export {
  keepOpenAmounts,
  lockCustomer,
  openAccount,
  openBooks,
  refreshBalances,
  type Account,
  type Books,
  type LockedCustomer,
} from './balances/index.ts'
export { businessCalendar, lastDueOn, type BusinessCalendar } from './calendars/index.ts'
export { indexNames } from './customers/index.ts'
export { doingOf, known, personOf, recordOf, refuse, type Doing, type No } from './doing.ts'
export { holdsInForce, placeHold, type HoldInForce } from './holds/index.ts'
export {
  allocateCredit,
  allocatePayment,
  recordPayment,
  reverseAllocation,
  reversePayment,
  writeOff,
  type Allocating,
  type NewPayment,
} from './payments/index.ts'
export { currencyWeights, type Weights } from './rates/index.ts'
export {
  freezeSnapshotFacts,
  itemFacts,
  type ItemFact,
  type SnapshotFacts,
} from './receivables/index.ts'
export { freshnessOf, manualSourceOf, type Freshness } from './sources/index.ts'
