import { createHash } from 'node:crypto'

import { buildHeaderParam, encodeWords, foldLines } from 'nodemailer/lib/mime-funcs'

import { day, type Instant, weekdayOf } from '../../kernel/day.ts'
import { type Mailbox } from './addresses.ts'
import { quotedPrintable } from './quoted-printable.ts'

export type Attachment = {
  readonly name: string
  readonly mediaType: string
  readonly content: Uint8Array
}

export type Mail = {
  /** '<…@domain>', a function of the message's identity: see messageIdOf. */
  readonly messageId: string
  readonly at: Instant
  readonly language: string
  /** The acting person's real name; the address is the organisation's. */
  readonly senderName: string
  readonly replyTo: Mailbox | null
  readonly to: readonly Mailbox[]
  readonly cc?: readonly Mailbox[]
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly attachments: readonly Attachment[]
  readonly inReplyTo?: string
  readonly references?: readonly string[]
}

/** The message as it goes over the wire: the same mail gives the same bytes. */
export function composeMail(mail: Mail, fromAddress: string): Buffer {
  const boundary = boundariesOf(mail.messageId)
  const head = [
    ...headersOf(mail, fromAddress),
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed;\r\n boundary="${boundary.outer}"`,
    '',
    `--${boundary.outer}`,
    `Content-Type: multipart/alternative;\r\n boundary="${boundary.inner}"`,
    '',
  ]
  return Buffer.concat([
    bytesOf(head),
    textPart(boundary.inner, 'plain', mail.text),
    textPart(boundary.inner, 'html', mail.html),
    bytesOf([`--${boundary.inner}--`]),
    ...mail.attachments.flatMap((attachment) => [
      bytesOf([`--${boundary.outer}`, ...attachmentHead(attachment), '']),
      base64Lines(attachment.content),
    ]),
    bytesOf([`--${boundary.outer}--`]),
  ])
}

/** Lines of ASCII, each with its end. */
function bytesOf(lines: readonly string[]): Buffer {
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1')
}

function headersOf(mail: Mail, fromAddress: string): string[] {
  const { messageId, at, language, replyTo, to, cc = [], references = [] } = mail
  const from = { name: mail.senderName, address: fromAddress }
  return [
    header('Date', dateHeader(at)),
    header('From', mailbox(from)),
    ...(replyTo ? [header('Reply-To', mailbox(replyTo))] : []),
    header('To', to.map(mailbox).join(', ')),
    ...(cc.length > 0 ? [header('Cc', cc.map(mailbox).join(', '))] : []),
    header('Subject', words(mail.subject)),
    header('Message-ID', oneLine(messageId)),
    ...(mail.inReplyTo ? [header('In-Reply-To', oneLine(mail.inReplyTo))] : []),
    ...(references.length > 0 ? [header('References', references.map(oneLine).join(' '))] : []),
    header('Content-Language', oneLine(language)),
    // RFC 3834: written by a program; holiday notices need not answer, and loops end here.
    header('Auto-Submitted', 'auto-generated'),
    header('X-Auto-Response-Suppress', 'OOF, AutoReply'),
  ]
}

function header(name: string, value: string): string {
  return foldLines(`${name}: ${value}`, 76)
}

function mailbox({ name, address }: Mailbox): string {
  const display = oneLine(name)
  if (display === '') return oneLine(address)
  // A name of plain words may stand bare, other ASCII in quotes, the rest as encoded words.
  if (/^[A-Za-z0-9 ]+$/.test(display)) return `${display} <${oneLine(address)}>`
  if (/^[\x20-\x7E]+$/.test(display)) {
    return `"${display.replaceAll(/["\\]/g, String.raw`\$&`)}" <${oneLine(address)}>`
  }
  return `${encodeWords(display, 'Q', 52, true)} <${oneLine(address)}>`
}

function words(text: string): string {
  return encodeWords(oneLine(text), 'Q', 52, true)
}

/** Nothing that anybody wrote can end a header and begin another. */
function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return text.replaceAll(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ').trim()
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** RFC 5322 §3.3, in UTC: 'Mon, 16 Mar 2026 08:12:00 +0000'. */
function dateHeader(at: Instant): string {
  const on = day(at.slice(0, 10))
  const weekday = WEEKDAYS[weekdayOf(on) - 1] ?? ''
  const month = MONTHS[Number(at.slice(5, 7)) - 1] ?? ''
  return `${weekday}, ${Number(at.slice(8, 10))} ${month} ${at.slice(0, 4)} ${at.slice(11, 19)} +0000`
}

function textPart(boundary: string, kind: 'plain' | 'html', text: string): Buffer {
  const head = [
    `--${boundary}`,
    `Content-Type: text/${kind}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(text),
  ]
  return bytesOf(head)
}

function attachmentHead({ name, mediaType }: Attachment): string[] {
  const file = oneLine(name).replaceAll(/["\\/]/g, '_')
  const named = (parameter: string) =>
    buildHeaderParam(parameter, file, 50)
      .map(({ key, value }) => `${key}=${/^[\w.*'%-]+$/.test(value) ? value : `"${value}"`}`)
      .join(';\r\n ')
  return [
    `Content-Type: ${oneLine(mediaType)};\r\n ${named('name')}`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment;\r\n ${named('filename')}`,
  ]
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

const BASE64_LINE = 76
const LINE_END = 2
const [CR, LF] = [0x0d, 0x0a]

/** Bytes as lines of base64, moved apart in their place: for a whole statement much faster than as text. */
function base64Lines(content: Uint8Array): Buffer {
  const encoded = viewOf(content).toString('base64')
  const lines = Math.ceil(encoded.length / BASE64_LINE)
  const gaps = lines * LINE_END
  const wrapped = Buffer.allocUnsafe(encoded.length + gaps)
  wrapped.write(encoded, gaps, 'latin1')
  for (let line = 0; line < lines; line += 1) {
    const from = gaps + line * BASE64_LINE
    const to = line * (BASE64_LINE + LINE_END)
    wrapped.copyWithin(to, from, from + BASE64_LINE)
    const end = Math.min(to + BASE64_LINE, wrapped.length - LINE_END)
    wrapped[end] = CR
    wrapped[end + 1] = LF
  }
  return wrapped
}

/** '=_' occurs in no quoted-printable and no base64 text, so no content can contain a boundary. */
function boundariesOf(messageId: string): { inner: string; outer: string } {
  const hash = createHash('sha256').update(messageId).digest('hex').slice(0, 32)
  return { inner: `=_a_${hash}`, outer: `=_m_${hash}` }
}
