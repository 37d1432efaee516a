export {
  ageingOn,
  readAgeing,
  type AgeingAsked,
  type AgeingGroup,
  type AgeingTable,
} from './ageing.ts'
export { owedOf, type AgeingRow } from './rules.ts'
