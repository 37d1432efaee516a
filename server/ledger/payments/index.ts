export {
  allocateCredit,
  allocatePayment,
  reverseAllocation,
  writeOff,
  type Allocating,
} from './allocations.ts'
export { recordPayment, reversePayment, type NewPayment } from './payments.ts'
