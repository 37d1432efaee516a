export { isInside, reachable } from './address.ts'
export { getOutside, type Got } from './get.ts'
