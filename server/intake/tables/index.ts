export { sniffFile, type FileKind } from './files/sniff.ts'
export { inspectTable, type InspectedColumn, type TableInspection } from './inspect.ts'
