import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'

import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { inspectTable } from './index.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tables-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function inspect(text: string | Buffer, name = 'ledger.csv') {
  const path = join(folder, name)
  await writeFile(path, text)
  return inspectTable(path)
}

function fieldsOf({ columns }: Awaited<ReturnType<typeof inspectTable>>) {
  return Object.fromEntries(columns.map(({ header, field }) => [header, field]))
}

function rows(count: number, row: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => row(at)).join('\n')
}

const manyDates = (at: number) =>
  `C,I${at},${at === 9_000 ? '28/03/2023' : `${two((at % 12) + 1)}/03/2023`},5.00`

const two = (number: number) => String(number).padStart(2, '0')

const report = (total: string) =>
  [
    'Sample Company',
    '"As of July 31, 2023"',
    '',
    'Date,Transaction type,Num,Customer,Due date,Amount,Open balance',
    '31 or more days past due',
    '01/15/2023,Invoice,1001,"Total Energies",02/14/2023,239.00,239.00',
    '02/20/2023,Invoice,1002,"Bill",03/22/2023,85.00,85.00',
    'Total for 31 or more days past due,,,,,$324.00,$324.00',
    '1 - 30 days past due',
    '06/25/2023,Invoice,1044,Cool Cars,07/25/2023,"1,200.50",900.00',
    'Total for 1 - 30 days past due,,,,,"$1,200.50",$900.00',
    `TOTAL,,,,,"${total}","$1,224.00"`,
  ].join('\n')

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  fill(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('encodings', () => {
  const german = `Kunde;Rechnung;Datum;Betrag\n${rows(30, (at) => `Müßig Größe ${at};R${at};${two(at + 1)}.01.2023;1,00`)}`
  test.each([
    ['utf-8', iconv.encode(german, 'utf-8')],
    ['utf-8', iconv.encode(german, 'utf-8', { addBOM: true })],
    ['utf-16le', iconv.encode(german, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(german, 'utf-16be', { addBOM: true })],
    ['utf-16le', iconv.encode(german, 'utf-16le', { addBOM: false })],
    ['windows-1252', iconv.encode(german, 'windows-1252')],
    ['cp850', iconv.encode(german, 'cp850')],
    ['macintosh', iconv.encode(german, 'macintosh')],
  ])('%s is found', async (encoding, bytes) => {
    const seen = await inspect(bytes)
    expect(seen.encoding).toBe(encoding)
    expect(seen.columns[0]?.samples[0]).toBe('Müßig Größe 0')
    expect(seen.columns[0]?.header).toBe('Kunde')
  })

  test('a euro sign tells ISO-8859-15 from Windows-1252', async () => {
    const text = `Client;Facture;Montant TTC\n${rows(20, (at) => `Été ${at};F${at};1 000,50 €`)}`
    expect((await inspect(iconv.encode(text, 'iso-8859-15'))).encoding).toBe('iso-8859-15')
    expect((await inspect(iconv.encode(text, 'windows-1252'))).encoding).toBe('windows-1252')
  })

  test('the first umlaut decides, even in the last of many lines', async () => {
    const text = `Kunde;Rechnung;Betrag\n${rows(20_000, (at) => `Kunde ${at};R${at};1,00`)}\nMüller;R;1,00\n`
    expect((await inspect(iconv.encode(text, 'windows-1252'))).encoding).toBe('windows-1252')
    expect((await inspect(iconv.encode(text, 'utf-8'))).encoding).toBe('utf-8')
  })

  test('names that a program has cut in the middle of a letter do not change the encoding', async () => {
    const text = Buffer.concat([
      iconv.encode(
        `Kunde;Rechnung;Betrag\n${rows(50, (at) => `Müller ${at};R${at};1,00`)}\nM`,
        'utf-8',
      ),
      Buffer.from([0xc3]),
      Buffer.from(';R99;2,00\n'),
    ])
    const seen = await inspect(text)
    expect(seen.encoding).toBe('utf-8')
    expect(seen.findings).toContainEqual(expect.objectContaining({ code: 'undecodable', line: 52 }))
  })

  test('doubly encoded names are pointed out', async () => {
    const text = `Customer;Invoice No;Amount\n${rows(5, (at) => `MÃ¼ller;R${at};1,00`)}`
    expect((await inspect(text)).findings).toContainEqual(
      expect.objectContaining({ code: 'twice_encoded', value: 'MÃ¼ller' }),
    )
  })
})

describe('exports of other systems', () => {
  test('DATEV: quoted, semicolons, decimal comma, debit and credit', async () => {
    const seen = await inspect(
      iconv.encode(
        `"Konto";"Kontobezeichnung";"Rechnungsnr.";"Belegdatum";"Fälligkeit";"Soll";"Haben"\n${rows(
          40,
          (at) =>
            `"${10_000 + at}";"Söhne ""${at}""";"RE-${at}";"${two((at % 28) + 1)}.03.2020";"01.04.2020";"1.234,5${at % 10}";""`,
        )}`,
        'windows-1252',
      ),
    )
    expect(seen).toMatchObject({
      kind: 'receivables',
      delimiter: ';',
      quote: '"',
      decimal: ',',
      thousands: '.',
    })
    expect(seen).toMatchObject({ dateOrder: 'dmy', rowCount: 40, readable: true })
    expect(fieldsOf(seen)).toEqual({
      Konto: 'customer_number',
      Kontobezeichnung: 'customer_name',
      'Rechnungsnr.': 'number',
      Belegdatum: 'issue_date',
      Fälligkeit: 'due_date',
      Soll: 'debit',
      Haben: 'credit',
    })
    expect(seen.columns[1]?.samples[0]).toBe('Söhne "0"')
  })

  test('SAP: a printed list with rules, a customer above and a starred total', async () => {
    const seen = await inspect(
      [
        'Debitoren Einzelposten',
        '',
        'Debitor      1000',
        '---------------------------------------------------------',
        '|  |Belegnr   |Art|Belegdatum|Nettofälligkeit|Betrag in BW|BWähr|',
        '---------------------------------------------------------',
        '|  |1800000001|RV |01.01.2020|31.01.2020     |   1.190,00 |EUR  |',
        '|  |1800000002|RV |15.01.2020|14.02.2020     |     238,00 |EUR  |',
        '|  |1600000007|RG |20.01.2020|20.01.2020     |     100,00-|EUR  |',
        '---------------------------------------------------------',
        '|* |          |   |          |               |   1.328,00 |EUR  |',
        '---------------------------------------------------------',
      ].join('\r\n'),
    )
    expect(seen).toMatchObject({ kind: 'receivables', delimiter: '|', headerLine: 5, rowCount: 3 })
    expect(seen.totals).toEqual([
      { column: 'Betrag in BW', field: 'total', currency: 'EUR', count: 3, sum: '1328.00' },
    ])
    expect(seen.findings.map(({ code }) => code)).toContain('totals_reconciled')
  })

  test('Xero: camel case, asterisks, amounts with thousands', async () => {
    const seen = await inspect(
      `*ContactName,EmailAddress,POAddressLine1,POCity,*InvoiceNumber,*InvoiceDate,*DueDate,Total,TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,Currency\n${rows(
        30,
        (at) =>
          `Acme ${at} Ltd,ap${at}@acme.example,1 High St,Leeds,INV-${at},${two((at % 28) + 1)}/03/2023,01/04/2023,"1,${String(at).padStart(3, '0')}.00",20.00,0.00,"1,${String(at).padStart(3, '0')}.00",GBP`,
      )}`,
    )
    expect(seen).toMatchObject({ kind: 'combined', decimal: '.', thousands: ',', dateOrder: 'dmy' })
    expect(fieldsOf(seen)).toMatchObject({
      '*ContactName': 'customer_name',
      EmailAddress: 'email',
      '*InvoiceNumber': 'number',
      Total: 'total',
      TaxTotal: 'tax_amount',
      InvoiceAmountPaid: 'paid_amount',
      InvoiceAmountDue: 'open_amount',
    })
  })

  test('Odoo: signed totals, ISO dates', async () => {
    const seen = await inspect(
      `Number,Invoice Partner Display Name,Invoice/Bill Date,Due Date,Salesperson,Untaxed Amount Signed,Total Signed,Amount Due Signed,Currency\n${rows(
        10,
        (at) =>
          `INV/2023/${at},Azure ${at},2023-01-${two(at + 1)},2023-02-01,Mitchell,90.00,100.00,50.00,USD`,
      )}`,
    )
    expect(fieldsOf(seen)).toMatchObject({
      Number: 'number',
      'Invoice Partner Display Name': 'customer_name',
      'Invoice/Bill Date': 'issue_date',
      Salesperson: 'owner',
      'Untaxed Amount Signed': 'net_amount',
      'Total Signed': 'total',
      'Amount Due Signed': 'open_amount',
    })
    expect(seen.dateOrder).toBe('ymd')
  })

  test('Sage in French: thin spaces in amounts, currency signs', async () => {
    const seen = await inspect(
      `N° client;Raison sociale;N° facture;Date facture;Date échéance;Montant TTC;Restant dû;Commercial\n${rows(
        20,
        (at) =>
          `C${at};Société ${at};FA${at};${two(at + 1)}/06/2022;01/07/2022;1\u202f00${at % 10},50 €;10,00 €;Amélie`,
      )}`,
    )
    expect(seen.totals.map(({ currency }) => currency)).toEqual(['EUR', 'EUR'])
    expect(fieldsOf(seen)).toMatchObject({ 'Restant dû': 'open_amount', Commercial: 'owner' })
  })

  test.each([
    ['Zahlungsdatum;Kundennummer;Rechnungsnummer;Betrag;Währung', '01.05.2023;K1;RE1;1,50;EUR'],
    ['Date,Customer,Invoice,Amount,Method', '2023-05-01,Acme,INV1,1.50,Bank transfer'],
    ['Date de règlement;N° client;N° facture;Montant réglé', '31/05/2023;C1;F1;1,50'],
    ['Fecha de cobro;Cliente;Nº factura;Importe cobrado', '31/05/2023;C1;F1;1,50'],
  ])('payments are told from invoices: %s', async (headings, row) => {
    const seen = await inspect(`${headings}\n${rows(5, () => row)}`)
    expect(seen.kind).toBe('payments')
    expect(Object.values(fieldsOf(seen))).toEqual(
      expect.arrayContaining(['payment_date', 'payment_amount', 'invoice_number']),
    )
  })

  test('customers and contacts have kinds of their own', async () => {
    const customers =
      'Debitor;Name 1;Straße;PLZ;Ort;E-Mail;Kreditlimit\n10000;Bäcker;Weg 1;01000;Köln;a@b.example;5.000,00'
    const contacts = 'Customer Number,First Name,Last Name,Email\nC1,Jane,Doe,jane@x.example'
    expect((await inspect(customers)).kind).toBe('customers')
    expect((await inspect(contacts)).kind).toBe('contacts')
  })
})

const rest = (...cells: string[]) => cells.join(';')

describe('ledgers of other countries', () => {
  test.each([
    ['Dutch', 'Debiteur;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Openstaand'],
    [
      'Italian',
      'Codice cliente;Ragione sociale;Numero fattura;Data fattura;Data scadenza;Importo;Residuo',
    ],
    [
      'Portuguese',
      'Cliente;Nome;Nº Fatura;Data de emissão;Data de vencimento;Valor total;Valor em aberto',
    ],
    ['Swedish', 'Kundnr;Kundnamn;Fakturanr;Fakturadatum;Förfallodatum;Belopp;Saldo'],
    ['Danish', 'Debitornr.;Navn;Fakturanr.;Fakturadato;Forfaldsdato;Beløb;Restbeløb'],
    ['Norwegian', 'Kundenr;Kundenavn;Fakturanr;Fakturadato;Forfall;Beløp;Restbeløp'],
    ['Finnish', 'Asiakasnumero;Asiakas;Laskun numero;Laskun päivä;Eräpäivä;Summa;Avoinna'],
    [
      'Polish',
      'Kod kontrahenta;Nazwa;Numer faktury;Data wystawienia;Termin płatności;Kwota brutto;Pozostało do zapłaty',
    ],
    [
      'Czech',
      'Kód zákazníka;Odběratel;Číslo faktury;Datum vystavení;Datum splatnosti;Částka;Zbývá uhradit',
    ],
    [
      'Hungarian',
      'Vevőkód;Vevő neve;Számlaszám;Számla kelte;Fizetési határidő;Bruttó összeg;Hátralék',
    ],
    ['Romanian', 'Cod client;Denumire;Nr. factura;Data facturii;Scadenta;Valoare;Rest de plata'],
    ['Turkish', 'Müşteri No;Ünvan;Fatura No;Fatura Tarihi;Vade Tarihi;Tutar;Kalan'],
    ['Japanese', '得意先コード;得意先名;請求番号;請求日;支払期日;金額;残高'],
  ])('%s', async (_, headings) => {
    const seen = await inspect(
      [
        headings,
        rest('K1', 'Ærø & Søn Łódź', 'F1', '05.01.2026', '14.02.2026', '1 230,00', '1 230,00'),
        rest('K2', 'Dvořák', 'F2', '25.01.2026', '24.02.2026', '615,50', '15,50'),
      ].join('\n'),
    )
    expect(seen).toMatchObject({ kind: 'receivables', readable: true, dateOrder: 'dmy' })
    expect(seen.columns.map(({ field }) => field)).toEqual([
      'customer_number',
      'customer_name',
      'number',
      'issue_date',
      'due_date',
      'total',
      'open_amount',
    ])
    expect(seen.totals.map(({ sum }) => sum)).toEqual(['1845.50', '1245.50'])
  })

  test.each([
    [
      'Oracle',
      'CUSTOMER_NUMBER|CUSTOMER_NAME|TRX_NUMBER|TRX_DATE|DUE_DATE|INVOICE_CURRENCY_CODE|AMOUNT_DUE_ORIGINAL|AMOUNT_DUE_REMAINING',
      '1005|Imaging Inc|10034|15-JAN-26|14-FEB-26|USD|1000|250.5',
    ],
    [
      'Sage',
      'A/C,Name,No,Type,Date,Due Date,Ref,Details,Amount,O/S',
      'ABS001,ABS Garages Ltd,25,SI,15/01/2026,14/02/2026,10001,Sales,1000.00,250.50',
    ],
    [
      'ERPNext',
      'Posting Date,Customer,Customer Name,Voucher Type,Voucher No,Due Date,Invoiced Amount,Outstanding Amount,Age (Days),Currency',
      '2026-01-05,CUST-1,Acme,Sales Invoice,SINV-00001,2026-02-04,1000.0,250.5,30,EUR',
    ],
    [
      'Zoho',
      'Invoice Date,Invoice ID,Invoice Number,Invoice Status,Customer Name,Due Date,Currency Code,SubTotal,Total,Balance',
      '2026-01-05,4600001,INV-000001,Overdue,Acme,2026-02-04,USD,900.00,1000.00,250.50',
    ],
    [
      'Arabic digits',
      'Customer No,Customer,Invoice No,Invoice Date,Due Date,Amount,Balance Due',
      'K1,شركة,INV1,٢٥/٠١/٢٠٢٦,٢٤/٠٢/٢٠٢٦,١٬٠٠٠٫٠٠,٢٥٠٫٥٠',
    ],
  ])('%s', async (_, headings, row) => {
    const seen = await inspect(`${headings}\n${row}\n${row}`)
    const sums = seen.totals.map(({ field, sum }) => [field, sum])
    expect(sums).toEqual([
      ['total', '2000.00'],
      ['open_amount', '501.00'],
    ])
    expect(fieldsOf(seen)).not.toMatchObject({ 'Invoice Number': null })
    expect(seen.columns.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['number', 'customer_name', 'issue_date', 'due_date']),
    )
  })
})

describe('what no row decides is said', () => {
  test('days and months up to twelve', async () => {
    const seen = await inspect(
      `Customer,Invoice,Date,Amount\n${rows(12, (at) => `C,I${at},${two(at + 1)}/03/2023,5.00`)}`,
    )
    expect(seen).toMatchObject({ dateOrder: 'mdy', dateOrderAmbiguous: true })
    expect(seen.findings.map(({ code }) => code)).toContain('date_order_ambiguous')
  })

  test('one day above twelve decides, even in row nine thousand', async () => {
    const seen = await inspect(`Customer,Invoice,Date,Amount\n${rows(10_000, manyDates)}`)
    expect(seen).toMatchObject({ dateOrder: 'dmy', dateOrderAmbiguous: false })
  })

  test('a column takes the order that another column of the file decides', async () => {
    const seen = await inspect(
      `Invoice,Customer,Date,Due,Amount\n${rows(12, (at) => `I${at},C,${two(at + 1)}/03/2023,25/04/2023,5.00`)}`,
    )
    expect(seen.dateOrderAmbiguous).toBe(false)
    expect(seen.columns[2]?.dateOrder).toBe('dmy')
  })

  test('1.234 without cents', async () => {
    const seen = await inspect(
      `Customer,Invoice,Due date,Amount\n${rows(12, (at) => `C,I${at},2023-01-01,${at + 1}.234`)}`,
    )
    expect(seen.findings.map(({ code }) => code)).toContain('decimal_ambiguous')
  })

  test('years of two digits are days last where days vary more', async () => {
    const late = await inspect(
      `Customer,Invoice,Date,Amount\n${rows(28, (at) => `C,I${at},${two(at + 1)}-03-22,5.00`)}`,
    )
    expect(late).toMatchObject({ dateOrder: 'dmy', dateOrderAmbiguous: false })
    const early = await inspect(
      `Customer,Invoice,Date,Amount\n${rows(28, (at) => `C,I${at},22-03-${two(at + 1)},5.00`)}`,
    )
    expect(early).toMatchObject({ dateOrder: 'ymd', dateOrderAmbiguous: false })
  })
})

describe('what contradicts the rest is named with line and column', () => {
  test('dates, amounts, numbers and widths', async () => {
    const seen = await inspect(
      [
        'Customer;Invoice number;Due date;Amount',
        ...Array.from({ length: 20 }, (_, at) => `C;I${at};${two(at + 1)}.03.2023;1.000,50`),
        'C;I20;31.02.2023;1,00',
        'C;I21;03.25.2023;1,00',
        'C;I22;01.03.2023;1,000.50',
        'C;1,23E+11;01.03.2023;1,00',
        'C;I24;01.03.2023;1;00',
        'C;I25;01.03.2023;#NV',
      ].join('\n'),
    )
    expect(
      seen.findings.map(({ code, line, column, value }) => [code, line, column, value]),
    ).toEqual([
      ['date_impossible', 22, 'Due date', '31.02.2023'],
      ['date_contradicts_column', 23, 'Due date', '03.25.2023'],
      ['amount_contradicts_column', 24, 'Amount', '1,000.50'],
      ['number_shortened', 25, 'Invoice number', '1,23E+11'],
      ['row_of_other_width', 26, null, 'C · I24 · 01.03.2023 · 1 · 00'],
      ['cell_holds_error', 27, 'Amount', '#NV'],
    ])
    for (const { message } of seen.findings) expect(message).toMatch(/\.$/)
  })

  test('lines are counted through cells of several lines, and any line end', async () => {
    const seen = await inspect(
      'Customer,Invoice,Due date,Amount\r\n"A\r\nB",I1,2023-01-31,1.00\r\nC,I2,soon,1.00\rD,I3,later,1.00\n',
    )
    expect(seen.findings.map(({ line, value }) => [line, value])).toEqual([
      [4, 'soon'],
      [5, 'later'],
    ])
  })

  test('amounts beyond cents are counted with what rounding them changes', async () => {
    const seen = await inspect(
      'customer,doc_id,due_date,open_amount_usd\nC,1,2020-01-01,10.005\nC,2,2020-01-01,10.004\nC,3,2020-01-01,1.5\n',
    )
    expect(seen.totals[0]).toMatchObject({ currency: 'USD', count: 3, sum: '21.509' })
    expect(seen.findings).toContainEqual(
      expect.objectContaining({
        code: 'amount_rounded',
        details: { count: 2, difference: '0.001', currency: 'USD' },
      }),
    )
  })
})

describe('P68 reports with subtotals', () => {
  test('are read as their leaves when every subtotal agrees', async () => {
    const seen = await inspect(report('$1,524.50'))
    expect(seen).toMatchObject({ readable: true, rowCount: 3, headerLine: 4 })
    expect(seen.totals.map(({ sum }) => sum)).toEqual(['1524.50', '1224.00'])
  })

  test('are refused when one does not', async () => {
    const seen = await inspect(report('$2,724.50'))
    expect(seen.readable).toBe(false)
    expect(seen.findings).toContainEqual(
      expect.objectContaining({
        code: 'total_does_not_match',
        line: 12,
        column: 'Amount',
        details: { expected: '2724.50', actual: '1524.50' },
      }),
    )
  })

  test('grouped by customer name their rows', async () => {
    const seen = await inspect(
      [
        'Invoice Date,Due Date,Invoice Number,Current,< 1 Month,Older,Total',
        'Bayside Club,,,,,,',
        '10 Jun 2023,20 Jun 2023,INV-30,0.00,234.00,0.00,234.00',
        '12 May 2023,22 May 2023,INV-28,0.00,0.00,100.00,100.00',
        'Total Bayside Club,,,0.00,234.00,100.00,334.00',
      ].join('\n'),
    )
    expect(seen).toMatchObject({ readable: true, rowCount: 2 })
    expect(seen.totals).toMatchObject([{ field: 'open_amount', sum: '334.00' }])
  })

  test('with one line a customer have no documents and are refused', async () => {
    const seen = await inspect(
      'Customer,Current,1 - 30,31 - 60,> 60,Total\nA,0,10,20,5,35\nB,0,10,20,5,35\n',
    )
    expect(seen).toMatchObject({ readable: false })
    expect(seen.findings.map(({ code }) => code)).toContain('ageing_summary')
  })
})

const more = (name: string) => Array.from({ length: 10_000 }, (_, at) => `${name}${at}`).join(',')

test('of ten thousand columns the first are read, and it is said', async () => {
  const text = `Customer,Invoice No,Due Date,Amount,${more('X')}\nA,1,2026-01-31,5.00,${more('y')}\n`
  const beyond = expect.objectContaining({ code: 'columns_beyond_limit', details: { count: 512 } })
  const seen = await inspect(text)
  expect(seen).toMatchObject({ readable: true, rowCount: 1, findings: [beyond] })

  const bytes = await workbook((book) => {
    const sheet = book.addWorksheet('Wide')
    for (const line of text.trim().split('\n')) sheet.addRow(line.split(',').slice(0, 600))
  })
  expect((await inspect(bytes, 'wide.xlsx')).findings).toEqual([beyond])
})

describe('files that are no ledger', () => {
  test.each([
    ['file_empty', ''],
    ['file_is_html', '<html><table><tr><td>1</td></tr></table></html>'],
    ['file_is_xml', '<?xml version="1.0"?><a/>'],
    ['file_is_pdf', '%PDF-1.7\n'],
    ['file_damaged', 'PK\u0003\u0004 and then nothing'],
    ['file_old_excel', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
    [
      'file_protected',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    ],
    ['file_not_a_table', Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 7) % 32))],
    ['no_columns', 'just a line\nand another\n'],
    ['no_rows', 'Customer;Invoice number;Due date;Amount\n'],
    ['kind_unclear', 'Colour;Shape\nred;round\n'],
  ])('%s', async (code, content) => {
    const seen = await inspect(content)
    expect(seen.readable).toBe(false)
    expect(seen.findings).toContainEqual(expect.objectContaining({ code, severity: 'error' }))
  })

  test('a quotation mark that never closes is named by its line', async () => {
    const quoted = rows(60, (at) => `A;${at};"2,00"`)
    const text = `Customer;Invoice;Amount\n${quoted}\nB;2;"3,00\n${'C;3;4,00\n'.repeat(200_000)}`
    const seen = await inspect(text)
    expect(seen.readable).toBe(false)
    expect(seen.findings).toMatchObject([{ code: 'row_too_long', line: 62 }])
  })
})

describe('workbooks', () => {
  test('typed numbers, dates and leading zeros are read as they are shown', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Ledger')
      sheet.addRow(['Open items as of 30.06.2020 in CHF'])
      sheet.addRow([])
      sheet.addRow([
        'Customer number',
        'Customer name',
        'Invoice number',
        'Invoice date',
        'Due date',
        'Open amount',
      ])
      for (let at = 1; at <= 12; at += 1) {
        const row = sheet.addRow([
          at,
          'Käser',
          1_930_000_000 + at,
          new Date(Date.UTC(2020, 4, at)),
          43_983 + at,
          0.1 + 0.2,
        ])
        row.getCell(1).numFmt = '00000'
        row.getCell(4).numFmt = 'dd.mm.yyyy'
        row.getCell(5).numFmt = 'm/d/yy'
      }
    })
    const seen = await inspect(bytes, 'ledger.xlsx')
    expect(seen).toMatchObject({
      format: 'xlsx',
      sheet: 'Ledger',
      headerLine: 3,
      rowCount: 12,
      dateOrder: 'ymd',
    })
    expect(seen.columns.map(({ samples }) => samples[0])).toEqual([
      '00001',
      'Käser',
      '1930000001',
      '2020-05-01',
      '2020-06-02',
      '0.3',
    ])
    expect(seen.totals).toEqual([
      { column: 'Open amount', field: 'open_amount', currency: 'CHF', count: 12, sum: '3.60' },
    ])
    expect(seen.findings.map(({ code }) => code)).toEqual(['lines_skipped'])
  })

  test('the sheet that is a table is chosen, hidden rows and other sheets are pointed out', async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet('Notes').addRow(['Please read me first'])
      const sheet = book.addWorksheet('Data')
      sheet.addRow(['Customer', 'Invoice no', 'Due date', 'Amount'])
      sheet.addRow(['A', 'I1', '2020-01-31', 5])
      sheet.addRow(['B', 'I2', '2020-01-31', 6]).hidden = true
    })
    const seen = await inspect(bytes, 'book.xlsx')
    expect(seen).toMatchObject({ sheet: 'Data', sheets: ['Notes', 'Data'], rowCount: 2 })
    expect(seen.findings.map(({ code }) => code)).toEqual(['other_sheets', 'hidden_rows'])
  })

  test('of many rows is read to its end after its first rows were looked at', async () => {
    const bytes = await workbook((book) => {
      const other = book.addWorksheet('Notes')
      for (let at = 0; at < 6_000; at += 1) other.addRow([`A remark of some length, number ${at}`])
      const sheet = book.addWorksheet('Ledger')
      sheet.addRow(['Customer', 'Invoice No', 'Due date', 'Amount'])
      for (let at = 0; at < 20_000; at += 1) {
        sheet.addRow([`Customer ${(at * 7919) % 5000}`, `R${at}`, '2026-01-31', at + 0.5])
      }
    })
    const seen = await inspect(bytes, 'many.xlsx')
    expect(seen).toMatchObject({ readable: true, sheet: 'Ledger', rowCount: 20_000 })
    expect(seen.totals[0]?.sum).toBe('200000000.00')
  })

  test('a formula is read by its result, a failed one is a finding', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Data')
      sheet.addRow(['Customer', 'Invoice no', 'Due date', 'Amount'])
      sheet.addRow(['A', 'I1', '2020-01-31', { formula: '1+1', result: 2 }])
      sheet.addRow(['A', 'I2', '2020-01-31', { formula: '1/0', result: { error: '#DIV/0!' } }])
    })
    const seen = await inspect(bytes, 'formula.xlsx')
    expect(seen.totals).toMatchObject([{ sum: '2.00', count: 1 }])
    expect(seen.findings).toMatchObject([{ code: 'cell_holds_error', line: 3, value: '#DIV/0!' }])
  })

  test('a bomb is refused before it unpacks', async () => {
    const sheets = '<sheets><sheet name="S" r:id="r1"/></sheets>'
    const filling = `<a/>${' '.repeat(1_048_576)}`.repeat(80)
    const bytes = zipOf({
      '[Content_Types].xml': '<Types/>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': '<worksheet/>',
      'xl/workbook.xml': `<workbook xmlns:r="r">${sheets}${filling}</workbook>`,
    })
    expect(bytes.length).toBeLessThan(200_000)
    const seen = await inspect(bytes, 'bomb.xlsx')
    expect(seen.findings).toMatchObject([{ code: 'file_too_large_inside' }])
  })
})

/** A ZIP archive of these parts (APPNOTE 6.3), as small as it can be. */
function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(text, { level: 9 })
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(Buffer.byteLength(text), 8)
    const method = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0])
    const lengths = Buffer.from([name.length, 0, 0, 0])
    const local = Buffer.concat([
      Buffer.from('PK\u0003\u0004'),
      method,
      sizes,
      lengths,
      Buffer.from(name),
    ])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const entry = [
      Buffer.from('PK\u0001\u0002'),
      Buffer.from([20, 0]),
      method,
      sizes,
      lengths,
      place,
      Buffer.from(name),
    ]
    bodies.push(local, packed)
    directory.push(...entry)
    offset += local.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(parts).length, 4)
  end.writeUInt16LE(Object.keys(parts).length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, listed, Buffer.from('PK\u0005\u0006'), end])
}

const REAL = join(import.meta.dirname, '../../../../shared/data/ar')

describe.skipIf(!existsSync(REAL))('real ledgers (skipped where ../shared/data is absent)', () => {
  test.each([
    ['highradius_open_dev.csv', 4_394, 'open_amount', 'USD', '149060526.918', 'ymd'],
    ['highradius_paid_dev.csv', 24_017, 'total', null, '755381435.92', 'ymd'],
    ['ibm_accounts_receivable_dev.csv', 1_476, 'total', null, '88268.75', 'mdy'],
  ])('%s has %i rows and its total', async (name, count, field, currency, sum, dateOrder) => {
    const seen = await inspectTable(join(REAL, name))
    expect(seen).toMatchObject({
      readable: true,
      rowCount: count,
      dateOrder,
      dateOrderAmbiguous: false,
    })
    expect(seen.totals).toMatchObject([{ field, currency, count, sum }])
    expect(seen.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(Object.values(fieldsOf(seen))).toEqual(
      expect.arrayContaining(['customer_number', 'number', 'issue_date', 'due_date']),
    )
  })
})
