import { inOrganisation } from '../../database/tenancy.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import { openTable } from '../tables/index.ts'
import { textOf, type Cell } from '../tables/rules/cells.ts'
import { withFile } from './files.ts'
import { csvLine } from './rules/csv.ts'
import { selectFindings } from './store/findings.ts'
import * as store from './store/imports.ts'

type Of = { readonly organisationId: string; readonly importId: string }

/** The rows that were not taken, as they came, with the reason of each; formulas are defused. */
export async function rejectedRows(world: World, of: Of): Promise<string> {
  const { organisationId, importId } = of
  const { record, reasons } = await inOrganisation(world.db, organisationId, async (tx) => ({
    record: await store.selectImport(tx, organisationId, importId),
    reasons: await reasonsOf(tx, of),
  }))
  if (!record?.mapping) throw new Refusal('not_found', 'no_such_import')
  const { mapping, sha256, fileName: name } = record
  const headings = ['Line', 'Reason', ...mapping.columns.map(({ heading }) => heading)]
  const lines = [csvLine(headings)]
  await withFile(world, { organisationId, sha256, name }, async (path) => {
    const file = await openTable(path, mapping.sheet === null ? {} : { sheet: mapping.sheet })
    try {
      for await (const rows of file.rows()) {
        for (const { line, cells } of rows) {
          const reason = reasons.get(line)
          if (reason)
            lines.push(csvLine([String(line), reason, ...cells.map((cell: Cell) => textOf(cell))]))
        }
      }
    } finally {
      await file.close()
    }
  })
  return `\uFEFF${lines.join('')}`
}

async function reasonsOf(
  tx: Parameters<typeof selectFindings>[0],
  of: Of,
): Promise<Map<number, string>> {
  const reasons = new Map<number, string>()
  const findings = await selectFindings(tx, of, { severity: 'error', limit: 10_000 })
  for (const { line, code, column } of findings) {
    if (line === null) continue
    const reason = column === null ? code : `${column}: ${code}`
    const before = reasons.get(line)
    reasons.set(line, before ? `${before}; ${reason}` : reason)
  }
  return reasons
}
