import { readFile, stat } from 'node:fs/promises'

import type { Doer } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { attachEvidence } from '../../ledger/index.ts'
import type { World } from '../../world.ts'
import { keptFinding } from './outcome.ts'
import { textOfPdf } from './pdf-text.ts'
import { importFinding } from './rules/findings.ts'
import { candidatesIn, candidatesOfName } from './rules/numbers.ts'
import { replaceFindings } from './store/findings.ts'
import * as store from './store/imports.ts'
import { selectByNumbers, selectReceivable, type Numbered } from './store/numbers.ts'

type Work = { readonly organisationId: string; readonly importId: string; readonly by: Doer }

const LARGEST_TEXT = 64 * 1024 ** 2

/** Attaches a PDF to the document whose number is in its name or text; else it waits for a person. */
export async function matchByNumber(
  world: World,
  work: Work,
  { record, path }: { record: store.ImportRecord; path: string },
): Promise<void> {
  const { organisationId, id, revision } = record
  const keys = await world.secrets.of(organisationId)
  const isReadable = (await stat(path)).size <= LARGEST_TEXT
  const text = isReadable ? await textOfPdf(await readFile(path)) : ''
  await inOrganisation(world.db, organisationId, async (tx) => {
    const byName = await selectByNumbers(tx, record, candidatesOfName(record.fileName))
    const found = byName.length > 0 ? byName : await selectByNumbers(tx, record, candidatesIn(text))

    const [first] = found
    if (first && found.length === 1) return attach(world, tx, { record, work, receivable: first })
    const numbers = found.map(({ number }) => number).join(', ')
    const finding =
      found.length === 0
        ? importFinding('evidence_unmatched', { value: record.fileName })
        : importFinding('evidence_matches_several', { value: record.fileName }, { numbers })

    const guarded = { organisationId, id, states: ['reading'] as const, revision }
    await store.updateImport(tx, guarded, { state: 'to_match', format: 'evidence', warnings: 1 })
    await replaceFindings(tx, { organisationId, importId: id }, [keptFinding(keys, finding)])
  })
}

type Attaching = {
  readonly record: store.ImportRecord
  readonly work: Work
  readonly receivable: Numbered
  readonly kind?: store.EvidenceKind
}

async function attach(
  world: World,
  tx: Transaction,
  { record, work, receivable, kind = record.evidenceKind }: Attaching,
): Promise<void> {
  const { organisationId, id, sha256, bytes, mediaType, fileName: name } = record
  const at = world.clock()
  const { id: receivableId, customerId } = receivable
  const doing = { organisationId, by: work.by, at, owners: null }
  const file = { sha256, bytes, mediaType, name }
  await attachEvidence(tx, doing, { customerId, receivableId, kind, isSigned: false, file })
  await store.updateImport(
    tx,
    { organisationId, id, states: ['reading', 'to_match'] },
    { state: 'applied', format: 'evidence', appliedAt: at, receivableId, warnings: 0 },
  )
}

/** Attaches an unmatched PDF to the document that a person names, of their own customers. */
export async function matchEvidence(
  world: World,
  work: Work & { owners: readonly string[] | null },
  { receivableId, kind }: { receivableId: string; kind: store.EvidenceKind },
): Promise<void> {
  const { organisationId, importId, owners } = work
  await inOrganisation(world.db, organisationId, async (tx) => {
    const record = await store.selectImportForUpdate(tx, organisationId, importId)
    if (!record) throw new Refusal('not_found', 'no_such_import')
    const receivable = await selectReceivable(tx, { organisationId, owners }, receivableId)
    if (!receivable) throw new Refusal('not_found', 'no_such_receivable')
    if (record.state !== 'to_match') throw new Refusal('conflict', 'import_not_ready')
    if (receivable.legalEntityId !== record.legalEntityId) {
      throw new Refusal('conflict', 'receivable_of_other_entity')
    }

    await attach(world, tx, { record, work, receivable, kind })
  })
}
