import { Refusal } from '../../../kernel/refusal.ts'
import { contactsOf, type Contact } from '../../../ledger/index.ts'
import { statementName } from '../../../talking/index.ts'
import { byStanding } from '../../gate/rules/contact.ts'
import type { OwnMessage, OwnPreview } from '../../messages/index.ts'
import type { Desk } from './desk.ts'
import { mailableOf } from './own-mail.ts'

/** Everybody there and whom mail reaches, those first whom we usually write to. */
export async function contactsFor({ tx, keys }: Desk, customerId: string) {
  const all = (await contactsOf(tx, keys, [customerId])).toSorted(byStanding)
  return { all, mailable: mailableOf(all) }
}

/** Whoever was named, else the first whom mail reaches, else whoever is known. */
export function chosen(
  all: readonly Contact[],
  mailable: readonly Contact[],
  contactId: string | null,
): Contact | null {
  if (contactId === null) return mailable[0] ?? all[0] ?? null
  const named = all.find(({ id }) => id === contactId)
  if (!named) throw new Refusal('not_found', 'no_such_contact')
  return named
}

/** Whom a mail can be sent to, as they are chosen from. */
export function shownOf(mailable: readonly Contact[]) {
  return mailable.map(({ id, name, email }) => ({ id, name, address: email }))
}

/** A mail as it would leave, around the words that a person may change. */
export function shownMail(
  { letter, waits }: OwnPreview & { kind: 'ready' },
  { files, said }: OwnMessage,
  addressee: Contact,
) {
  const words = said?.trim() ?? ''
  const [before = '', ...after] = words === '' ? [letter.text] : letter.text.split(words)
  const [recipient] = letter.to
  return {
    contactId: addressee.id,
    language: letter.language,
    to: recipient ? `${recipient.name} <${recipient.address}>`.trim() : '',
    senderName: letter.sender.name,
    subject: letter.subject,
    before: before.trim(),
    after: after.join(words).trim(),
    attachments: [
      ...(letter.hasStatement ? [statementName(letter.snapshot, letter.language)] : []),
      ...files.map(({ name }) => name),
    ],
    isTest: letter.to[0]?.address !== letter.intended[0]?.address,
    waits,
  }
}
