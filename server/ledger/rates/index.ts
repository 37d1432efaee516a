export { currencyWeights } from './rates.ts'
export type { Weights } from './rules.ts'
