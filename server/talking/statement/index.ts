export {
  statementCurrency,
  type OpenItemFact,
  type StatementCurrency,
  type StatementItem,
  type StatementSender,
  type StatementSnapshot,
} from './snapshot.ts'
