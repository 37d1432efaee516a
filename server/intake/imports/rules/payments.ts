import type { Day } from '../../../kernel/day.ts'
import { exponentOf, minorOfDecimal } from '../../../kernel/money.ts'
import { roundedTo } from '../../tables/rules/sums.ts'
import { isCreditSign } from './document-kinds.ts'
import type { Filed, Row } from './documents.ts'
import { importFinding, type AnyFinding } from './findings.ts'

/** Money that came, as one row of a file gives it. */
export type FiledPayment = {
  readonly amountMinor: number
  readonly currency: string
  readonly receivedOn: Day
  readonly invoiceNumber: string | null
  readonly reference: string
  /** What two rows of the same payment have in common; equal rows are told apart by counting. */
  readonly identity: string
}

export type PaymentSettings = {
  readonly currency: string | null
  /** Files of bookings write money that came with a minus. */
  readonly isNegated: boolean
}

/** Reads a row as a payment, or says why it cannot be one. */
export function paymentOf(row: Row, settings: PaymentSettings): Filed<FiledPayment> {
  const { line, values } = row
  const findings: AnyFinding[] = []
  const currency = row.currency ?? settings.currency
  if (currency === null) findings.push(importFinding('currency_missing', { line }))
  if (values.payment_date === undefined)
    findings.push(importFinding('payment_date_missing', { line }))
  const amount = currency === null ? null : amountOf(values, currency, settings)
  if (amount === null || amount === 0) {
    findings.push(importFinding('amount_missing', { line, value: values.payment_amount ?? null }))
  }
  const hasOwner = values.customer_number ?? values.customer_name ?? values.invoice_number
  if (!hasOwner) findings.push(importFinding('payment_without_customer', { line }))
  if (findings.length > 0 || amount === null || currency === null) return { filed: null, findings }
  return {
    findings,
    filed: {
      amountMinor: amount,
      currency,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the reader of tables gives days that exist
      receivedOn: values.payment_date as Day,
      invoiceNumber: values.invoice_number ?? null,
      reference: values.reference ?? values.payment_number ?? '',
      identity: identityOf(values, amount, currency),
    },
  }
}

function amountOf(
  values: Row['values'],
  currency: string,
  { isNegated }: PaymentSettings,
): number | null {
  const text = values.payment_amount
  if (text === undefined) return null
  const minor = minorOfDecimal(roundedTo(text, exponentOf(currency)), currency)
  if (minor === null) return null
  const isTurned = isNegated && !isCreditSign(values.debit_credit)
  return (isTurned ? -minor : minor) || 0
}

/** Numbers of payments start anew each year in some systems: day and amount belong to the identity. */
function identityOf(values: Row['values'], amount: number, currency: string): string {
  return [
    values.entity,
    values.payment_number ?? values.external_id,
    values.payment_date,
    values.customer_number ?? values.customer_name,
    values.invoice_number,
    amount,
    currency,
    values.reference,
  ]
    .map((part) => part ?? '')
    .join('\u001f')
}
