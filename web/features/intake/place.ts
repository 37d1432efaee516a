import type { Column, Finding } from './imports.ts'

type Field = NonNullable<Column['field']>

/** Which field a finding about a whole row is mended in. */
const FIELDS: Readonly<Partial<Record<Finding['code'], Field>>> = {
  number_missing: 'number',
  customer_missing: 'customer_number',
  amount_missing: 'total',
  open_missing: 'open_amount',
  open_exceeds_total: 'open_amount',
  currency_missing: 'currency',
  issue_date_missing: 'issue_date',
  due_before_issue: 'due_date',
  payment_date_missing: 'payment_date',
  payment_without_customer: 'customer_number',
}

/** The column in which a finding can be mended: by its heading, its field, or what the code is about. */
export function columnOf<Part extends Pick<Column, 'heading' | 'field'>>(
  { code, column }: Pick<Finding, 'code' | 'column'>,
  columns: readonly Part[],
): Part | undefined {
  return (
    columns.find(({ heading }) => column !== null && heading === column) ??
    columns.find(({ field }) => field !== null && field === column) ??
    columns.find(({ field }) => field !== null && field === FIELDS[code])
  )
}
