export {
  keepOpenAmounts,
  lockCustomer,
  refreshBalances,
  reorderCustomers,
  seeCustomer,
} from './balances.ts'
export { closeAccount, openAccount, openBooks, type Account, type Books } from './books.ts'
export { daysAskedFor } from './days.ts'
export { selectOwnersOf as ownersOf, type LockedCustomer } from './store/locks.ts'
export { verifyLedger } from './verify.ts'
export type { Difference } from './store/verify.ts'
