import PostalMime from 'postal-mime'

import { sendQuestion } from '../collecting/desk/questions/send.ts'
import { collectingApp } from './collecting-app.ts'
import type { Received } from './mail/mail-server.ts'

type Fields = {
  readonly language?: 'en' | 'de' | 'fr' | 'es'
  readonly question?: string
  readonly customerName?: string
  readonly note?: string
  readonly origin?: string
}

/** A dispute about which a colleague without a login has been asked by mail. */
export async function askedQuestion(fields: Fields = {}) {
  const app = await collectingApp({ now: '2026-03-04T08:00:00Z' })
  const { given, world, organisationId, collector } = app
  const customerId = await given.customer({ name: fields.customerName ?? 'Brasserie du Port' })
  const invoice = await given.invoice(customerId, { number: '2026-1043', totalMinor: 431_000 })
  const opened = await collector.post(`/receivables/${invoice.id}/disputes`, {
    reason: 'not_delivered',
    amountMinor: 100_000,
    note: fields.note ?? 'Two pallets missing',
  })
  const disputeId: string = opened.body.id

  function ask(more: Record<string, unknown> = {}) {
    return collector.post(`/disputes/${disputeId}/questions`, {
      department: 'logistics',
      name: 'Lena Lager',
      email: 'lena.lager@example.test',
      question: fields.question ?? 'Do we have the signed delivery note?',
      language: fields.language ?? 'en',
      answerBy: '2026-03-11',
      ...more,
    })
  }

  const asked = await ask()
  const questionId: string = asked.body.id
  const sendAgain = () => sendQuestion(world, { organisationId, questionId })

  async function send(): Promise<string> {
    await sendAgain()
    const received = await app.mail.received()
    return linkIn(received.at(-1))
  }

  const read = (path: string, headers: Record<string, string> = {}) =>
    app.app.inject({ method: 'GET', url: path, headers })
  const submit = (path: string, form: Record<string, string>, type = FORM) =>
    app.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': type },
      payload: new URLSearchParams(form).toString(),
    })
  const questions = async () =>
    (await collector.get(`/disputes/${disputeId}/questions`)).body.questions

  return {
    ...app,
    customerId,
    disputeId,
    questionId,
    ask,
    send,
    sendAgain,
    read,
    submit,
    questions,
  }
}

const FORM = 'application/x-www-form-urlencoded'

/** A mail with a link to act by. What is attached to others may read like one by chance. */
export function hasLink({ source }: Received): boolean {
  return source.includes('/l/') && !source.includes('application/pdf')
}

/** The path of the link in a mail, the same in both of its parts. */
export async function linkIn(mail: Received | undefined): Promise<string> {
  if (!mail) throw new Error('no mail')
  const { text = '', html = '' } = await PostalMime.parse(Buffer.from(mail.source, 'latin1'))
  const [path] = /\/l\/[\w-]{64}/.exec(text) ?? []
  if (path === undefined || !html.includes(path)) throw new Error('no link in the mail')
  return path
}

/** The number that a page's form carries, so that sending it twice is one use. */
export function formIn(page: string): string {
  return /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''
}
