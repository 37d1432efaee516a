import type * as z from 'zod'

import { noteReading } from '../../access/index.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { statementName, statementPdf } from '../../talking/index.ts'
import type { Keys, World } from '../../world.ts'
import { keyOf, pageFrom } from '../page.ts'
import { spokenIn } from '../playbooks/rules/spoken.ts'
import type * as contract from './contract.ts'
import * as store from './store/read.ts'
import { envelopeFrom, storedFrom, type FileRef, type Stored } from './stored.ts'

type Row = z.input<typeof contract.MessageRow>
type Whole = z.input<(typeof contract.getMessage.schema.response)[200]>
type Reader = Pick<Actor, 'language'>
type Query = z.output<typeof contract.listMessages.schema.querystring>

export async function listMessages(
  world: World,
  actor: Actor,
  query: Query,
): Promise<{ rows: Row[]; next: string | null }> {
  const keys = await world.secrets.of(actor.organisationId)
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    const [before = null] = keyOf(query.cursor, 1) ?? []
    const { customerId = null, runId = null, state = null, limit } = query
    const { organisationId, owners } = actor
    const filter = { organisationId, owners, customerId, runId, state, before, limit }
    const rows = await store.selectMessages(tx, filter)
    const page = pageFrom(rows, limit, ({ id }) => [id])
    return { next: page.next, rows: page.rows.map((row) => rowFrom(row, keys, actor)) }
  })
}

function rowFrom(row: store.MessageRow, keys: Keys, reader: Reader): Row {
  const stepName = spokenIn(reader.language)(row.stepName)
  return { ...row, stepName, subject: keys.decrypt(row.subject), totals: [...row.totals] }
}

/** A message as it left. Reading what somebody was written is noted. */
export async function readMessage(world: World, actor: Actor, id: string): Promise<Whole> {
  const keys = await world.secrets.of(actor.organisationId)
  const message = await findMessage(world, actor, id)
  const { customerId } = message
  const subject = { kind: 'message', id }
  await noteReading(world, actor, { name: 'message.opened', subject, customerId })
  return wholeFrom(message, keys, actor)
}

export async function findMessage(
  world: World,
  actor: Actor,
  id: string,
): Promise<store.WholeMessage> {
  const { organisationId, owners } = actor
  const message = await inOrganisation(world.db, organisationId, (tx) =>
    store.selectMessage(tx, id, owners),
  )
  if (!message) throw new Refusal('not_found', 'no_such_message')
  return message
}

export function wholeFrom(message: store.WholeMessage, keys: Keys, reader: Reader): Whole {
  const {
    bodyText,
    bodyHtml,
    recipients,
    snapshot,
    contactId: _c,
    runEntryId: _r,
    ...row
  } = message
  const stored = storedFrom(keys.decrypt(snapshot))
  const { figures } = stored
  const { to } = envelopeFrom(keys.decrypt(recipients))
  const items = figures.currencies.flatMap(({ currency, items: of }) =>
    of
      .filter(({ isConcerned }) => isConcerned)
      .map(({ openItemId, number, dueOn, openMinor }) => ({
        openItemId,
        number,
        dueOn,
        currency,
        openMinor,
      })),
  )
  return {
    ...rowFrom(row, keys, reader),
    messageIdHeader: row.messageIdHeader,
    handedOverAt: row.handedOverAt,
    recipients: [...to],
    text: keys.decrypt(bodyText),
    html: keys.decrypt(bodyHtml),
    attachments: attachmentsOf(message, stored),
    copy: stored.own?.copy ?? null,
    items,
  }
}

function attachmentsOf(
  { id, language }: Pick<store.WholeMessage, 'id' | 'language'>,
  { figures, hasStatement, own }: Stored,
): Whole['attachments'] {
  const statement = {
    name: statementName(figures, language),
    mediaType: 'application/pdf',
    url: `/messages/${id}/statement.pdf`,
  }
  const files = (own?.files ?? []).map(({ name, mediaType, sha256 }) => ({
    name,
    mediaType,
    url: `/messages/${id}/attachments/${sha256}`,
  }))
  return [...(hasStatement ? [statement] : []), ...files]
}

/** A document that went along. Reading it is noted like the message. */
export async function readAttachment(
  world: World,
  actor: Actor,
  { id, sha256 }: { readonly id: string; readonly sha256: string },
): Promise<FileRef & { readonly bytes: Buffer }> {
  const keys = await world.secrets.of(actor.organisationId)
  const { snapshot, customerId } = await findMessage(world, actor, id)
  const { own } = storedFrom(keys.decrypt(snapshot))
  const file = own?.files.find((one) => one.sha256 === sha256)
  if (!file) throw new Refusal('not_found', 'no_such_attachment')
  const subject = { kind: 'message', id }
  await noteReading(world, actor, { name: 'message.opened', subject, customerId })
  return { ...file, bytes: await world.files.read(actor.organisationId, file.sha256) }
}

/** The HTML part of a message, for a frame of its own. */
export async function readPage(world: World, actor: Actor, id: string): Promise<string> {
  const keys = await world.secrets.of(actor.organisationId)
  const { bodyHtml } = await findMessage(world, actor, id)
  return keys.decrypt(bodyHtml)
}

/** The statement that went along, made again from the frozen figures: the same bytes. */
export async function readStatement(
  world: World,
  actor: Actor,
  id: string,
): Promise<{ name: string; pdf: Buffer }> {
  const keys = await world.secrets.of(actor.organisationId)
  const { snapshot, language } = await findMessage(world, actor, id)
  const { figures, hasStatement } = storedFrom(keys.decrypt(snapshot))
  if (!hasStatement) throw new Refusal('not_found', 'no_statement')
  return { name: statementName(figures, language), pdf: await statementPdf(figures, language) }
}
