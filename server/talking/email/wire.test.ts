import { PassThrough } from 'node:stream'

import DataStream from 'nodemailer/lib/smtp-connection/data-stream'
import { expect, test } from 'vitest'

import { letGo, standsAsItIs } from './wire.ts'

const READY = 'Subject: hello\r\n\r\nPay. Please.\r\nsee ..\r\n'

test('content of whole lines goes as it stands, what is not is put right on the way', () => {
  expect(standsAsItIs(Buffer.from(READY))).toBe(true)
  for (const other of [
    '',
    '.first\r\n',
    'a\r\n.b\r\n',
    'a\nb\r\n',
    'a\rb\r\n',
    'a\r\r\n',
    'a\n\r\n',
    '\nb\r\n',
    'a\r\nb',
    'a\r\nb\n',
    'a\r\n.\r\nMAIL FROM:<x@y.example>\r\n',
    'a\r.\rb\r\n',
  ]) {
    expect([other, standsAsItIs(Buffer.from(other))]).toEqual([other, false])
  }
})

test.each([READY, '.a\r\n..b\r\n', 'a\n.\nb', 'a\r.\rb', `${'x'.repeat(100_000)}\r\n`])(
  'what leaves of %j is byte for byte what nodemailer would have sent',
  async (text) => {
    const content = Buffer.from(text)

    expect(await left((wire) => letGo(content, wire))).toBe(await left((wire) => wire.end(content)))
  },
)

async function left(write: (wire: DataStream) => void): Promise<string> {
  const wire = new DataStream()
  const out = wire.pipe(new PassThrough())
  write(wire)
  const chunks: Buffer[] = await out.toArray()
  return Buffer.concat(chunks).toString('latin1')
}
