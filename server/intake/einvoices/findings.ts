import { type EinvoiceFindingCode } from './contract.ts'

/** Something that was noticed in a file: how grave, which fact, and one sentence that a user understands. */
export type EinvoiceFinding = {
  readonly severity: 'error' | 'warning' | 'info'
  readonly code: EinvoiceFindingCode
  readonly message: string
  /** The values of the sentence, so that the code can be said in another language. */
  readonly details: Readonly<Record<string, string | number>>
}

/** Adds a finding to those of a document; its number is known to the receiver. */
export type Note = (code: EinvoiceFindingCode, details?: EinvoiceFinding['details']) => void

type Wording = { readonly severity: EinvoiceFinding['severity']; readonly sentence: string }

const WORDINGS: Readonly<Record<EinvoiceFindingCode, Wording>> = {
  empty_file: error('The file is empty. Export or download it again.'),
  file_too_large: error('The file is larger than {limit} MB, too large for an invoice. Split it.'),
  not_an_einvoice: error(
    'This is {what}. Goodterms reads e-invoices (UBL, CII, Factur-X) and tables (CSV, Excel).',
  ),
  format_not_supported: error(
    'This is {format}. Goodterms reads UBL, UN/CEFACT CII and Factur-X/ZUGFeRD invoices: ask for one of these, or import the invoices as CSV or Excel.',
  ),
  bank_statement: error(
    'This is a bank statement ({format}), not an invoice. Import it as a bank statement.',
  ),
  xml_damaged: error(
    'The XML is damaged at line {line}, column {column} ({reason}). Export or download the file again.',
  ),
  xml_cut_off: error(
    'The XML ends too early, at line {line}: the file was cut off. Export or download it again.',
  ),
  xml_entities_refused: error(
    'The XML declares entities of its own, which an invoice never needs and which can be an attack. The file was not read.',
  ),
  xml_too_complex: error(
    'The XML has more {what} than can be right, at line {line}. The file was not read.',
  ),
  encoding_unknown: error(
    'The character encoding {encoding} is not known. Save the file as UTF-8.',
  ),
  encoding_guessed: warning(
    'The text is not {declared} as it says; it was read as {used}. Check names with accents.',
  ),
  pdf_without_invoice: error(
    'This PDF has no invoice data inside that a machine can read. Keep it as evidence and import the amounts from another file.',
  ),
  pdf_encrypted: error(
    'This PDF is encrypted, so its invoice data cannot be read. Save it without password and protection.',
  ),
  pdf_damaged: error('This PDF is damaged and nothing in it could be read. Download it again.'),
  pdf_attachment_unreadable: error(
    'The invoice data {name} inside this PDF cannot be unpacked ({reason}). Ask for the file again.',
  ),
  pdf_several_invoices: warning(
    'This PDF has several invoices inside: {used} was read, {ignored} was not. Check that they say the same.',
  ),
  number_missing: error('The invoice has no number (BT-1), so it cannot be recognised again.'),
  issue_date_missing: error('Invoice {number} has no readable issue date (BT-2).'),
  currency_missing: warning(
    'Invoice {number} names no currency (BT-5). It can be imported only with the currency chosen by you.',
  ),
  currency_unknown: error('Invoice {number} has "{currency}" as currency, which is no ISO code.'),
  currency_mixed: warning(
    'Invoice {number} is in {currency}, but its {field} is marked {other}. Check the amount.',
  ),
  amount_missing: error(
    'Invoice {number} has neither a total (BT-112) nor an amount due (BT-115).',
  ),
  amount_unreadable: error('Invoice {number} has "{value}" as {field}, which is not an amount.'),
  amount_too_precise: error(
    'Invoice {number} has {value} {currency} as {field}: more decimals than the currency has. It was not rounded.',
  ),
  totals_differ: warning(
    'Invoice {number} does not add up: total {gross} less prepaid {prepaid} is not the amount due {payable}. The amount due counts.',
  ),
  date_unreadable: warning('Invoice {number} has "{value}" as {field}, which is no calendar day.'),
  due_date_missing: info(
    'Invoice {number} has no due date (BT-9); the customer’s payment terms apply. Terms in the file: {terms}',
  ),
  due_date_before_issue: warning('Invoice {number} is due {due}, before it was issued {issued}.'),
  instalments_do_not_add_up: warning(
    'The instalments of invoice {number} do not sum to its amount due; it counts as one, due {due}.',
  ),
  buyer_missing: error('Invoice {number} does not name the buyer (BT-44).'),
  seller_missing: warning('Invoice {number} does not name the seller (BT-27).'),
  test_invoice: warning('Invoice {number} is marked as a test; it will not be imported.'),
  not_a_claim: warning(
    'Document {number} is a {what} (type {type}) and claims no money; it will not be imported.',
  ),
  corrects_another: warning(
    'Invoice {number} corrects {preceding}. Check that the corrected invoice does not count as well.',
  ),
  negative_credit_note: warning(
    'Credit note {number} has negative amounts. It counts as a credit of the customer; check it.',
  ),
  negative_invoice: info('Invoice {number} is negative, so it counts as a credit of the customer.'),
  paid_already: info('Invoice {number} says that nothing is left to pay.'),
  number_twice: warning('The file has {number} more than once.'),
  attachment_left_out: warning(
    'A document attached inside the invoice, at line {line}, is too large and was left out.',
  ),
}

/** The finding of a code; `details` fill the {places} of its sentence. */
export function finding(
  code: EinvoiceFindingCode,
  details: EinvoiceFinding['details'] = {},
): EinvoiceFinding {
  const { severity, sentence } = WORDINGS[code]
  const message = sentence.replace(/\{(\w+)\}/g, (_, place: string) => shown(details[place]))
  return { severity, code, message, details }
}

function error(sentence: string): Wording {
  return { severity: 'error', sentence }
}

function warning(sentence: string): Wording {
  return { severity: 'warning', sentence }
}

function info(sentence: string): Wording {
  return { severity: 'info', sentence }
}

/** A value from the file within a sentence: one line, not endless, never empty. */
function shown(value: string | number | undefined): string {
  const line = String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  if (line === '') return '–'
  return line.length > 120 ? `${line.slice(0, 119)}…` : line
}
