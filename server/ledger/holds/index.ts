export { holdsInForce, placeHold, type HoldInForce } from './holds.ts'
export { followSource } from './sources.ts'
