import { PDFDocument } from '@cantoo/pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'

import { collectingApp } from '../../../../testing/collecting-app.ts'
import { fittingOf, isDrawable, MOST_BYTES } from './rules.ts'

/** One red point, as a PNG. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
)

async function pdfOf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let page = 1; page <= pages; page += 1) document.addPage([300, 300]).drawText(`page ${page}`)
  return document.save()
}

async function locked(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([300, 300])
  document.encrypt({ userPassword: 'secret', ownerPassword: 'secret' })
  return document.save()
}

async function office() {
  const app = await collectingApp({ now: '2026-03-04T08:00:00Z' })
  const seller = await app.given.person('seller')
  const customer = await app.given.customer({ name: 'Nordlicht GmbH', ownerId: seller })
  const invoice = await app.given.invoice(customer, {
    number: 'N-1',
    issuedOn: '2026-01-03',
    dueOn: '2026-02-02',
  })
  await app.given.freshFacts()
  const url = `/customers/${customer}/evidence-bundle.pdf`
  return { ...app, seller, customer, invoice, url }
}

async function read(bytes: Buffer) {
  const proxy = await getDocumentProxy(new Uint8Array(bytes))
  const { text, totalPages } = await extractText(proxy)
  return { cover: text[0] ?? '', totalPages, text: text.join('\n') }
}

describe('the bundle of documents', () => {
  test('has a cover, the statement, and every document that can be put on a page', async () => {
    const { as, seller, given, customer, invoice, url } = await office()
    await given.policy({ evidenceRequired: ['invoice', 'delivery_note'] })
    const of = { receivableId: invoice.id }
    await given.evidence(customer, { ...of, name: 'N-1.pdf', bytes: await pdfOf(3) })
    await given.evidence(customer, { name: 'photo.png', mediaType: 'image/png', bytes: PNG })

    const { status, headers, bytes } = await as(seller).get(`${url}?language=de`)
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(headers['content-disposition']).toMatch(
      /^inline; filename\*=UTF-8''Belege-.*-2026-03-04/,
    )
    const { cover, totalPages } = await read(bytes)
    // Cover, statement, three pages, one picture.
    expect(totalPages).toBe(6)
    for (const line of [
      'Belege',
      'Nordlicht GmbH',
      'Stand 4. März 2026',
      'N-1.pdf',
      '3 Seiten',
      'photo.png',
    ])
      expect(cover).toContain(line)
    expect(cover).toMatch(/Es fehlt\s+N-1\s+Lieferschein/)
    expect(cover).not.toContain('nicht von heute')
  })

  test('names what is broken, locked or no page, instead of failing', async () => {
    const { as, seller, given, customer, url } = await office()
    await given.evidence(customer, { name: 'whole.pdf', bytes: await pdfOf(1) })
    await given.evidence(customer, {
      name: 'broken.pdf',
      bytes: Buffer.from('%PDF-1.7\n1 0 obj <<'),
    })
    await given.evidence(customer, { name: 'locked.pdf', bytes: await locked() })
    const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    await given.evidence(customer, { name: 'sheet.xlsx', mediaType: xlsx, bytes: PNG })
    const huge = Buffer.from(PNG)
    huge.writeUInt32BE(60_000, 16)
    huge.writeUInt32BE(60_000, 20)
    await given.evidence(customer, { name: 'huge.png', mediaType: 'image/png', bytes: huge })

    const { status, bytes } = await as(seller).get(url)
    expect(status).toBe(200)
    const { cover, totalPages } = await read(bytes)
    expect(totalPages).toBe(3)
    const apart = cover.slice(cover.indexOf('Not in this file'))
    for (const line of [
      /broken\.pdf\s+cannot be read/,
      /locked\.pdf\s+is locked/,
      /sheet\.xlsx\s+is no page/,
      /huge\.png\s+is too large/,
    ])
      expect(apart).toMatch(line)
  })

  test('says on its cover that the books are old', async () => {
    const { as, seller, setNow, url } = await office()
    setNow('2026-03-13T08:00:00Z')
    const { cover } = await read((await as(seller).get(url)).bytes)
    expect(cover).toContain('The books are not of today')
  })

  test("P77 holds this customer's documents only, for those who see them, and is noted", async () => {
    const { as, seller, given, customer, url, organisationId } = await office()
    const other = await given.customer({ ownerId: seller })
    await given.evidence(other, { name: 'foreign.pdf', bytes: await pdfOf(2) })
    await given.evidence(customer, { name: 'own.pdf', bytes: await pdfOf(1) })
    const stranger = await given.person('seller')
    expect((await as(stranger).get(url)).body.code).toBe('no_such_customer')
    const { text, totalPages } = await read((await as(seller).get(url)).bytes)
    expect([totalPages, text.includes('foreign')]).toEqual([3, false])
    const events = await given.within((tx) =>
      tx
        .selectFrom('events')
        .select(['name', 'actorId', 'customerId'])
        .where('organisationId', '=', organisationId)
        .where('name', '=', 'evidence.bundled')
        .execute(),
    )
    expect(events).toEqual([{ name: 'evidence.bundled', actorId: seller, customerId: customer }])
  })

  test('takes what fits, and one that does not fit keeps no other back', () => {
    const [small, large, last] = [{ bytes: 10 }, { bytes: MOST_BYTES }, { bytes: MOST_BYTES - 10 }]
    expect([...fittingOf([small, large, last])]).toEqual([small, last])
    expect(fittingOf(Array.from({ length: 151 }, () => ({ bytes: 1 }))).size).toBe(150)
  })

  test('draws pictures that fit into the memory', () => {
    expect(isDrawable('image/png', PNG)).toBe(true)
    expect(isDrawable('image/png', PNG.subarray(0, 20))).toBe(false)
    expect(isDrawable('image/jpeg', PNG.subarray(0, 20))).toBe(true)
  })
})
