export * from './imports/index.ts'
export { inspectTable, sniffFile, type FileKind, type TableInspection } from './tables/index.ts'
