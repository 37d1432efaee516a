import type { Instant } from '../../../kernel/day.ts'
import { formatsOf, noticeMail, type Mail, type Mailbox } from '../../../talking/index.ts'
import type { AskedRow } from './store.ts'
import { questionWords } from './words/words.ts'

export type Kind = 'question' | 'reminder'

type Making = {
  readonly kind: Kind
  readonly at: Instant
  readonly url: string
  readonly messageId: string
  readonly question: string
  readonly askerAddress: string
  readonly to: Mailbox
  /** Where it goes instead while the organisation tries things out; null in earnest. */
  readonly testMailbox: string | null
}

/** The mail that asks: who asks, what it is about, one button. */
export function questionMail(asked: AskedRow, making: Making): Mail {
  const { language, number, customerName } = asked
  const words = questionWords(language)
  const formats = formatsOf(language)
  const { to, testMailbox, kind } = making
  const isReminder = kind === 'reminder'
  const say = isReminder ? words.reminder : words.mail
  const subject = say.subject(customerName, number)
  const body = noticeMail({
    language,
    subject,
    greeting: words.mail.greeting(to.name),
    paragraphs: [say.asks(asked.askerName, customerName, number)],
    facts: [
      [words.facts.customer, customerName],
      [words.facts.invoice, `${number} · ${formats.day(asked.issuedOn)}`],
      [words.facts.reason, words.reasons[asked.reason]],
      [words.facts.amount, formats.money({ minor: asked.amountMinor, currency: asked.currency })],
      [words.facts.answerBy, formats.day(asked.answerBy, 'weekday')],
    ],
    quote: making.question,
    button: { label: words.mail.button, url: making.url },
    smallPrint: words.mail.smallPrint(asked.organisationName),
  })
  return {
    ...body,
    messageId: making.messageId,
    at: making.at,
    language,
    senderName: asked.askerName,
    replyTo: { name: asked.askerName, address: making.askerAddress },
    to: [testMailbox === null ? to : { name: `${to.name} (${to.address})`, address: testMailbox }],
    subject: testMailbox === null ? subject : `[Test] ${subject}`,
    attachments: [],
  }
}
