import type { Transaction } from '../../../database/database.ts'
import { copyOf } from '../../../talking/index.ts'
import { selectAddressees } from '../store/people.ts'
import { selectMessage } from '../store/read.ts'
import { envelopeFrom, storedFrom } from '../stored.ts'
import { addressed, type Desk, type Written } from '../write.ts'
import type { Copied, OwnMessage } from './message.ts'

const TEST = /^\[Test\] /

/** A message once more as it left, figures, statement, documents and signature, marked as a copy. */
export async function writeCopy(
  tx: Transaction,
  desk: Desk,
  { customerId, contactId, senderId }: OwnMessage,
  { of }: Copied,
): Promise<Written> {
  const { keys, testMailbox } = desk
  const sent = await selectMessage(tx, of, null)
  const addressees = await selectAddressees(tx, contactId === null ? [] : [contactId])
  const addressee = addressees.get(contactId ?? '')
  if (!sent || !addressee) throw new Error(`nothing to copy of message ${of}`)

  const { language, onDay: on } = sent
  const { figures, hasStatement, own } = storedFrom(keys.decrypt(sent.snapshot))
  const { senderName, replyTo } = envelopeFrom(keys.decrypt(sent.recipients))
  const subject = keys.decrypt(sent.subject).replace(TEST, '')
  const [text, html] = [keys.decrypt(sent.bodyText), keys.decrypt(sent.bodyHtml)]
  const copy = copyOf({ language, on, subject, text, html })
  const recipient = { name: keys.decrypt(addressee.name), address: keys.decrypt(addressee.email) }
  return {
    kind: 'written',
    letter: {
      ...copy,
      ...addressed(recipient, testMailbox),
      subject: testMailbox === null ? copy.subject : `[Test] ${copy.subject}`,
      customerId,
      language,
      snapshot: figures,
      totals: [],
      sender: { id: senderId, name: senderName },
      replyTo,
      hasStatement,
      files: own?.files ?? [],
    },
  }
}
