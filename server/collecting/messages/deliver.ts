import { createHash } from 'node:crypto'

import { inOrganisation } from '../../database/tenancy.ts'
import {
  deliver,
  statementName,
  statementPdf,
  type Attachment,
  type Delivery,
  type Mail,
} from '../../talking/index.ts'
import type { World } from '../../world.ts'
import { answered, takenBack } from './outcomes.ts'
import { handOver, selectOutgoing, type Outgoing } from './store/delivery.ts'
import { envelopeFrom, storedFrom } from './stored.ts'

export type Delivered = Delivery['kind'] | 'not_ours' | 'broken'

/** What this process is handing over now. */
const inFlight = new Set<string>()

export function isInFlight(messageId: string): boolean {
  return inFlight.has(messageId)
}

/**
 * Sends a message that this process has claimed, once. That it is being handed over is on record
 * before the first byte leaves: dying in between makes its fate unknown, never makes it go twice.
 */
export async function deliverMessage(
  world: World,
  organisationId: string,
  messageId: string,
): Promise<Delivered> {
  inFlight.add(messageId)
  try {
    return await deliverOnce(world, organisationId, messageId)
  } finally {
    inFlight.delete(messageId)
  }
}

async function deliverOnce(
  world: World,
  organisationId: string,
  messageId: string,
): Promise<Delivered> {
  const { processId } = world
  const { decrypt } = await world.secrets.of(organisationId)
  const outgoing = await inOrganisation(world.db, organisationId, (tx) =>
    selectOutgoing(tx, messageId, processId),
  )
  if (!outgoing) return 'not_ours'
  const ready = await made(world, organisationId, outgoing, decrypt)
  if (!ready) return 'broken'

  const isOurs = await inOrganisation(world.db, organisationId, (tx) =>
    handOver(tx, messageId, { processId, at: world.clock(), statementSha256: ready.sha256 }),
  )
  if (!isOurs) return 'not_ours'
  const delivery = await delivered(world, organisationId, ready.mail)
  await answered(world, organisationId, outgoing, delivery)
  return delivery.kind
}

/** The mail with its statement; a record that cannot be made into one is taken back with the cause. */
async function made(
  world: World,
  organisationId: string,
  outgoing: Outgoing,
  decrypt: (sealed: string) => string,
): Promise<{ mail: Mail; sha256: string | null } | null> {
  try {
    const attachments = await attachmentsOf(outgoing, decrypt)
    const [statement] = attachments
    const mail = mailOf(outgoing, attachments, { decrypt, at: world.clock() })
    return { mail, sha256: statement ? sha256(statement.content) : null }
  } catch (error) {
    world.log.error({ error, messageId: outgoing.id }, 'a message could not be made')
    const cause = error instanceof Error ? error.message : String(error)
    await takenBack(world, organisationId, outgoing, cause)
    return null
  }
}

/** What goes wrong here may have gone wrong after the message left. */
async function delivered(world: World, organisationId: string, mail: Mail): Promise<Delivery> {
  try {
    return await deliver(world, organisationId, mail)
  } catch (error) {
    world.log.error({ error }, 'a message could not be handed over')
    return { kind: 'unknown', answer: error instanceof Error ? error.message : String(error) }
  }
}

async function attachmentsOf(
  { snapshot, language }: Outgoing,
  decrypt: (sealed: string) => string,
): Promise<Attachment[]> {
  const { figures, hasStatement } = storedFrom(decrypt(snapshot))
  if (!hasStatement) return []
  const content = await statementPdf(figures, language)
  return [{ name: statementName(figures, language), mediaType: 'application/pdf', content }]
}

function mailOf(
  outgoing: Outgoing,
  attachments: readonly Attachment[],
  { decrypt, at }: { decrypt: (sealed: string) => string; at: ReturnType<World['clock']> },
): Mail {
  const { senderName, replyTo, to } = envelopeFrom(decrypt(outgoing.recipients))
  return {
    messageId: outgoing.messageIdHeader,
    at,
    language: outgoing.language,
    senderName,
    replyTo,
    to,
    subject: decrypt(outgoing.subject),
    text: decrypt(outgoing.bodyText),
    html: decrypt(outgoing.bodyHtml),
    attachments,
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
