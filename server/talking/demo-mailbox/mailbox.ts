import PostalMime, { type Email } from 'postal-mime'
import * as z from 'zod'

import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import * as store from './store.ts'

const Summary = z.object({
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  attachments: z.array(z.object({ name: z.string(), bytes: z.int() })),
})

export type Summary = z.infer<typeof Summary>

export type CaughtMail = Summary & { readonly id: string; readonly receivedAt: Instant }

/** The newest mails are kept; a demo is for looking, not for archives. */
const KEPT_MAILS = 500

/** Keeps a mail that a demo organisation sent. */
export async function keepMail(
  world: World,
  organisationId: string,
  source: Buffer,
): Promise<void> {
  const keys = await world.secrets.of(organisationId)
  const summary = keys.encrypt(JSON.stringify(summaryOf(await PostalMime.parse(source))))
  const mail = {
    id: newId(),
    receivedAt: world.clock(),
    summary,
    source: keys.encryptBytes(source),
  }
  await inOrganisation(world.db, organisationId, async (tx) => {
    await store.insertMail(tx, organisationId, mail)
    await store.deleteOldMails(tx, organisationId, KEPT_MAILS)
  })
}

function summaryOf(email: Email): Summary {
  return {
    from: mailboxText(email.from),
    to: (email.to ?? []).map(mailboxText),
    subject: email.subject ?? '',
    attachments: email.attachments.map(({ filename, content }) => ({
      name: filename ?? '',
      bytes: typeof content === 'string' ? content.length : content.byteLength,
    })),
  }
}

function mailboxText(mailbox: Email['from']): string {
  const { name = '', address = '' } = mailbox ?? {}
  return name ? `${name} <${address}>` : address
}

export async function caughtMails(world: World, organisationId: string): Promise<CaughtMail[]> {
  const keys = await world.secrets.of(organisationId)
  const rows = await inOrganisation(world.db, organisationId, async (tx) => {
    await refuseUnlessDemo(tx, organisationId)
    return store.selectMails(tx, organisationId)
  })
  return rows.map(({ id, receivedAt, summary }) => ({
    ...Summary.parse(JSON.parse(keys.decrypt(summary))),
    id,
    receivedAt,
  }))
}

/** One caught mail, read as a mail program reads it. */
export async function caughtMail(world: World, organisationId: string, id: string) {
  const { email, source, receivedAt } = await opened(world, organisationId, id)
  return {
    ...summaryOf(email),
    id,
    receivedAt,
    text: email.text ?? '',
    source: source.toString('latin1'),
  }
}

/** The HTML part of a caught mail. */
export async function pageOf(world: World, organisationId: string, id: string): Promise<string> {
  const { email } = await opened(world, organisationId, id)
  return email.html ?? ''
}

// What a mail says that its attachment is is believed only for what a browser shows harmlessly.
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg'])

export async function attachmentOf(
  world: World,
  organisationId: string,
  { id, position }: { readonly id: string; readonly position: number },
) {
  const { email } = await opened(world, organisationId, id)
  const attachment = email.attachments[position]
  if (!attachment) throw new Refusal('not_found', 'no_such_mail')
  const { filename, mimeType, content } = attachment
  return {
    name: filename ?? 'attachment',
    mediaType: SHOWN.has(mimeType) ? mimeType : 'application/octet-stream',
    content:
      typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content)),
  }
}

async function opened(world: World, organisationId: string, id: string) {
  const keys = await world.secrets.of(organisationId)
  const row = await inOrganisation(world.db, organisationId, async (tx) => {
    await refuseUnlessDemo(tx, organisationId)
    return store.selectMail(tx, organisationId, id)
  })
  if (!row) throw new Refusal('not_found', 'no_such_mail')
  const source = keys.decryptBytes(row.source)
  return { email: await PostalMime.parse(source), source, receivedAt: row.receivedAt }
}

async function refuseUnlessDemo(tx: Transaction, organisationId: string): Promise<void> {
  const isDemo = await store.isDemo(tx, organisationId)
  if (!isDemo) throw new Refusal('not_found', 'not_a_demo')
}
