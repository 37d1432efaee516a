import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'

import { instant } from '../../kernel/day.ts'
import { distinctMailboxes, normalAddress } from './addresses.ts'
import { composeMail, type Mail } from './compose.ts'
import { messageIdOf } from './message-id.ts'
import { quotedPrintable } from './quoted-printable.ts'

const MAIL: Mail = {
  messageId: '<abc@seller.example>',
  at: instant('2026-03-02T07:05:09Z'),
  language: 'de',
  senderName: 'Jörg "JJ" Weiß',
  replyTo: { name: 'Jörg Weiß', address: 'joerg@seller.example' },
  to: [{ name: 'Zoë <zo@evil.example>, Smith', address: 'zoe@buyer.example' }],
  subject: 'Mahnung: 3 Rechnungen, 12.690,00 € – bitte prüfen, denn die älteste ist lange fällig',
  text: 'Grüße\n.\nFrom here = there \nund eine sehr lange Zeile: '.concat('wörter '.repeat(60)),
  html: '<p>Grüße &lt;b&gt;</p>',
  attachments: [
    {
      name: 'Kontoauszug Müller & Söhne "2026".pdf',
      mediaType: 'application/pdf',
      content: Buffer.alloc(3000, 7),
    },
  ],
}

const FROM = 'mahnung@seller.example'

function composed(more: Partial<Mail> = {}) {
  return composeMail({ ...MAIL, ...more }, FROM)
}

function headersOf(bytes: Buffer): string {
  return bytes.toString('latin1').split('\r\n\r\n')[0] ?? ''
}

test('a mail program reads back what was written', async () => {
  const email = await PostalMime.parse(composed())

  expect(email.from).toEqual({ name: 'Jörg "JJ" Weiß', address: FROM })
  expect(email.replyTo).toEqual([{ name: 'Jörg Weiß', address: 'joerg@seller.example' }])
  expect(email.to).toEqual([{ name: 'Zoë <zo@evil.example>, Smith', address: 'zoe@buyer.example' }])
  expect(email.subject).toBe(MAIL.subject)
  expect(email.date).toBe('2026-03-02T07:05:09.000Z')
  expect(email.messageId).toBe('<abc@seller.example>')
  expect(email.text?.trimEnd()).toBe(MAIL.text.trimEnd())
  expect(email.html?.trimEnd()).toBe(MAIL.html)
  expect(email.attachments).toHaveLength(1)
  expect(email.attachments[0]).toMatchObject({
    filename: 'Kontoauszug Müller & Söhne _2026_.pdf',
    mimeType: 'application/pdf',
    disposition: 'attachment',
  })
  const content = email.attachments[0]?.content
  expect(content instanceof ArrayBuffer && Buffer.from(content)).toEqual(Buffer.alloc(3000, 7))
})

test('the message is ASCII in short lines with CRLF, and says that a program wrote it', () => {
  const bytes = composed()
  const text = bytes.toString('latin1')

  expect([...bytes].every((byte) => byte < 128)).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
  expect(headersOf(bytes)).toContain('Auto-Submitted: auto-generated')
  expect(headersOf(bytes)).toContain('Date: Mon, 2 Mar 2026 07:05:09 +0000')
  expect(headersOf(bytes)).toContain('Content-Language: de')
})

test('the same mail gives the same bytes, another identity another Message-ID', () => {
  expect(composed().equals(composed())).toBe(true)
  expect(messageIdOf(['org', 'customer', '1'], 'a.example')).toBe(
    messageIdOf(['org', 'customer', '1'], 'a.example'),
  )
  expect(messageIdOf(['org', 'customer', '1'], 'a.example')).not.toBe(
    messageIdOf(['org', 'customer1'], 'a.example'),
  )
  expect(messageIdOf(['org'], 'a.example')).toMatch(/^<[0-9a-f]{40}@a\.example>$/)
})

test('threads: an answer names what it answers', async () => {
  const references = ['<first@seller.example>', '<second@buyer.example>']
  const email = await PostalMime.parse(
    composed({ inReplyTo: '<second@buyer.example>', references }),
  )

  expect(email.inReplyTo).toBe('<second@buyer.example>')
  expect(email.references).toBe(references.join(' '))
})

test.each([
  '\r\nBcc: all@evil.example',
  '\nBcc: all@evil.example',
  '\r\n\r\nbody',
  '\u2028Bcc: x',
  '\u0000',
])('P77 nothing that anybody wrote (%j) becomes a header of its own', async (evil) => {
  const bytes = composed({
    senderName: `Anna${evil}`,
    subject: `Hello${evil}`,
    to: [{ name: `Bob${evil}`, address: 'bob@buyer.example' }],
    replyTo: { name: `Anna${evil}`, address: 'anna@seller.example' },
    attachments: [
      { name: `a${evil}.pdf`, mediaType: 'application/pdf', content: Buffer.from('x') },
    ],
  })
  const email = await PostalMime.parse(bytes)

  expect(email.bcc ?? []).toEqual([])
  expect(email.headers.map(({ key }) => key)).not.toContain('bcc')
  expect(email.to).toHaveLength(1)
  expect(email.attachments).toHaveLength(1)
})

test.each([
  ['  Anna.Berg@Buyer.Example ', 'Anna.Berg@buyer.example'],
  ['anna@münchen.example', 'anna@xn--mnchen-3ya.example'],
  ['jörg@buyer.example', 'jörg@buyer.example'],
  ["o'hara+ap@buyer.example", "o'hara+ap@buyer.example"],
  ['no-at.example', null],
  ['@buyer.example', null],
  ['a@', null],
  ['two@at@buyer.example', null],
  ['a b@buyer.example', null],
  ['a@buyer.example\r\nBcc: x@y.example', null],
  ['<a@buyer.example>', null],
  ['a..b@buyer.example', null],
  [`${'a'.repeat(65)}@buyer.example`, null],
])('the address %j is %j', (written, normal) => {
  expect(normalAddress(written)).toBe(normal)
})

test('P09 the same mailbox in To, Cc and in another case gets one copy', () => {
  const anna = { name: 'Anna', address: 'anna@buyer.example' }
  const to = distinctMailboxes([
    anna,
    { name: '', address: 'ANNA@Buyer.example' },
    { name: 'x', address: 'nonsense' },
  ])
  const cc = distinctMailboxes(
    [
      { name: 'A', address: 'Anna@BUYER.example' },
      { name: 'Bo', address: 'bo@buyer.example' },
    ],
    to,
  )

  expect(to).toEqual([anna])
  expect(cc).toEqual([{ name: 'Bo', address: 'bo@buyer.example' }])
})

test.each([
  ['plain text', 'plain text'],
  ['a=b', 'a=3Db'],
  ['ends with space \nnext', 'ends with space=20\r\nnext'],
  ['é', '=C3=A9'],
  ['x'.repeat(76), 'x'.repeat(76)],
  ['x'.repeat(77), `${'x'.repeat(75)}=\r\nxx`],
  ['.first\n..\nno.1', '=2Efirst\r\n=2E.\r\nno.1'],
  [`${'x'.repeat(75)}.x`, `${'x'.repeat(75)}=\r\n=2Ex`],
  [`${'x'.repeat(73)}é`, `${'x'.repeat(73)}=\r\n=C3=A9`],
  [`${'x'.repeat(70)}é`, `${'x'.repeat(70)}=C3=A9`],
  [`${'x'.repeat(75)} `, `${'x'.repeat(75)}=\r\n=20`],
  ['a\rb\r\nc\n', 'a\r\nb\r\nc\r\n'],
])('quoted-printable writes %j as %j', (text, quoted) => {
  expect(quotedPrintable(text)).toBe(quoted)
})
