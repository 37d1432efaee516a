import type { Transaction } from '../../database/database.ts'
import type { Keys } from '../../world.ts'
import type { Corrections } from '../tables/index.ts'
import { selectCorrections } from './store/corrections.ts'

type Of = { readonly organisationId: string; readonly importId: string; readonly keys: Keys }

/** What somebody has changed of the lines of a file, by line and column. */
export async function correctionsOf(tx: Transaction, of: Of): Promise<Corrections> {
  const byLine = new Map<number, Map<number, string> | null>()
  for (const { line, position, text } of await selectCorrections(tx, of)) {
    if (position === null) byLine.set(line, null)
    else {
      const cells = byLine.get(line)
      if (cells === null) continue
      byLine.set(line, (cells ?? new Map<number, string>()).set(position, of.keys.decrypt(text)))
    }
  }
  return byLine
}
