export { keepOpenAmounts, lockCustomer, refreshBalances, seeCustomer } from './balances.ts'
export { closeAccount, openAccount, openBooks, type Account, type Books } from './books.ts'
export type { LockedCustomer } from './store/locks.ts'
