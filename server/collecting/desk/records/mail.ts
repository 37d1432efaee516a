import type { Day, Instant } from '../../../kernel/day.ts'
import { formatsOf, noticeMail, type Mail, type Mailbox } from '../../../talking/index.ts'
import type { Snapshot } from './shapes.ts'
import type { RecordRow } from './store/records.ts'
import { recordWords } from './words/words.ts'

type Common = {
  readonly at: Instant
  readonly messageId: string
  readonly organisationName: string
  readonly asker: Mailbox
  readonly to: Mailbox
  /** Where it goes instead while the organisation tries things out; null in earnest. */
  readonly testMailbox: string | null
  readonly snapshot: Snapshot
  readonly record: RecordRow
}

/** Asks to read and sign: who asks, one button. Nothing else has the address behind it. */
export function requestMail(making: Common & { readonly url: string; readonly until: Day }): Mail {
  const { record, organisationName, asker, snapshot, url, until } = making
  const { language } = record
  const { mail } = recordWords(language)
  const subject = mail.request.subject(snapshot.document.title, organisationName)
  const body = noticeMail({
    language,
    subject,
    greeting: mail.greeting(making.to.name),
    paragraphs: [mail.request.asks(asker.name, organisationName)],
    button: { label: mail.request.button, url },
    smallPrint: mail.request.smallPrint(organisationName, formatsOf(language).day(until)),
  })
  return addressed({ ...making, language, subject, body })
}

/** The sealed file to one of the two sides. */
export function copyMail(
  making: Common & { readonly kind: 'copy_theirs' | 'copy_ours'; readonly language: string },
): Mail {
  const { record, organisationName, snapshot, kind } = making
  const language = kind === 'copy_theirs' ? record.language : making.language
  const words = recordWords(language)
  const { copy, greeting } = words.mail
  const { customerName } = snapshot.facts
  const subject = copy.subject(words.title[record.kind], customerName)
  const body = noticeMail({
    language,
    subject,
    greeting: greeting(making.to.name),
    paragraphs: [kind === 'copy_theirs' ? copy.theirs(organisationName) : copy.ours(customerName)],
    smallPrint: copy.smallPrint,
  })
  return addressed({ ...making, language, subject, body })
}

type Addressing = Common & {
  readonly language: string
  readonly subject: string
  readonly body: { readonly text: string; readonly html: string }
}

function addressed({ body, to, testMailbox, ...making }: Addressing): Mail {
  const { messageId, at, language, asker, subject } = making
  return {
    ...body,
    messageId,
    at,
    language,
    senderName: asker.name,
    replyTo: asker.address === '' ? null : asker,
    to: [testMailbox === null ? to : { name: `${to.name} (${to.address})`, address: testMailbox }],
    subject: testMailbox === null ? subject : `[Test] ${subject}`,
    attachments: [],
  }
}
