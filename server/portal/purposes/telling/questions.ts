import {
  questionWords,
  tellWords,
  type Choices,
  type TurnToTell,
} from '../../../collecting/desk/index.ts'
import { dayAfter, EVEN_RHYTHMS, type Instalment } from '../../../kernel/instalments.ts'
import { formatsOf } from '../../../talking/index.ts'
import { html, type Html } from '../../html.ts'
import type { Fields } from '../../purpose.ts'
import { dayPart, isBack, optionPart, textPart, tickPart, ticksPart, typed } from './fields.ts'

type Invoice = Choices['invoices'][number]

/** What an answer asks besides, by its own name. */
export type Asking = {
  readonly language: string
  readonly turn: TurnToTell
  /** What was typed before, when the form comes back. */
  readonly fields: Fields
}

export function promisePart({ language, turn, fields }: Asking): Html {
  const [most] = turn.overdue
  if (!most) return html``
  const words = tellWords(language)
  const amount = typed(fields, 'amount', formatsOf(language).amount(most))
  return html`<input type="hidden" name="currency" value="${most.currency}" />
    ${textPart({ id: 'amount', label: words.amount(most.currency), value: amount, isAmount: true })}
    ${dayPart({ id: 'day', label: words.day, value: fields.get('day'), min: turn.today })}
    ${alonePart(language, turn.choices.latestDay)}`
}

function alonePart(language: string, latestDay: TurnToTell['choices']['latestDay']): Html {
  if (latestDay === null) return html``
  const day = formatsOf(language).day(latestDay, 'weekday')
  return html`<p class="hint">${tellWords(language).alone(day)}</p>`
}

const MOST_PARTS = 12
/** The slowest first: it is the easiest to keep. */
const RHYTHMS = EVEN_RHYTHMS.toReversed()

export function planPart({ language, turn, fields }: Asking): Html {
  const { choices, today } = turn
  if (!choices.plan) return html``
  const { total, draft, items, most, latestDay } = choices.plan
  const { plan, invoice } = tellWords(language)
  const formats = formatsOf(language)
  const usual = usualOf(draft)
  const first = usual.first === null ? '' : formats.amount({ ...total, minor: usual.first })
  const { currency } = total
  const counts = Array.from({ length: MOST_PARTS - 1 }, (_, at) => at + 2)
  const parts = typed(fields, 'parts', String(draft.length))
  const rhythm = typed(fields, 'rhythm', usual.rhythm)
  return html`${ticksPart({
      name: 'item',
      legend: plan.which(formats.money(total)),
      fields,
      ticks: items.map(({ openItemId: id, number, issuedOn, minor }) => ({
        id,
        text: invoice(number, formats.day(issuedOn), formats.money({ minor, currency })),
        isUsual: true,
      })),
    })}
    <p>
      <label for="parts">${plan.parts}</label>
      <select id="parts" name="parts">
        ${counts.map((count) => optionPart(String(count), formats.number(count), parts))}
      </select>
    </p>
    ${latestDay === null ? null : html`<p class="hint">${plan.partsAlone(formats.number(most))}</p>`}
    ${dayPart({
      id: 'first-on',
      label: plan.firstOn,
      value: typed(fields, 'first-on', draft[0]?.dueOn ?? ''),
      min: today,
    })}
    <p>
      <label for="rhythm">${plan.rhythm}</label>
      <select id="rhythm" name="rhythm">
        ${RHYTHMS.map((one) => optionPart(one, plan.rhythms[one], rhythm))}
      </select>
    </p>
    ${alonePart(language, latestDay)}
    ${textPart({
      id: 'first-amount',
      label: plan.firstAmount(total.currency),
      value: typed(fields, 'first-amount', first),
      hint: plan.firstHint,
      isAmount: true,
    })}`
}

/** How the parts of a draft follow each other, and its first payment where that is larger. */
function usualOf(draft: readonly Instalment[]) {
  const [first, second] = draft
  if (!first || !second) return { rhythm: 'month', first: null }
  const rhythm = RHYTHMS.find((one) => dayAfter(first.dueOn, one, 1) === second.dueOn) ?? 'month'
  const isLarger = first.minor > second.minor + draft.length
  return { rhythm, first: isLarger ? first.minor : null }
}

export function disputePart({ language, turn, fields }: Asking): Html {
  const { dispute, invoice } = tellWords(language)
  const { reasons } = questionWords(language)
  const formats = formatsOf(language)
  const { invoices } = turn.choices
  const [only, another] = invoices
  const chosen = typed(fields, 'invoice', another ? '' : (only?.id ?? ''))
  return html`<p>
      <label for="invoice">${dispute.invoice}</label>
      <select id="invoice" name="invoice">
        ${optionPart('', dispute.chooseInvoice, chosen)}
        ${invoices.map(({ id, number, issuedOn, open }) =>
          optionPart(id, invoice(number, formats.day(issuedOn), formats.money(open)), chosen),
        )}
      </select>
    </p>
    <p>
      <label for="reason">${dispute.reason}</label>
      <select id="reason" name="reason">
        ${optionPart('', dispute.chooseReason, fields.get('reason'))}
        ${Object.entries(reasons).map(([reason, text]) =>
          optionPart(reason, text, fields.get('reason')),
        )}
      </select>
    </p>
    ${textPart({
      id: 'disputed',
      label: dispute.amount,
      value: fields.get('disputed'),
      hint: dispute.amountHint,
      isAmount: true,
    })}`
}

export function paidPart({ language, turn, fields }: Asking): Html {
  const { paid } = tellWords(language)
  const { invoices, isMailable } = turn.choices
  const ticks = invoices.map((one) => ({ ...lineOf(language, one), isUsual: one.isLate }))
  const isAsked = !isBack(fields) || fields.get('asks') !== ''
  return html`${ticksPart({ name: 'paid', legend: paid.which, fields, ticks })}
  ${dayPart({ id: 'paid-on', label: paid.on, value: fields.get('paid-on'), max: turn.today })}
  ${textPart({ id: 'reference', label: paid.reference, value: fields.get('reference'), most: 140 })}
  ${
    isMailable
      ? tickPart({ id: 'asks', name: 'asks', value: 'yes', text: paid.asks, isTicked: isAsked })
      : null
  }`
}

export function documentsPart({ language, turn, fields }: Asking): Html {
  const { documents } = tellWords(language)
  const ticks = turn.choices.invoices.map((one) => {
    const { id, text } = lineOf(language, one)
    return {
      id,
      text: one.documents === 0 ? `${text} (${documents.without})` : text,
      isUsual: true,
    }
  })
  return ticksPart({ name: 'document', legend: documents.which, fields, ticks })
}

function lineOf(language: string, { id, number, issuedOn, open }: Invoice) {
  const formats = formatsOf(language)
  const { invoice } = tellWords(language)
  return { id, text: invoice(number, formats.day(issuedOn), formats.money(open)) }
}

export function personPart({ language, fields }: Asking): Html {
  const { person } = tellWords(language)
  return html`<p class="hint">${person.hint}</p>
    ${textPart({ id: 'name', label: person.name, value: fields.get('name'), most: 200 })}
    ${textPart({ id: 'email', label: person.email, value: fields.get('email'), most: 320, type: 'email' })}
    ${textPart({ id: 'phone', label: person.phone, value: fields.get('phone'), most: 50, type: 'tel' })}`
}

/** Whom they spoke to; nothing where the customer has nobody with a name. */
export function whomPart({ language, turn, fields }: Asking): Html {
  const { contacts } = turn.choices
  if (contacts.length === 0) return html``
  const words = tellWords(language)
  return html`<p>
    <label for="contact">${words.whom}</label>
    <select id="contact" name="contact">
      ${optionPart('', words.nobodyNamed, fields.get('contact'))}
      ${contacts.map(({ id, name }) => optionPart(id, name, fields.get('contact')))}
    </select>
  </p>`
}
