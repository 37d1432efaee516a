import { openTable, type TableFile } from '../tables/index.ts'
import type { Mapping } from './rules/mapping-types.ts'

/** Opens the file as its mapping says: the same sheet as the one that was looked at. */
export async function openMapped(path: string, { sheet }: Mapping): Promise<TableFile> {
  return openTable(path, sheet === null ? {} : { sheet })
}
