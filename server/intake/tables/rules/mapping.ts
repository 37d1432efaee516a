import { FIELDS, type Field, type TableKind } from './fields.ts'
import { fieldsOfHeading, isAgeingBucket } from './headings.ts'
import { distinctShareOf, filledShareOf, shareOf, type Profile } from './profile.ts'
import { suitabilityOf } from './suitability.ts'
import { LEDGER_SYNONYMS, PAYMENT_SYNONYMS, type Synonym } from './synonyms.ts'
import { fold } from './texts.ts'

export type Column = { readonly heading: string; readonly profile: Profile }
export type Guess = { readonly field: Field | null; readonly confidence: number }
export type TableGuess = { readonly kind: TableKind | null; readonly guesses: readonly Guess[] }

type Suggestion = { readonly column: number; readonly field: Field; readonly score: number }

const LEAST_CONFIDENCE = 0.35
const OF_A_COMPANY = [
  'street',
  'city',
  'postal_code',
  'credit_limit',
  'vat_id',
  'payment_terms',
  'owner',
] as const satisfies Field[]
const PAYMENT_WORD =
  /\b(payment|payments|paid|receipt|receipts|zahlung\w*|zahl\w*|valuta|bezahlt|reglement\w*|paiement\w*|encaiss\w*|pago\w*|cobro\w*|ingreso)\b/

/** Guesses what kind of table this is and what each column means, from headings and values. */
export function guessTable(columns: readonly Column[], title = ''): TableGuess {
  const ledger = assign(columns, LEDGER_SYNONYMS)
  const payments = assign(columns, PAYMENT_SYNONYMS)
  if (arePayments(columns, title, { ledger, payments })) {
    return { kind: 'payments', guesses: guessesOf(columns, payments) }
  }
  const settled = refine(columns, ledger)
  return { kind: kindOf(settled), guesses: guessesOf(columns, settled) }
}

type Assigned = ReadonlyMap<Field, Suggestion>

function assign(columns: readonly Column[], synonyms: readonly Synonym[]): Assigned {
  const suggestions = columns.flatMap(({ heading, profile }, column) => [
    ...[...fieldsOfHeading(heading, synonyms)].map(([field, fit]) => ({
      column,
      field,
      score: fit * suitabilityOf(field, profile),
    })),
    ...suggestionsOfValues(profile).map(([field, score]) => ({ column, field, score })),
  ])
  const assigned = new Map<Field, Suggestion>()
  const taken = new Set<number>()
  for (const suggestion of suggestions.toSorted(
    (a, b) => b.score - a.score || a.column - b.column,
  )) {
    if (suggestion.score < LEAST_CONFIDENCE) break
    if (taken.has(suggestion.column) || assigned.has(suggestion.field)) continue
    assigned.set(suggestion.field, suggestion)
    taken.add(suggestion.column)
  }
  return assigned
}

/** What the values alone give away, whatever the heading says. */
function suggestionsOfValues(profile: Profile): [Field, number][] {
  if (profile.filled === 0) return []
  const sure: [Field, boolean][] = [
    ['email', shareOf(profile, 'email') > 0.8],
    ['currency', shareOf(profile, 'currency') > 0.95 && profile.distinct.size < 20],
    ['payer_iban', shareOf(profile, 'iban') > 0.8],
  ]
  return sure.filter(([, isSure]) => isSure).map(([field]) => [field, 0.5])
}

function arePayments(
  columns: readonly Column[],
  title: string,
  { ledger, payments }: { ledger: Assigned; payments: Assigned },
): boolean {
  const isWhole = payments.has('payment_amount') && payments.has('payment_date')
  if (!isWhole || ledger.has('open_amount') || ledger.has('due_date')) return false
  if (payments.has('payment_method')) return true
  if (ledger.has('settled_date') && ledger.has('issue_date') && ledger.has('total')) return false
  return [title, ...columns.map(({ heading }) => heading)].some((text) => {
    return PAYMENT_WORD.test(fold(text))
  })
}

/** What the headings leave open and the table as a whole decides. */
function refine(columns: readonly Column[], assigned: Assigned): Assigned {
  const fields = new Map(assigned)
  if (!fields.has('issue_date')) rename(fields, 'posting_date', 'issue_date')
  if (fields.has('debit') !== fields.has('credit')) {
    if (!fields.has('total')) rename(fields, fields.has('debit') ? 'debit' : 'credit', 'total')
    else fields.delete('debit')
    fields.delete('credit')
  }
  const hasBuckets = columns.filter(({ heading }) => isAgeingBucket(heading)).length >= 2
  if (hasBuckets && !fields.has('open_amount')) rename(fields, 'total', 'open_amount')
  preferFilledNumber(columns, fields)
  return fields
}

function rename(fields: Map<Field, Suggestion>, from: Field, to: Field): void {
  const suggestion = fields.get(from)
  if (!suggestion) return
  fields.delete(from)
  fields.set(to, { ...suggestion, field: to, score: suggestion.score * 0.9 })
}

/** A number that many rows lack gives way to an identifier that every row has and none shares. */
function preferFilledNumber(columns: readonly Column[], fields: Map<Field, Suggestion>): void {
  const [number, id] = [fields.get('number'), fields.get('external_id')]
  const idProfile = id && columns[id.column]?.profile
  const numberProfile = number && columns[number.column]?.profile
  if (!id || !idProfile || (numberProfile && filledShareOf(numberProfile) > 0.98)) return
  if (filledShareOf(idProfile) < 0.999 || distinctShareOf(idProfile) < 0.999) return
  if (number && !fields.has('reference')) rename(fields, 'number', 'reference')
  else fields.delete('number')
  rename(fields, 'external_id', 'number')
}

function kindOf(fields: Assigned): TableKind | null {
  const hasAmount = fields.has('total') || fields.has('open_amount') || fields.has('debit')
  const details = [...fields.keys()].filter((field) => {
    const { part } = FIELDS[field]
    return part === 'contact' || ['street', 'city', 'vat_id', 'owner'].includes(field)
  })
  if (hasAmount && (fields.has('number') || fields.has('due_date'))) {
    return details.length > 0 || fields.has('settled_date') ? 'combined' : 'receivables'
  }
  if (!fields.has('customer_name') && !fields.has('customer_number')) {
    return fields.has('email') ? 'contacts' : null
  }
  const person = fields.has('contact_name') || fields.has('contact_last_name')
  if (person && !OF_A_COMPANY.some((field) => fields.has(field))) return 'contacts'
  return hasAmount ? 'receivables' : 'customers'
}

function guessesOf(columns: readonly Column[], fields: Assigned): Guess[] {
  const byColumn = new Map(
    [...fields.values()].map((suggestion) => [suggestion.column, suggestion]),
  )
  return columns.map((_, column) => {
    const suggestion = byColumn.get(column)
    if (!suggestion) return { field: null, confidence: 0 }
    return { field: suggestion.field, confidence: Math.round(suggestion.score * 100) / 100 }
  })
}
