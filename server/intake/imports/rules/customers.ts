import { type Day, isDay } from '../../../kernel/day.ts'
import { minorOfDecimal } from '../../../kernel/money.ts'
import { FIELDS, type Field } from '../../tables/rules/fields.ts'
import { importFinding, type AnyFinding } from './findings.ts'
import { countryOf, languageIn, languageOf, timeZoneIn, timeZoneOf } from './places.ts'
import { daysOf, termsDaysOf } from './terms.ts'

export type Details = Readonly<Partial<Record<Field, string>>>

/** What a file says about a customer. Null is: it says nothing, so what is known stays. */
export type FiledCustomer = {
  readonly name: string | null
  readonly parentNumber: string | null
  readonly legalForm: string | null
  readonly segment: 'commercial' | 'consumer' | null
  readonly address: string | null
  readonly region: string | null
  readonly country: string | null
  readonly language: string | null
  readonly timeZone: string | null
  readonly vatId: string | null
  readonly termsDays: number | null
  readonly creditLimitMinor: number | null
  readonly creditLimitCurrency: string | null
  readonly insurer: string | null
  readonly insurancePolicy: string | null
  readonly insuranceLimitMinor: number | null
  readonly insuranceLimitCurrency: string | null
  readonly insuredUntil: Day | null
  readonly owner: string | null
  readonly collector: string | null
}

export type FiledContact = {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly role: 'accounts_payable' | 'buyer' | 'director' | 'approver' | 'legal' | 'other'
  readonly language: string | null
}

const IDENTITY: ReadonlySet<Field> = new Set([
  'customer_number',
  'customer_name',
  'registration_number',
])

const OF_DOCUMENTS: ReadonlySet<Field> = new Set(['payment_terms', 'terms_days', 'language'])

/** The customer details among some fields; terms beside a document are the document's own. */
export function detailFieldsIn(
  fields: ReadonlySet<Field>,
  isAboutDocument: boolean,
): readonly Field[] {
  return [...fields].filter(
    (field) => isDetail(field) && !(isAboutDocument && OF_DOCUMENTS.has(field)),
  )
}

/** A field that is about the customer and their people, not about one document. */
function isDetail(field: Field): boolean {
  const { part } = FIELDS[field]
  return (part === 'customer' || part === 'contact') && !IDENTITY.has(field)
}

/** Whether a flag says yes, in any of its words or by a code. */
export function isSet(flag: string | undefined): boolean {
  return flag !== undefined && flag !== 'no'
}

/** What a row says of these fields. */
export function detailsOf(values: Details, among: readonly Field[]): Details {
  const details: Partial<Record<Field, string>> = {}
  for (const field of among) {
    const value = values[field]
    if (value !== undefined) details[field] = value
  }
  return details
}

type Context = { readonly line: number; readonly currency: string }

/** Reads the details of a customer; what cannot be understood is left out and said. */
export function customerOf(
  details: Details,
  { line, currency }: Context,
): { customer: Omit<FiledCustomer, 'name'>; findings: AnyFinding[] } {
  const findings: AnyFinding[] = []
  const understood = <Value>(
    field: Field,
    code: 'country_unknown' | 'language_unknown' | 'time_zone_unknown',
    read: (text: string) => Value | null,
  ) => {
    const text = details[field]
    if (text === undefined) return null
    const value = read(text)
    if (value === null) findings.push(importFinding(code, { line, column: field, value: text }))
    return value
  }
  const country = understood('country', 'country_unknown', countryOf)
  const limitOf = (column: keyof typeof LIMITS) => {
    const minor = limitIn(details[column], currency)
    if (minor !== 'negative') return minor
    findings.push(importFinding(LIMITS[column], { line, column, value: details[column] ?? null }))
    return null
  }
  const limit = limitOf('credit_limit')
  return {
    findings,
    customer: {
      parentNumber: details.parent_number ?? null,
      legalForm: details.legal_form ?? null,
      segment: segmentOf(details.segment),
      address: addressOf(details),
      region: details.region ?? null,
      country,
      language: understood('language', 'language_unknown', languageOf),
      timeZone: understood('time_zone', 'time_zone_unknown', timeZoneOf),
      vatId: details.vat_id ?? null,
      termsDays: daysOf(details.terms_days) ?? termsDaysOf(details.payment_terms),
      creditLimitMinor: limit,
      creditLimitCurrency: limit === null ? null : currency,
      ...insuranceOf(details, { minor: limitOf('insured_limit'), currency }),
      owner: details.owner ?? null,
      collector: details.collector ?? null,
    },
  }
}

/** As long as the names of insurers and policies may be. */
const MOST_INSURER = 120

type Limit = { readonly minor: number | null; readonly currency: string }

function insuranceOf(details: Details, { minor, currency }: Limit) {
  return {
    insurer: details.insurer?.slice(0, MOST_INSURER) ?? null,
    insurancePolicy: details.insurance_policy?.slice(0, MOST_INSURER) ?? null,
    insuranceLimitMinor: minor,
    insuranceLimitCurrency: minor === null ? null : currency,
    insuredUntil: dayIn(details.insured_until),
  }
}

const LIMITS = {
  credit_limit: 'credit_limit_invalid',
  insured_limit: 'insured_limit_invalid',
} as const

function limitIn(text: string | undefined, currency: string): number | null | 'negative' {
  const minor = text === undefined ? null : minorOfDecimal(text, currency)
  return minor !== null && minor < 0 ? 'negative' : minor
}

function dayIn(text: string | undefined): Day | null {
  return text !== undefined && isDay(text) ? text : null
}

function segmentOf(text: string | undefined): FiledCustomer['segment'] {
  if (text === undefined) return null
  return /consum|privat|b2c|particul|individual|person/i.test(text) ? 'consumer' : 'commercial'
}

function addressOf(details: Details): string | null {
  const town = [details.postal_code, details.city].filter(Boolean).join(' ')
  const lines = [details.street, details.street_2, town].filter(Boolean)
  return lines.length === 0 ? null : lines.join('\n')
}

const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]{2,}$/
const PHONE = /^\+?[\d\s()/.-]{5,25}(?:\s*(?:x|ext\.?|dw)\s*\d{1,6})?$/i

/** The people that a row names, if any; an address or number that is none is left out and said. */
export function contactsOf(
  details: Details,
  line: number,
): { contacts: FiledContact[]; findings: AnyFinding[] } {
  const findings: AnyFinding[] = []
  const emails = (details.email ?? '').split(/[;,\s]+/).filter(Boolean)
  for (const value of emails.filter((email) => !EMAIL.test(email))) {
    findings.push(importFinding('email_invalid', { line, column: 'email', value }))
  }
  const given = details.phone ?? details.mobile ?? ''
  const isPhone = given === '' || PHONE.test(given)
  if (!isPhone)
    findings.push(importFinding('phone_invalid', { line, column: 'phone', value: given }))
  const name =
    details.contact_name ??
    [details.contact_first_name, details.contact_last_name].filter(Boolean).join(' ')
  const shared = {
    name,
    phone: isPhone ? given : '',
    role: roleOf(details.contact_role),
    language: null,
  }
  const valid = emails.filter((email) => EMAIL.test(email)).map((email) => email.toLowerCase())
  if (valid.length > 0) return { contacts: valid.map((email) => ({ ...shared, email })), findings }
  const isSomebody = name !== '' || shared.phone !== ''
  return { contacts: isSomebody ? [{ ...shared, email: '' }] : [], findings }
}

const ROLES: readonly (readonly [FiledContact['role'], RegExp])[] = [
  [
    'accounts_payable',
    /account|payable|\bap\b|buchhalt|kreditor|comptab|contabil|finan|billing|rechnung|factur/i,
  ],
  ['buyer', /buy|purchas|procure|einkauf|einkaeuf|achat|compra/i],
  ['approver', /approv|freigab|approb|aproba/i],
  ['legal', /legal|recht|juridi/i],
  [
    'director',
    /director|ceo|cfo|geschaeft|geschäft|inhaber|gerant|gérant|directeur|propriet|owner|managing/i,
  ],
]

function roleOf(text: string | undefined): FiledContact['role'] {
  if (text === undefined) return 'accounts_payable'
  return ROLES.find(([, words]) => words.test(text))?.[0] ?? 'other'
}

/** What a new customer gets where the file says nothing. */
export function startOf(
  customer: Omit<FiledCustomer, 'name'>,
  otherwise: { language: string; timeZone: string },
): { language: string; timeZone: string } {
  const country = customer.country ?? ''
  return {
    language: customer.language ?? languageIn(country) ?? otherwise.language,
    timeZone: customer.timeZone ?? timeZoneIn(country) ?? otherwise.timeZone,
  }
}
