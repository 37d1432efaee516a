import type { Readable } from 'node:stream'

import { appendEvent, type Doer } from '../../access/index.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { openBooks } from '../../ledger/index.ts'
import type { World } from '../../world.ts'
import { askToLook } from './jobs-asked.ts'
import type { ImportChoices } from './run.ts'
import * as store from './store/imports.ts'

export type Upload = {
  readonly organisationId: string
  readonly legalEntityId: string
  readonly by: Doer
  /** The system that the file comes from, if somebody says. */
  readonly source: string | null
  readonly evidenceKind: store.EvidenceKind
  readonly fileName: string
  readonly mediaType: string
  readonly content: Readable
  /** The caller does the work itself. */
  readonly isDirect?: boolean
  /** Whether the stream was cut off for being too large, once it has ended. */
  readonly isTruncated?: () => boolean
}

const DEFAULT_SOURCE = 'Ledger'

/** Keeps a file and has it looked at. */
export async function receiveFile(world: World, upload: Upload): Promise<{ id: string }> {
  const { organisationId, legalEntityId, by } = upload
  const at = world.clock()
  const books = await inOrganisation(world.db, organisationId, (tx) =>
    openBooks(tx, organisationId, at),
  )
  const entity = books.find(({ id }) => id === legalEntityId)
  if (!entity) throw new Refusal('not_found', 'no_such_legal_entity')
  const kept = await world.files.put(organisationId, upload.content)
  if (upload.isTruncated?.()) throw new Refusal('invalid', 'file_too_large')
  const choices: ImportChoices = {
    currency: entity.currency,
    isComplete: false,
    gone: 'flag',
    ledgerSyncedAt: at,
    paymentsUntil: null,
    entities: {},
    isSourceNamed: upload.source !== null,
  }
  const id = newId()
  await inOrganisation(world.db, organisationId, async (tx) => {
    const name = upload.source ?? DEFAULT_SOURCE
    const source = { organisationId, legalEntityId, kind: 'file' as const, name, createdAt: at }
    const sourceId = await store.upsertSource(tx, { ...source, id: newId() })
    await store.insertImport(tx, {
      id,
      organisationId,
      legalEntityId,
      sourceId,
      choices,
      evidenceKind: upload.evidenceKind,
      uploadedAt: at,
      uploadedBy: by.kind === 'person' ? by.id : null,
      file: { id: newId(), ...kept, mediaType: upload.mediaType, name: upload.fileName },
    })
    const subject = { kind: 'import', id }
    const data = { bytes: kept.bytes }
    await appendEvent(tx, { organisationId, at, by, name: 'import.uploaded', subject, data })
    await askToLook(tx, { ...upload, importId: id })
  })
  return { id }
}
