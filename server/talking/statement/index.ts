export { accountOfToday } from './account.ts'
export {
  statementCurrency,
  type OpenItemFact,
  type StatementCurrency,
  type StatementItem,
  type StatementSender,
  type StatementSnapshot,
} from './snapshot.ts'
export { sheetOf, statementDigest, statementName, statementPdf } from './statement.ts'
export { fontFamilies, legible } from './fonts.ts'
export { setSheet, stopStatements } from './workers.ts'
