import { deflateRawSync } from 'node:zlib'

import { describe, expect, test } from 'vitest'

import { ciiInvoice, ublInvoice } from '../../testing/einvoices.ts'
import { inspectEinvoice, readEinvoice } from './index.ts'

const NAMESPACE = 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader'

/** The invoice declaring another encoding. */
function saying(label: string): string {
  return ublInvoice().replace('UTF-8', label)
}

function bare(xml: string): string {
  return xml.replace(/^<\?xml[^>]*\?>\s*/, '')
}

describe('the encoding', () => {
  const name = 'Café Zoë'
  const utf16 = Buffer.from(`\uFEFF${saying('UTF-16')}`, 'utf16le')
  test.each([
    ['UTF-8', Buffer.from(ublInvoice()), []],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${ublInvoice()}`), []],
    ['UTF-8 with two of them', Buffer.from(`\uFEFF\uFEFF${ublInvoice()}`), []],
    ['UTF-8 with one that was encoded twice', Buffer.from(`ï»¿${ublInvoice()}`), []],
    ['UTF-16', utf16, []],
    ['UTF-16, the other way round', Buffer.from(utf16).swap16(), []],
    ['UTF-16 without a mark', Buffer.from(saying('UTF-16'), 'utf16le'), []],
    ['UTF-8 that calls itself UTF-16', Buffer.from(saying('utf-16')), []],
    ['ISO-8859-1', Buffer.from(saying('ISO-8859-1'), 'latin1'), []],
    ['Latin-1 that calls itself UTF-8', Buffer.from(ublInvoice(), 'latin1'), ['encoding_guessed']],
    ['UTF-8 that calls itself Latin-1', Buffer.from(saying('ISO-8859-1')), ['encoding_guessed']],
    ['spaces before and zeros behind', Buffer.from(`\r\n  ${ublInvoice()}\n\0\0\0`), []],
  ])('%s', async (_, bytes, codes) => {
    const { documents, findings } = await inspectEinvoice(bytes, 'a.xml')
    expect(documents).toMatchObject([{ number: 'A-1', buyer: { name } }])
    expect(findings.map(({ code }) => code)).toEqual(codes)
  })

  test.each([
    ['a name that means nothing', Buffer.from(saying('KLINGON-8'))],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0])],
  ])('is refused: %s', async (_, bytes) => {
    const { findings } = await inspectEinvoice(bytes, 'a.xml')
    expect(findings).toHaveLength(1)
    expect(findings[0]?.code).toMatch(/encoding_unknown|not_an_einvoice/)
  })
})

describe('several invoices in one file', () => {
  test('in a Peppol envelope', async () => {
    const envelope = `<StandardBusinessDocument xmlns="${NAMESPACE}"><StandardBusinessDocumentHeader><HeaderVersion>1.0</HeaderVersion></StandardBusinessDocumentHeader>${bare(ublInvoice())}</StandardBusinessDocument>`
    expect(await inspectEinvoice(Buffer.from(envelope), 'a')).toMatchObject({
      format: 'ubl',
      documents: [{ number: 'A-1' }],
      findings: [],
    })
  })

  test('one after the other in an element of one’s own', async () => {
    const second = ublInvoice({ ID: '<cbc:ID>A-2</cbc:ID>' })
    const xml = `<batch>${bare(ublInvoice())}<between/>${bare(second)}${bare(ciiInvoice())}</batch>`
    const { documents, findings } = await inspectEinvoice(Buffer.from(xml), 'a')
    expect(documents.map(({ number }) => number)).toEqual(['A-1', 'A-2', 'A-1'])
    expect(findings.map(({ code }) => code)).toEqual(['number_twice'])
  })

  test('two without a number are not the same', async () => {
    const xml = bare(ublInvoice({ ID: '' }))
    const { findings } = await inspectEinvoice(Buffer.from(`<batch>${xml}${xml}</batch>`), 'a')
    expect(findings.map(({ code }) => code)).toEqual(['number_missing', 'number_missing'])
  })

  test('half of a file is not a file', async () => {
    const xml = `<batch>${bare(ublInvoice())}${bare(ublInvoice()).slice(0, 700)}`
    expect(await inspectEinvoice(Buffer.from(xml), 'a')).toMatchObject({
      format: 'unsupported',
      documents: [],
      findings: [{ code: 'xml_cut_off' }],
    })
  })
})

describe('what is not read says what it is', () => {
  const pkcs7 = Buffer.from('3082010a06092a864886f70d010702', 'hex')
  test.each([
    ['nothing', Buffer.alloc(0), 'empty_file', 'empty'],
    ['zeros', Buffer.alloc(5000), 'empty_file', 'empty'],
    ['white space', Buffer.from(' \n'), 'empty_file', 'empty'],
    [
      'FatturaPA',
      '<p:FatturaElettronica xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"/>',
      'format_not_supported',
      'FatturaPA',
    ],
    [
      'Order-X',
      '<r:SCRDMCCBDACIOMessageStructure xmlns:r="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100"/>',
      'format_not_supported',
      'Order-X',
    ],
    [
      'a UBL order',
      '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>',
      'format_not_supported',
      'another UBL document',
    ],
    [
      'an invoice without namespace',
      '<Invoice><ID>1</ID></Invoice>',
      'format_not_supported',
      'without the namespace',
    ],
    [
      'a bank statement',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"/>',
      'bank_statement',
      'CAMT.053',
    ],
    [
      'a direct debit file',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.02"/>',
      'format_not_supported',
      'payment message',
    ],
    ['XML of our neighbour', '<root xmlns="urn:x"/>', 'format_not_supported', '<root>'],
    [
      'EDIFACT',
      "UNB+UNOC:3+4012345000009+4098765000003+260301:1200+1'",
      'not_an_einvoice',
      'EDIFACT',
    ],
    ['MT940', ':20:STARTUMSE\r\n:25:10010010/1111', 'bank_statement', 'MT940'],
    ['OFX', 'OFXHEADER:100\r\nDATA:OFXSGML', 'bank_statement', 'OFX'],
    ['EDIFACT with service string', "UNA:+.? 'UNB+UNOC:3'", 'not_an_einvoice', 'EDIFACT'],
    ['X12', 'ISA*00*          *00*', 'not_an_einvoice', 'X12'],
    ['a web page', '<!DOCTYPE html><html></html>', 'not_an_einvoice', 'web page'],
    ['JSON', '{"invoice": 1}', 'not_an_einvoice', 'JSON'],
    ['CSV', 'number;date;amount\nA-1;2026-03-01;119,00\n', 'not_an_einvoice', 'plain text'],
    ['an email', 'Received: from mx\r\nSubject: Invoice\r\n\r\n', 'not_an_einvoice', 'email'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'not_an_einvoice', 'picture'],
    ['an Excel file', Buffer.from('504b030414000600', 'hex'), 'not_an_einvoice', 'Excel'],
    ['a signed container', pkcs7, 'not_an_einvoice', '.p7m'],
    [
      'noise',
      deflateRawSync(Buffer.from('noise and more noise '.repeat(9))),
      'not_an_einvoice',
      'unknown',
    ],
  ])('%s', async (_, content, code, words) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const file = await inspectEinvoice(bytes, 'a.xml')
    expect(file).toMatchObject({ format: 'unsupported', documents: [] })
    expect(file.findings).toMatchObject([{ severity: 'error', code }])
    expect(file.findings[0]?.message).toContain(words)
  })
})

describe('damage', () => {
  test.each([
    ['cut off in a tag', ublInvoice().slice(0, 500), 'xml_cut_off'],
    ['cut off before the end', ublInvoice().slice(0, -12), 'xml_cut_off'],
    ['a tag that closes another', ublInvoice().replace('</cbc:ID>', '</cbc:IDD>'), 'xml_damaged'],
    ['a bare ampersand', ublInvoice({ ID: '<cbc:ID>A&B</cbc:ID>' }), 'xml_damaged'],
    [
      'an entity that nobody declared',
      ublInvoice({ ID: '<cbc:ID>&euro;</cbc:ID>' }),
      'xml_damaged',
    ],
    ['a prefix that nobody declared', ublInvoice({ ID: '<x:ID>1</x:ID>' }), 'xml_damaged'],
    ['two documents in a row', ublInvoice() + ublInvoice(), 'xml_damaged'],
    ['text behind the document', `${ublInvoice()}and more <b/>`, 'xml_damaged'],
    ['a declaration without end', '<?xml version="1.0" encoding="UTF-8', 'xml_cut_off'],
  ])('%s is told with its place', async (_, xml, code) => {
    const { findings, documents } = await inspectEinvoice(Buffer.from(xml), 'a.xml')
    expect(documents).toEqual([])
    expect(findings).toMatchObject([{ code }])
    expect(findings[0]?.message).toMatch(/line \d+/)
  })
})

describe('attacks', () => {
  test.each([
    [
      'entities that multiply',
      '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;">]>',
      'xml_entities_refused',
    ],
    [
      'an entity of the file system',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      'xml_entities_refused',
    ],
    [
      'a parameter entity',
      '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://x.example/">%x;]>',
      'xml_entities_refused',
    ],
    ['depth without end', '<a>'.repeat(100_000), 'xml_too_complex'],
    [
      'attributes without end',
      `<a ${Array.from({ length: 9_000 }, (_, i) => `a${i}=""`).join(' ')}/>`,
      'xml_too_complex',
    ],
    ['a comment without end', `<!--${'x'.repeat(2_000_000)}`, 'xml_too_complex'],
    [
      'elements without end',
      bare(ublInvoice({ Notes: '<cbc:Note>x</cbc:Note>'.repeat(60_000) })),
      'xml_too_complex',
    ],
  ])('%s', async (_, xml, code) => {
    const { findings } = await inspectEinvoice(Buffer.from(xml), 'a.xml')
    expect(findings).toMatchObject([{ code }])
  })

  test('a DOCTYPE alone harms nobody and fetches nothing', async () => {
    const xml = `<!DOCTYPE Invoice SYSTEM "http://x.example/invoice.dtd">${bare(ublInvoice())}`
    expect(await inspectEinvoice(Buffer.from(xml), 'a')).toMatchObject({ format: 'ubl' })
  })

  test('a file that is too large is not even opened', async () => {
    const { findings } = await inspectEinvoice(Buffer.alloc(201 * 1024 * 1024, '<'), 'a')
    expect(findings).toMatchObject([{ code: 'file_too_large' }])
  })
})

test('an attachment that is too large is left out and told', async () => {
  const object = `<cbc:EmbeddedDocumentBinaryObject filename="film.mp4">${'QUJD'.repeat(11_000_000)}</cbc:EmbeddedDocumentBinaryObject>`
  const attached = `<cac:AdditionalDocumentReference><cac:Attachment>${object}</cac:Attachment></cac:AdditionalDocumentReference>`
  const read = await readEinvoice(Buffer.from(ublInvoice({ Attached: attached })), 'a')
  expect(read).toMatchObject({
    documents: [{ number: 'A-1', attachments: [] }],
    findings: [{ code: 'attachment_left_out' }],
  })
})
