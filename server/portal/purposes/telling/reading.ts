import type { Choices, OUTCOME_KINDS } from '../../../collecting/desk/index.ts'
import { tellWords, type logByLink } from '../../../collecting/desk/index.ts'
import { isDay, type Day } from '../../../kernel/day.ts'
import { isId } from '../../../kernel/ids.ts'
import {
  EVEN_RHYTHMS,
  spread,
  type EvenRhythm,
  type Instalment,
} from '../../../kernel/instalments.ts'
import { exponentOf, type Money } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Fields, Problem } from '../../purpose.ts'

type Kind = (typeof OUTCOME_KINDS)[number]
type ResultOf = Parameters<typeof logByLink>[3]['resultOf']

const LONGEST_REFERENCE = 140
/** Notes for whoever decides are shorter than what is kept of a conversation. */
const LONGEST_REASON = 1000

/** What came of it as a form tells it: what is missing, or how it reads among what may be answered. */
export function resultIn(fields: Fields, kind: Kind): Problem | ResultOf {
  switch (kind) {
    case 'promised':
      return promiseIn(fields)
    case 'wants_plan':
      return planIn(fields)
    case 'dispute':
      return disputeIn(fields)
    case 'needs_documents':
      return documentsIn(fields)
    case 'wrong_person':
      return personIn(fields)
    case 'already_paid':
      return paidIn(fields)
    case 'other':
      return noteOf(fields) === '' ? missing(kind) : () => ({ kind })
    case 'short_of_cash':
    case 'refuses':
    case 'not_reached':
      return () => ({ kind })
  }
}

export function noteOf(fields: Fields): string {
  return fields.get('note').trim()
}

function missing(kind: keyof ReturnType<typeof tellWords>['missing']): Problem {
  return { say: (language) => tellWords(language).missing[kind] }
}

function reasonOf(fields: Fields): string {
  return noteOf(fields).slice(0, LONGEST_REASON)
}

function promiseIn(fields: Fields): Problem | ResultOf {
  const promisedFor = fields.get('day')
  const amount = amountIn(fields.get('amount'), fields.get('currency'))
  if (!isDay(promisedFor) || !amount) return missing('promised')
  return () => ({ kind: 'promised', amount, promisedFor, note: reasonOf(fields) })
}

function planIn(fields: Fields): Problem | ResultOf {
  const parts = Number(fields.get('parts'))
  const firstOn = fields.get('first-on')
  const rhythm = EVEN_RHYTHMS.find((known) => known === fields.get('rhythm'))
  const first = fields.get('first-amount').trim()
  if (!Number.isInteger(parts) || parts < 1 || parts > 60 || !isDay(firstOn) || !rhythm) {
    return missing('wants_plan')
  }
  const wanted = new Set(fields.all('item'))
  if (wanted.size === 0) return missing('wants_plan')
  return ({ plan }) => {
    const items = plan?.items.filter(({ openItemId }) => wanted.has(openItemId)) ?? []
    if (!plan || items.length < wanted.size) throw new Refusal('conflict', 'nothing_open')
    const { currency } = plan.total
    const total = items.reduce((sum, { minor }) => sum + minor, 0)
    const minor = first === '' ? Math.ceil(total / parts) : amountOf(first, currency).minor
    const instalments = instalmentsOf(total, { dueOn: firstOn, minor }, { parts, rhythm })
    const offer = {
      currency,
      items: items.map(({ openItemId, minor: of }) => ({ openItemId, minor: of })),
      instalments,
    }
    return { kind: 'wants_plan', plan: { ...offer, note: reasonOf(fields) } }
  }
}

function instalmentsOf(
  total: number,
  first: { readonly dueOn: Day; readonly minor: number },
  { parts, rhythm }: { readonly parts: number; readonly rhythm: EvenRhythm },
): Instalment[] {
  const instalments = spread(total, first, { further: parts - 1, rhythm })
  const isWhole = instalments.every(({ minor }) => minor > 0)
  if (!isWhole) throw new Refusal('conflict', 'instalments_do_not_add_up')
  return instalments
}

function disputeIn(fields: Fields): Problem | ResultOf {
  const wanted = fields.get('invoice')
  const reason = fields.get('reason')
  const amount = fields.get('disputed').trim()
  if (!isId(wanted) || reason === '') return missing('dispute')
  return (choices) => {
    const { id: receivableId, open } = invoiceOf(choices, wanted)
    const amountMinor = amount === '' ? null : amountOf(amount, open.currency).minor
    // What is no reason is refused where the whole answer is read.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- read by its schema there
    return { kind: 'dispute', receivableId, amountMinor, reason: reason as 'other' }
  }
}

function paidIn(fields: Fields): Problem | ResultOf {
  const wanted = [...new Set(fields.all('paid'))]
  const paidOn = fields.get('paid-on')
  if (paidOn !== '' && !isDay(paidOn)) return missing('already_paid')
  return (choices) => ({
    kind: 'already_paid',
    receivableIds: wanted.map((id) => invoiceOf(choices, id).id),
    paidOn: isDay(paidOn) ? paidOn : null,
    reference: fields.get('reference').trim().slice(0, LONGEST_REFERENCE),
    asksForDetails: choices.isMailable && fields.get('asks') !== '',
  })
}

function documentsIn(fields: Fields): Problem | ResultOf {
  const wanted = [...new Set(fields.all('document'))].filter(isId)
  if (wanted.length === 0) return missing('needs_documents')
  return (choices) => ({
    kind: 'needs_documents',
    receivableIds: wanted.map((id) => invoiceOf(choices, id).id),
  })
}

function personIn(fields: Fields): Problem | ResultOf {
  const [name = '', email = '', phone = ''] = ['name', 'email', 'phone'].map((field) =>
    fields.get(field).trim(),
  )
  if (name === '' && `${email}${phone}` !== '') return missing('wrong_person')
  const right = name === '' ? null : { name, email, phone }
  return () => ({ kind: 'wrong_person', right })
}

/** Of this customer only: whatever else a form names is not among the choices. */
function invoiceOf({ invoices }: Choices, wanted: string): Choices['invoices'][number] {
  const invoice = invoices.find(({ id }) => id === wanted)
  if (!invoice) throw new Refusal('conflict', 'nothing_open')
  return invoice
}

function amountOf(text: string, currency: string): Money {
  const amount = amountIn(text, currency)
  if (!amount) throw new Refusal('invalid', 'not_readable')
  return amount
}

/** '1.234,50', '1,234.50' or '1234.5': the last sign before at most the currency's places is the point. */
function amountIn(text: string, currency: string): Money | null {
  if (!/^[A-Z]{3}$/.test(currency)) return null
  const places = exponentOf(currency)
  const digits = text.replaceAll(/[\s'’]/g, '')
  const [, whole = '', fraction = ''] = /^([\d.,]*?)(?:[.,](\d{1,3}))?$/.exec(digits) ?? []
  const isThousands = fraction.length === 3 && places < 3
  const units = `${whole}${isThousands ? fraction : ''}`.replaceAll(/[.,]/g, '')
  if (!/^\d{1,12}$/.test(units) || (!isThousands && fraction.length > places)) return null
  const minor = Number(`${units}${(isThousands ? '' : fraction).padEnd(places, '0')}`)
  return minor > 0 ? { minor, currency } : null
}
