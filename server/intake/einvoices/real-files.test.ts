import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { inspectEinvoice } from './index.ts'

type Case = {
  readonly file: string
  readonly upstream_status: string
  /** Of a file that is no invoice hardly anything is expected, not even a number. */
  readonly expected: Expected
}

type ExpectedParty = { readonly name: string | null; readonly vat_id: string | null }

type Expected = {
  readonly syntax: string
  readonly number?: string
  readonly type_code: string
  readonly is_credit: boolean
  readonly issue_date: string
  readonly due_date: string | null
  readonly currency: string | null
  readonly net_total: string | null
  readonly gross_total: string | null
  readonly prepaid: string | null
  readonly payable_amount: string | null
  readonly seller: ExpectedParty
  readonly buyer: ExpectedParty
  readonly payment_references: readonly string[]
  readonly ibans: readonly string[]
  readonly order_reference: string | null
  readonly preceding_invoices: readonly string[]
}

const FOLDER = new URL('../../../../shared/data/einvoice/', import.meta.url)
const hasFiles = existsSync(FOLDER)
if (!hasFiles) console.log('skipped: the real e-invoices of ../shared/data are not here')

const cases: readonly Case[] = hasFiles
  ? JSON.parse(readFileSync(new URL('index.json', FOLDER), 'utf8'))
  : []

function inspect(file: string): ReturnType<typeof inspectEinvoice> {
  return inspectEinvoice(readFileSync(new URL(file, FOLDER)), file)
}

describe.skipIf(!hasFiles)('real e-invoices', () => {
  const readable = cases.filter(({ expected }) => typeof expected.number === 'string')

  test.each(readable)('$file is read as its index says', async ({ file, expected }) => {
    const { documents, format } = await inspect(file)

    expect(documents).toEqual([summaryExpected(expected)])
    expect(format).toBe(formatExpected(file, expected))
  })

  const unreadable = cases.filter(({ expected }) => typeof expected.number !== 'string')

  test.each(unreadable)('$file ($upstream_status) is refused with a reason', async ({ file }) => {
    const { documents, format, findings } = await inspect(file)

    expect({ documents, format }).toEqual({ documents: [], format: 'unsupported' })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      severity: 'error',
      message: expect.stringMatching(/^\S.*\.$/),
    })
  })

  const valid = readable.filter(({ upstream_status: status }) => status === 'valid')

  test.each(valid)('$file is valid and gets no error', async ({ file }) => {
    const { findings } = await inspect(file)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

function summaryExpected(expected: Expected): object {
  return {
    kind: expected.is_credit ? 'credit_note' : 'invoice',
    number: expected.number,
    typeCode: expected.type_code,
    issueDate: expected.issue_date,
    dueDate: expected.due_date,
    currency: expected.currency,
    netTotal: expected.net_total,
    grossTotal: expected.gross_total,
    prepaid: expected.prepaid,
    payable: expected.payable_amount,
    seller: { name: expected.seller.name, vatId: expected.seller.vat_id },
    buyer: { name: expected.buyer.name, vatId: expected.buyer.vat_id },
    paymentReference: expected.payment_references[0] ?? null,
    ibans: expected.ibans,
    orderReference: expected.order_reference,
    precedingInvoices: expected.preceding_invoices,
  }
}

/** One PDF carries the same invoice in both generations; the index names the older. */
const BOTH_GENERATIONS = 'zugferd-v2__MustangRE-20171118_506_ZUGFeRD1and2.pdf'

function formatExpected(file: string, { syntax }: Expected): string {
  if (file === BOTH_GENERATIONS) return 'facturx'
  if (syntax === 'ZUGFeRD-1.0') return 'zugferd1'
  if (syntax.startsWith('UBL')) return 'ubl'
  return file.endsWith('.pdf') ? 'facturx' : 'cii'
}
