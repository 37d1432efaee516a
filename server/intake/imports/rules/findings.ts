import type {
  Finding as TableFinding,
  FindingDetails,
  Severity,
} from '../../tables/rules/findings.ts'

/** Something about a row that meets the ledger, as of tables. */
export type ImportFinding = Omit<TableFinding, 'code'> & { readonly code: ImportFindingCode }
/** Whatever has a place in the list of an import. */
export type AnyFinding = ImportFinding | TableFinding

type Sentence = (details: FindingDetails) => string
type Kind = readonly [Severity, Sentence]

const KINDS = {
  amount_missing: ['error', () => 'The row has no amount. Add one.'],
  amount_too_large: [
    'error',
    () => 'The amount is larger than can be kept. Check the decimal sign.',
  ],
  open_missing: [
    'warning',
    () =>
      'No open amount is given, so the document counts as settled. Write the open amount if it is not.',
  ],
  issue_date_missing: [
    'error',
    () => 'The row has neither a date nor a due date. Add the date of the document.',
  ],
  issue_date_assumed: [
    'warning',
    ({ day = '' }) => `The document has no date; ${day} is taken from its due date and the terms.`,
  ],
  due_date_assumed: [
    'warning',
    ({ days = 0 }) =>
      `The document has no due date; the customer's terms (${days} days where none are known) give one.`,
  ],
  due_before_issue: [
    'warning',
    () => 'The due date lies before the date of the document. Check both.',
  ],
  open_exceeds_total: [
    'error',
    ({ total = '' }) =>
      `More is open than the document is about (${total}). Correct one of the two.`,
  ],
  currency_missing: ['error', () => 'The amount has no currency. Choose one for the file.'],
  currency_changed: [
    'error',
    ({ before = '' }) =>
      `The document is known in ${before}. A document keeps its currency: check the number.`,
  ],
  entity_unknown: ['error', () => 'No legal entity goes with this code. Say which one it means.'],
  customer_without_name: [
    'warning',
    () => 'The customer is new and has no name; the number stands in for it.',
  ],
  customer_name_varies: [
    'info',
    ({ count = 0 }) => `${count} customers come with more than one name; the first is kept.`,
  ],
  parent_unknown: [
    'warning',
    () => 'No such parent customer is known. The customer is taken without one.',
  ],
  owner_unknown: [
    'warning',
    () => 'Nobody of this name works here. Add the person, or assign the owner later.',
  ],
  language_unknown: ['warning', () => 'This language is not known and was left out.'],
  country_unknown: ['warning', () => 'This country is not known and was left out.'],
  time_zone_unknown: ['warning', () => 'This time zone is not known and was left out.'],
  email_invalid: ['warning', () => 'This is no email address and was left out.'],
  phone_invalid: ['warning', () => 'This is no telephone number and was left out.'],
  terms_unknown: [
    'info',
    ({ count = 0 }) => `${count} payment terms name no number of days and were left out.`,
  ],
  credit_limit_invalid: ['warning', () => 'A credit limit cannot be negative. It was left out.'],
  insured_limit_invalid: ['warning', () => 'An insured limit cannot be negative. It was left out.'],
  insurer_missing: [
    'warning',
    () => 'An insured limit without the name of the insurer. It was left out.',
  ],
  number_repeats: [
    'warning',
    ({ count = 0 }) =>
      `The number comes ${count} times; each line counts as an instalment of one document.`,
  ],
  document_lines_repeat: [
    'info',
    ({ count = 0 }) =>
      `${count} lines repeat a document with all its amounts (invoice lines) and were left out.`,
  ],
  document_of_other_customer: [
    'warning',
    ({ before = '' }) => `The document was known for customer ${before}; it moves to this one.`,
  ],
  payment_without_customer: [
    'error',
    () => 'Neither the customer nor the invoice of the payment is known.',
  ],
  payment_invoice_unknown: [
    'warning',
    () => 'No such invoice is known. The payment stays on account of the customer.',
  ],
  payment_exceeds_invoice: [
    'warning',
    ({ left = '' }) =>
      `The payment is ${left} more than the invoice has open. The rest stays on account.`,
  ],
  payment_other_currency: [
    'warning',
    () => 'The invoice is in another currency. The payment stays on account of the customer.',
  ],
  payment_date_missing: ['error', () => 'The payment has no date. Add the day on which it came.'],
  settled_by_feed: [
    'info',
    ({ count = 0 }) => `${count} documents have less open here than before; they are adjusted.`,
  ],
  reopened_by_feed: [
    'info',
    ({ count = 0 }) => `${count} documents have more open than before; they are adjusted back.`,
  ],
  settled_although_open: [
    'warning',
    () =>
      'The file says open, but a payment recorded here settles it. What is recorded here counts.',
  ],
  total_below_settled: [
    'warning',
    () => 'The document is now about less than was already settled. Look at its payments.',
  ],
  documents_gone: [
    'warning',
    ({ count = 0 }) => `${count} open documents of this source are no longer in the file.`,
  ],
  customers_blocked: [
    'info',
    ({ count = 0 }) =>
      `${count} customers are blocked in the file: nothing is sent to them while it says so.`,
  ],
  documents_disputed: [
    'info',
    ({ count = 0 }) =>
      `${count} documents are disputed in the file: nothing is sent about them while it says so.`,
  ],
  documents_reminded: [
    'info',
    ({ count = 0 }) =>
      `${count} documents were asked for elsewhere: their reminders go on from there.`,
  ],
  reminded_in_future: [
    'warning',
    () => 'The day of the last reminder is still to come; it counts as no day.',
  ],
  evidence_unmatched: [
    'warning',
    () => 'No document number of the ledger is in the name or the text. Say which it is.',
  ],
  evidence_matches_several: [
    'warning',
    ({ numbers = '' }) => `Several documents fit: ${numbers}. Say which it is.`,
  ],
  entity_of_invoice_differs: [
    'warning',
    ({ seller = '' }) =>
      `The invoice was issued by ${seller}, which is not this legal entity. Check that it belongs here.`,
  ],
} as const satisfies Record<string, Kind>

export type ImportFindingCode = keyof typeof KINDS

export function isImportFindingCode(code: string): code is ImportFindingCode {
  return Object.hasOwn(KINDS, code)
}

type Place = { line?: number | null; column?: string | null; value?: string | null }

/** A finding with its sentence in English; other languages have theirs by the code. */
export function importFinding(
  code: ImportFindingCode,
  place: Place = {},
  details: FindingDetails = {},
): ImportFinding {
  const [severity, sentence]: Kind = KINDS[code]
  const { line = null, column = null, value = null } = place
  return { severity, code, line, column, value, details, message: sentence(details) }
}
