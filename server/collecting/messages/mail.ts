import { createHash } from 'node:crypto'

import type { Instant } from '../../kernel/day.ts'
import { statementName, type Attachment, type Mail } from '../../talking/index.ts'
import type { Keys } from '../../world.ts'
import type { Claimed } from './claim.ts'
import { pdfOf, statementOf, type Statement } from './statements.ts'

/** A claimed message with what its statement will show, if one goes along. */
export type Draft = { readonly claimed: Claimed; readonly statement: Statement | null }

export function draftOf(claimed: Claimed, keys: Keys): Draft {
  const { snapshot, language, hasStatement } = claimed.letter
  return { claimed, statement: hasStatement ? statementOf(snapshot, language, keys) : null }
}

export type Complete = { readonly mail: Mail; readonly statementSha256: string | null }

type Completing = {
  readonly keys: Keys
  readonly at: Instant
  readonly read: (sha256: string) => Promise<Buffer>
}

/**
 * The mail with its statement, the one that was set ahead if there is one, or one set now, and with
 * the documents that were asked for.
 */
export async function completeMail(
  { claimed, statement }: Draft,
  prepared: Buffer | undefined,
  { keys, at, read }: Completing,
): Promise<Complete> {
  const { letter, messageIdHeader: messageId } = claimed
  const { language, replyTo, to, subject, text, html, sender, files = [], follows } = letter
  const senderName = sender.name
  const thread = follows === undefined ? {} : { inReplyTo: follows, references: [follows] }
  const mail = { messageId, at, language, senderName, replyTo, to, subject, text, html, ...thread }
  const documents: Attachment[] = []
  for (const { sha256, name, mediaType } of files) {
    documents.push({ name, mediaType, content: await read(sha256) })
  }
  if (!statement) return { mail: { ...mail, attachments: documents }, statementSha256: null }
  const content = await pdfOf(statement, prepared, keys)
  const name = statementName(letter.snapshot, language)
  const attachment: Attachment = { name, mediaType: 'application/pdf', content }
  const statementSha256 = createHash('sha256').update(content).digest('hex')
  return { mail: { ...mail, attachments: [attachment, ...documents] }, statementSha256 }
}
