export { holdsInForce, placeHold, type HoldInForce } from './holds.ts'
