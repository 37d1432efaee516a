export { formatsOf, type DayStyle, type Formats } from './formats.ts'
export { paymentLines } from './payment-lines.ts'
export type { DocumentKind, NextStepKind, Words } from './types.ts'
export { wordsOf } from './words.ts'
