export { fileOf } from './files.ts'
export type { Cell } from './rules.ts'
export type { Table } from './tables.ts'
