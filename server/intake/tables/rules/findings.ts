export type Severity = 'error' | 'warning' | 'info'
export type FindingDetails = Readonly<Record<string, string | number>>

/** Something about a file or one of its values that a person should know, and what to do. */
export type Finding = {
  readonly severity: Severity
  readonly code: FindingCode
  readonly line: number | null
  readonly column: string | null
  readonly value: string | null
  readonly details: FindingDetails
  readonly message: string
}

type Sentence = (details: FindingDetails) => string
type Kind = { readonly severity: Severity; readonly sentence: Sentence }

function error(sentence: Sentence): Kind {
  return { severity: 'error', sentence }
}
function warning(sentence: Sentence): Kind {
  return { severity: 'warning', sentence }
}
function info(sentence: Sentence): Kind {
  return { severity: 'info', sentence }
}

const KINDS = {
  file_empty: error(() => 'The file is empty. Export it again.'),
  file_old_excel: error(() => 'This is an old Excel workbook (.xls). Save it as .xlsx or CSV.'),
  file_protected: error(() => 'The workbook is protected by a password. Save a copy without one.'),
  file_is_html: error(
    () => 'This is a web page, although its name may say Excel. Open it and save it as .xlsx.',
  ),
  file_is_xml: error(() => 'This is XML, but not a table and not an e-invoice that we know.'),
  file_is_pdf: error(() => 'This is a PDF. A ledger is read from CSV or XLSX.'),
  file_is_zip: error(() => 'This is an archive. Unpack it and give the files in it.'),
  file_is_binary_workbook: error(() => 'This is a binary workbook (.xlsb). Save it as .xlsx.'),
  file_is_open_document: error(() => 'This is an OpenDocument table (.ods). Save it as .xlsx.'),
  file_not_a_table: error(() => 'This is not a text file and not a workbook.'),
  file_damaged: error(() => 'The file is damaged or cut off. Export or copy it again.'),
  file_too_large_inside: error(
    ({ part = 'a part' }) =>
      `Unpacked, ${part} is far larger than a ledger can be. It is not read.`,
  ),
  sheet_missing: error(({ sheet = '' }) => `The workbook has no sheet named '${sheet}'.`),
  row_too_long: error(
    () => 'A row does not end: a quotation mark is opened here and never closed. Close it.',
  ),
  no_columns: error(
    () =>
      'No columns were found. Is this a table whose cells are parted by comma, semicolon or tab?',
  ),
  no_rows: error(() => 'There are headings but no rows beneath them.'),
  kind_unclear: error(
    () =>
      'Nothing says what the table holds. Name the columns: customer, invoice number, amount, date.',
  ),
  ageing_summary: error(
    () =>
      'This is an ageing summary: one line a customer, no documents. Export the detail, one line a document.',
  ),
  total_does_not_match: error(
    ({ expected = '', actual = '' }) =>
      `A total line says ${expected}, but the lines it sums make ${actual}. Export the rows without subtotals, or all of them.`,
  ),
  number_missing: error(() => 'The row has an amount but no document number. Add the number.'),
  customer_missing: error(() => 'The row names no customer. Add the customer number or name.'),
  not_an_amount: error(() => 'This is not an amount. Write digits and one decimal sign.'),
  amount_contradicts_column: error(
    ({ decimal = '' }) =>
      `The column's decimal sign is '${decimal}', this amount is written differently. Correct it.`,
  ),
  amount_shortened: error(
    () =>
      'A spreadsheet has shortened this number (1.2E+05). Format the column as number and export again.',
  ),
  cell_holds_error: error(() => 'The cell holds a formula that failed. Correct the formula.'),
  not_a_date: error(() => 'This is not a date. Write day, month and year.'),
  date_contradicts_column: error(
    ({ order = '' }) =>
      `The column's dates are written ${order}; read so, this day does not exist. Correct it.`,
  ),
  date_impossible: error(() => 'There is no such day, or it is centuries away. Correct the date.'),
  number_shortened: error(
    () =>
      'A spreadsheet has shortened this number (1.2E+11). Format the column as text and export again.',
  ),
  row_of_other_width: error(
    ({ cells = 0, columns = 0 }) =>
      `The row has ${cells} cells where the headings have ${columns}. A separator in a text needs quotation marks.`,
  ),
  quote_damaged: warning(() => 'A quotation mark stands where it should not; check the row.'),
  cell_too_long: error(() => 'The cell holds more text than any ledger has. Shorten it.'),
  currency_unknown: error(() => 'This is not a currency code. Write EUR, USD, GBP, …'),
  undecodable: warning(() => 'Some letters could not be read in the encoding of the file.'),
  twice_encoded: warning(
    () => "Letters look doubly encoded ('MÃ¼ller' for 'Müller'). Export the file as UTF-8 again.",
  ),
  amount_rounded: warning(
    ({ count = 0, difference = '' }) =>
      `${count} amounts have more decimals than their currency; rounded one by one the sum changes by ${difference}.`,
  ),
  date_placeholder: warning(
    ({ count = 0 }) => `${count} dates mean 'none' (0000, 1900, 9999) and are read as empty.`,
  ),
  date_order_ambiguous: warning(
    ({ order = '' }) =>
      `No row decides whether day or month comes first. ${order} is a guess: confirm it.`,
  ),
  decimal_ambiguous: warning(
    ({ decimal = '' }) =>
      `No amount decides which sign is the decimal one. '${decimal}' is a guess: confirm it.`,
  ),
  short_years: info(
    ({ count = 0 }) => `${count} dates have a year of two digits, read as 1980 to 2079.`,
  ),
  encoding_guessed: warning(
    ({ encoding = '', samples = '' }) =>
      `The encoding is probably ${encoding} (it reads: ${samples}). Check the names.`,
  ),
  header_missing: warning(() => 'There are no headings. Say what each column means.'),
  lines_skipped: info(({ count = 0 }) => `${count} lines above the headings were skipped.`),
  totals_reconciled: info(
    ({ count = 0 }) =>
      `${count} total lines were recognised, left out, and agree with the rows they sum.`,
  ),
  headings_repeated: info(
    ({ count = 0 }) => `The headings come again ${count} times and were left out.`,
  ),
  hidden_rows: warning(
    ({ count = 0 }) => `${count} rows are hidden in the workbook and are read all the same.`,
  ),
  other_sheets: info(
    ({ sheets = '' }) => `The workbook has other sheets that were not read: ${sheets}.`,
  ),
  columns_beyond_limit: warning(({ count = 0 }) => `Cells beyond column ${count} are not read.`),
} as const satisfies Record<string, Kind>

export type FindingCode = keyof typeof KINDS

export function isTableFindingCode(code: string): code is FindingCode {
  return Object.hasOwn(KINDS, code)
}

type Place = { line?: number; column?: string | null; value?: string | null }

/** A finding with its sentence in English; other languages have theirs by the code. */
export function finding(
  code: FindingCode,
  place: Place = {},
  details: FindingDetails = {},
): Finding {
  const { severity, sentence }: Kind = KINDS[code]
  const { line = null, column = null, value = null } = place
  return { severity, code, line, column, value, details, message: sentence(details) }
}
