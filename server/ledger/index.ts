export {
  daysAskedFor,
  keepOpenAmounts,
  lockCustomer,
  openAccount,
  openBooks,
  ownersOf,
  refreshBalances,
  seeCustomer,
  verifyLedger,
  type Account,
  type Books,
  type Difference,
  type LockedCustomer,
} from './balances/index.ts'
export { ageingOn, owedOf, type AgeingAsked, type AgeingRow } from './ageing/index.ts'
export { businessCalendar, lastDueOn, type BusinessCalendar } from './calendars/index.ts'
export {
  addContact,
  changeContact,
  contactsOf,
  emailKey,
  markBounced,
  readPhone,
  type Contact,
} from './contacts/index.ts'
export { habitsOf, indexNames } from './customers/index.ts'
export { doingOf, known, personOf, recordOf, refuse, type Doing, type No } from './doing.ts'
export {
  attachEvidence,
  documentsOf,
  mediaTypeOf,
  plainName,
  readEvidence,
  type NewEvidence,
} from './evidence/index.ts'
export { fileOf, type Cell, type Table } from './exports/index.ts'
export { followSource, holdsInForce, placeHold, type HoldInForce } from './holds/index.ts'
export { ledgerJobs } from './jobs.ts'
export { createEntity, readEntities, type NewEntity } from './legal-entities/index.ts'
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
export { ledgerRoutes } from './routes.ts'
export { freshnessOf, manualSourceOf, type Freshness } from './sources/index.ts'
export { joinOwnerOn } from './store/owners.ts'
export { allOf, conditionsOf, type Condition, type CustomerScope } from './store/scope.ts'
export { personRef } from './totals.ts'
