import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Instant } from '../../kernel/day.ts'
import type { Keys, World } from '../../world.ts'
import { findingOf, type Unreadable } from '../tables/index.ts'
import { shown } from '../tables/rules/texts.ts'
import type { Found } from './findings.ts'
import type { Pass } from './pass.ts'
import { Stopped } from './progress.ts'
import type { Change } from './report.ts'
import type { Run } from './run.ts'
import { replaceChanges, replaceFindings } from './store/findings.ts'
import { updateImport, type ImportRecord } from './store/imports.ts'

type End =
  | { readonly state: 'to_apply' }
  | {
      readonly state: 'applied'
      readonly appliedAs: 'whole' | 'good_rows'
      readonly appliedAt: Instant
    }

type Passed = { readonly record: ImportRecord; readonly pass: Pass; readonly run: Run }

/** Keeps what a pass has found, and where the import stands now; nothing when it is void by then. */
export async function keepPass(tx: Transaction, passed: Passed, end: End): Promise<void> {
  const { record, pass, run } = passed
  const { id, organisationId, revision } = record
  const kept = await updateImport(
    tx,
    { organisationId, id, states: ['comparing', 'applying'], revision },
    {
      ...end,
      difference: pass.difference,
      rowCount: pass.rows,
      progressRows: pass.rows,
      errors: run.found.total('error'),
      warnings: run.found.total('warning'),
      failure: null,
    },
  )
  if (!kept) throw new Stopped()
  const of = { organisationId, importId: id }
  await replaceFindings(
    tx,
    of,
    run.found.kept().map((one) => keptFinding(run.keys, one)),
  )
  await replaceChanges(
    tx,
    of,
    pass.changes.map((one) => keptChange(run.keys, one)),
  )
}

export function keptFinding(keys: Keys, { severity, code, line, column, value, details }: Found) {
  return { severity, code, line, column, value: keys.encrypt(shown(value ?? '', 200)), details }
}

function keptChange(keys: Keys, { subject, kind, line, number, name, fields }: Change) {
  return { subject, kind, line, number, detail: keys.encrypt(JSON.stringify({ name, fields })) }
}

/** The file as a whole cannot be read: it is refused, with its one finding. */
export async function markUnreadable(
  world: World,
  { id, organisationId, revision }: ImportRecord,
  error: Unreadable,
): Promise<void> {
  const keys = await world.secrets.of(organisationId)
  await inOrganisation(world.db, organisationId, async (tx) => {
    const states = ['reading', 'comparing', 'applying'] as const
    const guarded = { organisationId, id, states, revision }
    if (!(await updateImport(tx, guarded, { state: 'refused', errors: 1 }))) return
    await replaceFindings(tx, { organisationId, importId: id }, [
      keptFinding(keys, findingOf(error)),
    ])
  })
}

/** Something of ours went wrong. The transaction is undone; what is shown helps support, not thieves. */
export async function markFailed(
  world: World,
  { id, organisationId, revision }: ImportRecord,
  error: unknown,
): Promise<void> {
  const states = ['reading', 'comparing', 'applying'] as const
  const name = error instanceof Error ? error.name : 'Error'
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : ''
  const failure = `${name}${code}`
  await inOrganisation(world.db, organisationId, (tx) =>
    updateImport(tx, { organisationId, id, states, revision }, { state: 'failed', failure }),
  )
}
