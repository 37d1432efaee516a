import { appendEvent, policyOf } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../kernel/ids.ts'
import { lockCustomer, seeCustomer } from '../balances/index.ts'
import { known, personOf, refuse, type Doing } from '../doing.ts'
import { personRef } from '../totals.ts'
import { missingKinds } from './rules.ts'
import * as store from './store.ts'

export type NewEvidence = {
  readonly customerId: string
  readonly receivableId: string | null
  readonly kind: store.EvidenceKind
  readonly isSigned: boolean
  /** Bytes that world.files has taken already. */
  readonly file: {
    readonly sha256: string
    readonly bytes: number
    readonly mediaType: string
    readonly name: string
  }
}

/** Attaches a document to a customer or invoice; the same one twice is one. */
export async function attachEvidence(
  tx: Transaction,
  doing: Doing,
  { customerId, receivableId, kind, isSigned, file }: NewEvidence,
): Promise<{ id: string }> {
  await lockCustomer(tx, customerId, doing.owners)
  const isTheirs =
    receivableId === null || (await store.hasReceivable(tx, receivableId, customerId))
  const twin = await store.selectTwin(tx, { customerId, receivableId, kind, sha256: file.sha256 })

  if (!isTheirs) refuse({ code: 'no_such_receivable' })
  if (twin) return { id: twin }

  const [id, fileId] = [newId(), newId()]
  const { organisationId, at, by } = doing
  await store.insertFile(tx, { ...file, id: fileId, organisationId, createdAt: at })
  const place = { organisationId, customerId, receivableId, kind, isSigned, fileId }
  await store.insertEvidence(tx, { ...place, id, addedBy: personOf(by), addedAt: at })
  await appendEvent(tx, {
    ...doing,
    name: 'evidence.added',
    subject: { kind: 'evidence', id },
    customerId,
    data: { kind, receivableId, isSigned },
  })
  return { id }
}

/** Takes a document off; its bytes and the history stay. */
export async function removeEvidence(
  tx: Transaction,
  doing: Doing,
  evidenceId: string,
): Promise<void> {
  const row = await store.selectEvidence(tx, evidenceId, doing.owners)
  const { customerId, receivableId, kind } = known(row, 'no_such_evidence')
  await lockCustomer(tx, customerId, doing.owners)

  if (kind === 'record') refuse({ code: 'sealed_record' })

  await store.removeEvidence(tx, evidenceId, doing.at)
  await appendEvent(tx, {
    ...doing,
    name: 'evidence.removed',
    subject: { kind: 'evidence', id: evidenceId },
    customerId,
    data: { kind, receivableId },
  })
}

/** How many open invoices have all the evidence that is asked for. */
export async function evidenceCompleteness(
  tx: Transaction,
  customerId: string,
  required: readonly store.EvidenceKind[],
): Promise<{ complete: number; of: number }> {
  const documents = await store.selectKindsOfOpen(tx, customerId)
  const complete = documents.filter(({ kinds }) => missingKinds(required, kinds).length === 0)
  return { complete: complete.length, of: documents.length }
}

/** A customer's documents as files, those of one invoice together, the oldest invoice first. */
export async function documentsOf(
  tx: Transaction,
  customerId: string,
): Promise<store.EvidenceRow[]> {
  const rows = await store.selectEvidenceOf(tx, customerId)
  return rows.toSorted(byInvoice)
}

function byInvoice(a: store.EvidenceRow, b: store.EvidenceRow): number {
  const [one, other] = [a.receivableNumber ?? '', b.receivableNumber ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}

/** A customer's documents and what policy still asks for. */
export async function readEvidence(tx: Transaction, doing: Doing, customerId: string) {
  await seeCustomer(tx, customerId, doing.owners)
  const { evidenceRequired: required } = await policyOf(tx, doing.organisationId)
  const rows = await store.selectEvidenceOf(tx, customerId)
  const documents = await store.selectKindsOfOpen(tx, customerId)

  return {
    evidence: rows.map((row) => ({
      id: row.id,
      receivable: row.receivableId
        ? { id: row.receivableId, number: row.receivableNumber ?? '' }
        : null,
      kind: row.kind,
      isSigned: row.isSigned,
      name: row.name,
      mediaType: row.mediaType,
      bytes: row.bytes,
      addedAt: row.addedAt,
      addedBy: personRef(row.addedById, row.addedByName),
    })),
    requiredKinds: [...required],
    missing: documents
      .map(({ receivableId, number, kinds }) => ({
        receivableId,
        number,
        kinds: missingKinds(required, kinds),
      }))
      .filter(({ kinds }) => kinds.length > 0),
  }
}
