export { openTable, type TableFile } from './files/open.ts'
export { sniffFile, type FileKind } from './files/sniff.ts'
export { Unreadable } from './files/unreadable.ts'
export {
  descriptionOf,
  findingOf,
  findingsOfFile,
  findingsOfWalk,
  inspectTable,
  type InspectedColumn,
  type TableInspection,
} from './inspect.ts'
export { detect, type ColumnReading, type Detection, type Reading } from './reading.ts'
export type { TableRecord } from './records.ts'
export { newWalk, readRecords, type Corrections, type Walk } from './rows.ts'
export { newTotals, type FileTotal, type Totals } from './totals.ts'
