export { habitsOf } from './detail.ts'
export { readCustomers } from './list.ts'
export { replaceWords as indexNames } from './store/names.ts'
