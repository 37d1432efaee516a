import { maySeeCustomerOf, readersOf, type Reader } from '../access/index.ts'
import { invitationFor, type Invitation } from '../collecting/desk/index.ts'
import type { Transaction } from '../database/database.ts'
import { messageDomainOf, messageIdOf, noticeMail, type Mail } from '../talking/index.ts'
import type { World } from '../world.ts'
import type { DeliveryRow } from './store/deliveries.ts'
import type { ToldRow } from './store/notifications.ts'
import { selectOrganisation } from './store/rule-rows.ts'
import { textOf } from './text.ts'
import { filled, noticeWords } from './words/words.ts'

export type Making = {
  readonly tx: Transaction
  readonly world: World
  readonly organisationId: string
  readonly delivery: DeliveryRow
  readonly decrypt: (sealed: string) => string
}

export type NoticeMail = {
  readonly mail: Mail
  /** What may be answered from it: links that end when it does not leave. */
  readonly invited: readonly Invitation[]
}

/** The mail, of what its reader may still see now: a customer may have gone to somebody else. */
export async function mailFor(
  { tx, world, organisationId, delivery, decrypt }: Making,
  rows: readonly ToldRow[],
): Promise<NoticeMail | null> {
  const readers = await readersOf(tx, world)
  const reader = readers.find(({ id }) => id === delivery.personId)
  const domain = await messageDomainOf(tx, organisationId)
  const organisation = await selectOrganisation(tx, organisationId)
  const seen = reader ? rows.filter(({ ownerId }) => maySeeCustomerOf(reader, ownerId)) : []
  if (!reader) return null
  const texts = await textsOf({ tx, world, organisationId, reader, decrypt }, seen)
  if (texts.length === 0) return null
  const body = digestOf({ texts, reader, organisation: organisation.name, pace: delivery.pace })
  return {
    invited: texts.flatMap(({ invitation }) => invitation ?? []),
    mail: {
      ...body,
      messageId: messageIdOf(['notification', delivery.id], domain ?? 'goodterms.invalid'),
      at: world.clock(),
      language: reader.language,
      senderName: organisation.name,
      replyTo: null,
      to: [{ name: reader.name, address: reader.address }],
      attachments: [],
    },
  }
}

type Text = {
  readonly title: string
  readonly text: string
  readonly url: string
  /** What may be answered from the mail; null where it only tells. */
  readonly invitation: Invitation | null
}

type Writing = Pick<Making, 'tx' | 'world' | 'organisationId' | 'decrypt'> & {
  readonly reader: Reader
}

/** What is told of each, without what needs no answer any more. */
async function textsOf(
  { tx, world, organisationId, reader, decrypt }: Writing,
  rows: readonly ToldRow[],
): Promise<Text[]> {
  const texts: Text[] = []
  for (const row of rows) {
    const { event, subject, customerId } = row
    const invitation =
      subject && customerId !== null
        ? await invitationFor(tx, world, { organisationId, event, subject, customerId, reader })
        : null
    if (invitation === 'over') continue
    const told = textOf(row, reader.language, decrypt)
    const { title, text, url } = invitation ?? { ...told, url: addressOf(world, row) }
    texts.push({ title, text, url, invitation })
  }
  return texts
}

type Digest = {
  readonly texts: readonly Text[]
  readonly reader: Reader
  readonly organisation: string
  readonly pace: 'now' | 'daily' | 'weekly'
}

function digestOf({ texts, reader, organisation, pace }: Digest) {
  const { language } = reader
  const words = noticeWords(language)
  const [only] = texts
  const isSingle = texts.length === 1 && only !== undefined
  if (isSingle && only.invitation) return invitationMail(only.invitation, reader)
  const subject = isSingle ? only.title : filled(words.digest[pace], { count: texts.length })
  const mail = noticeMail({
    language,
    subject,
    greeting: filled(words.greeting, { who: reader.name }),
    paragraphs: isSingle ? [only.title] : [words.oneThing],
    ...(isSingle && only.text !== '' ? { quote: only.text } : {}),
    ...(isSingle
      ? { button: { label: words.open, url: only.url } }
      : {
          lists: [
            {
              title: subject,
              rows: texts.map(({ title, text, url }) => ({ text: title, note: text, url })),
            },
          ],
        }),
    smallPrint: filled(words.why, { organisation }),
  })
  return { ...mail, subject }
}

/** What one is asked alone: the facts, the asker's words, one button. */
function invitationMail(
  { title, text, facts, quote, button, smallPrint, url }: Invitation,
  { language, name }: Reader,
) {
  const mail = noticeMail({
    language,
    subject: title,
    greeting: filled(noticeWords(language).greeting, { who: name }),
    paragraphs: [text],
    facts,
    ...(quote === '' ? {} : { quote }),
    button: { label: button, url },
    smallPrint,
  })
  return { ...mail, subject: title }
}

export function addressOf({ origin }: World, { customerId }: ToldRow): string {
  return customerId === null ? origin : `${origin}/customers/${customerId}`
}
