import { describe, expect, test } from 'vitest'

import { testApp, type Asker } from '../../testing/test-app.ts'
import { dispositionOf, mediaTypeOf, plainName } from './rules.ts'

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}`)

describe('a document', () => {
  test.each([
    ['a.pdf', pdf(''), 'application/pdf'],
    ['a.exe', pdf(''), 'application/pdf'],
    ['a.pdf', Buffer.from('MZ\u0000'), null],
    ['a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'image/png'],
    ['a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    [
      'a.docx',
      Buffer.from([0x50, 0x4b, 3, 4]),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['a.zip', Buffer.from([0x50, 0x4b, 3, 4]), null],
    ['a.txt', Buffer.from('hello'), 'text/plain'],
    ['a.html', Buffer.from('<script>'), null],
    ['a.svg', Buffer.from('<svg>'), null],
  ])('%s is told by its first bytes', (name, bytes, mediaType) => {
    expect(mediaTypeOf(name, bytes)).toBe(mediaType)
  })

  test.each([
    ['C:\\docs\\Rechnung 7.pdf', 'Rechnung 7.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
    ['', 'document'],
  ])('named %j is kept as %j', (name, kept) => {
    expect(plainName(name)).toBe(kept)
  })

  test('has a disposition that every browser reads', () => {
    expect(dispositionOf('Größe (1)".pdf')).toBe(
      `attachment; filename="Gr__e (1)_.pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%281%29%22.pdf`,
    )
  })
})

async function house() {
  const made = await testApp({ today: '2026-03-20' })
  const customer = await made.given.customer()
  const invoice = await made.given.invoice(customer)
  return { ...made, customer, invoice }
}

function upload(asker: Asker, url: string, file: { name: string; bytes: Buffer }) {
  const boundary = 'x-boundary'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: text/html\r\n\r\n`
  const body = Buffer.concat([
    Buffer.from(head),
    file.bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return asker.post(url, body, { 'content-type': `multipart/form-data; boundary=${boundary}` })
}

test('evidence completes an invoice, is downloaded as it was, and can be taken off', async () => {
  const { as, customer, invoice } = await house()
  const complete = async () => (await as('collector').get(`/customers/${customer}`)).body.evidence
  expect(await complete()).toEqual({ complete: 0, of: 1 })

  const url = `/customers/${customer}/evidence?kind=invoice&receivable=${invoice.id}`
  const bytes = Buffer.concat([pdf('x'), Buffer.alloc(3_000_000, 7)])
  const added = await upload(as('collector'), url, { name: 'Rechnung.pdf', bytes })
  expect(added.status).toBe(201)
  expect(await complete()).toEqual({ complete: 1, of: 1 })
  const items = await as('collector').get(`/customers/${customer}/open-items`)
  expect(items.body.rows).toMatchObject([{ evidenceKinds: ['invoice'], isEvidenceComplete: true }])

  const file = await as('auditor').get(`/evidence/${added.body.id}/file`)
  expect(file.bytes.equals(bytes)).toBe(true)
  expect(file.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringContaining('attachment; filename="Rechnung.pdf"'),
    'x-content-type-options': 'nosniff',
  })

  expect((await as('collector').delete(`/evidence/${added.body.id}`)).status).toBe(200)
  expect(await complete()).toEqual({ complete: 0, of: 1 })
  expect((await as('collector').get(`/evidence/${added.body.id}/file`)).body.code).toBe(
    'no_such_evidence',
  )
})

test('the same document twice is one; a document of the account counts for each of its invoices', async () => {
  const { as, customer, given } = await house()
  await given.invoice(customer)
  const url = `/customers/${customer}/evidence?kind=invoice&signed=yes`
  const first = await upload(as('collector'), url, { name: 'a.pdf', bytes: pdf('a') })
  const again = await upload(as('collector'), url, { name: 'b.pdf', bytes: pdf('a') })
  expect(again.body.id).toBe(first.body.id)
  const { body } = await as('collector').get(`/customers/${customer}/evidence`)
  expect(body).toMatchObject({
    evidence: [{ name: 'a.pdf', isSigned: true, receivable: null }],
    missing: [],
    requiredKinds: ['invoice'],
  })
  expect((await as('collector').get(`/customers/${customer}`)).body.evidence).toEqual({
    complete: 2,
    of: 2,
  })
})

test.each([
  ['file_type_not_allowed', { name: 'a.html', bytes: Buffer.from('<script>alert(1)</script>') }],
  ['file_empty', { name: 'a.pdf', bytes: Buffer.alloc(0) }],
  [
    'file_too_large',
    { name: 'a.pdf', bytes: Buffer.concat([pdf(''), Buffer.alloc(25 * 1024 * 1024)]) },
  ],
])('is refused as %s', async (code, file) => {
  const { as, customer } = await house()
  const { status, body } = await upload(
    as('collector'),
    `/customers/${customer}/evidence?kind=other`,
    file,
  )
  expect([status, body.code]).toEqual([422, code])
  expect((await as('collector').get(`/customers/${customer}/evidence`)).body.evidence).toEqual([])
})

test("P77 nobody attaches to, reads or removes another customer's evidence", async () => {
  const { as, customer, invoice, given } = await house()
  const seller = as(await given.person('seller'))
  const other = await given.customer()
  const added = await upload(as('collector'), `/customers/${customer}/evidence?kind=invoice`, {
    name: 'a.pdf',
    bytes: pdf('a'),
  })

  expect((await seller.get(`/evidence/${added.body.id}/file`)).body.code).toBe('no_such_evidence')
  expect((await seller.delete(`/evidence/${added.body.id}`)).body.code).toBe('no_such_evidence')
  const theirs = await upload(seller, `/customers/${customer}/evidence?kind=invoice`, {
    name: 'b.pdf',
    bytes: pdf('b'),
  })
  expect(theirs.body.code).toBe('no_such_customer')
  const wrong = await upload(
    as('collector'),
    `/customers/${other}/evidence?kind=invoice&receivable=${invoice.id}`,
    { name: 'b.pdf', bytes: pdf('b') },
  )
  expect(wrong.body.code).toBe('no_such_receivable')
})
