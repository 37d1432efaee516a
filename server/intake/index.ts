export * from './imports/index.ts'
export { inspectTable, sniffFile, type FileKind, type TableInspection } from './tables/index.ts'
export { TABLE_KINDS } from './imports/codes/contract.ts'
export { FIELD_CODES } from './tables/contract.ts'
