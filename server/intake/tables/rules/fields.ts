/** What a column may mean. The record of a row has these names. */
export const FIELDS = {
  entity: { holds: 'text', part: 'any' },
  customer_number: { holds: 'key', part: 'customer' },
  customer_name: { holds: 'name', part: 'customer' },
  parent_number: { holds: 'key', part: 'customer' },
  legal_form: { holds: 'text', part: 'customer' },
  segment: { holds: 'text', part: 'customer' },
  vat_id: { holds: 'key', part: 'customer' },
  registration_number: { holds: 'key', part: 'customer' },
  street: { holds: 'text', part: 'customer' },
  street_2: { holds: 'text', part: 'customer' },
  postal_code: { holds: 'key', part: 'customer' },
  city: { holds: 'text', part: 'customer' },
  region: { holds: 'text', part: 'customer' },
  country: { holds: 'text', part: 'customer' },
  language: { holds: 'text', part: 'customer' },
  time_zone: { holds: 'text', part: 'customer' },
  owner: { holds: 'text', part: 'customer' },
  collector: { holds: 'text', part: 'customer' },
  payment_terms: { holds: 'text', part: 'customer' },
  terms_days: { holds: 'number', part: 'customer' },
  credit_limit: { holds: 'amount', part: 'customer' },
  insurer: { holds: 'text', part: 'customer' },
  insurance_policy: { holds: 'key', part: 'customer' },
  insured_limit: { holds: 'amount', part: 'customer' },
  insured_until: { holds: 'date', part: 'customer' },
  blocked: { holds: 'flag', part: 'customer' },
  contact_name: { holds: 'name', part: 'contact' },
  contact_first_name: { holds: 'name', part: 'contact' },
  contact_last_name: { holds: 'name', part: 'contact' },
  contact_role: { holds: 'text', part: 'contact' },
  email: { holds: 'email', part: 'contact' },
  phone: { holds: 'phone', part: 'contact' },
  mobile: { holds: 'phone', part: 'contact' },
  document_type: { holds: 'text', part: 'receivable' },
  number: { holds: 'key', part: 'receivable' },
  external_id: { holds: 'key', part: 'receivable' },
  reference: { holds: 'text', part: 'receivable' },
  issue_date: { holds: 'date', part: 'receivable' },
  posting_date: { holds: 'date', part: 'receivable' },
  due_date: { holds: 'date', part: 'receivable' },
  delivered_date: { holds: 'date', part: 'receivable' },
  settled_date: { holds: 'date', part: 'receivable' },
  currency: { holds: 'currency', part: 'any' },
  total: { holds: 'amount', part: 'receivable' },
  open_amount: { holds: 'amount', part: 'receivable' },
  paid_amount: { holds: 'amount', part: 'receivable' },
  debit: { holds: 'amount', part: 'receivable' },
  credit: { holds: 'amount', part: 'receivable' },
  debit_credit: { holds: 'text', part: 'receivable' },
  net_amount: { holds: 'amount', part: 'aside' },
  tax_amount: { holds: 'amount', part: 'aside' },
  local_amount: { holds: 'amount', part: 'aside' },
  balance: { holds: 'amount', part: 'aside' },
  instalment: { holds: 'number', part: 'receivable' },
  order_reference: { holds: 'text', part: 'receivable' },
  po_reference: { holds: 'text', part: 'receivable' },
  description: { holds: 'text', part: 'receivable' },
  disputed: { holds: 'flag', part: 'receivable' },
  reminder_level: { holds: 'number', part: 'receivable' },
  reminded_on: { holds: 'date', part: 'receivable' },
  payment_number: { holds: 'key', part: 'payment' },
  payment_date: { holds: 'date', part: 'payment' },
  payment_amount: { holds: 'amount', part: 'payment' },
  invoice_number: { holds: 'key', part: 'payment' },
  payment_method: { holds: 'text', part: 'payment' },
  payer_iban: { holds: 'key', part: 'payment' },
} as const satisfies Record<string, { holds: Holding; part: Part }>

export type Field = keyof typeof FIELDS
export type Holding =
  | 'text'
  | 'key'
  | 'name'
  | 'email'
  | 'phone'
  | 'date'
  | 'amount'
  | 'number'
  | 'currency'
  | 'flag'
/** 'aside' is recognised so that it is not mistaken for something else, and is not read. */
export type Part = 'any' | 'customer' | 'contact' | 'receivable' | 'payment' | 'aside'

export const TABLE_KINDS = ['customers', 'contacts', 'receivables', 'payments', 'combined'] as const
export type TableKind = (typeof TABLE_KINDS)[number]
