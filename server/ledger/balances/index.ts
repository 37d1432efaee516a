export { keepOpenAmounts, lockCustomer, refreshBalances } from './balances.ts'
export { openBooks, type Books } from './books.ts'
export type { LockedCustomer } from './store/locks.ts'
