import { questionWords, tellWords, type TurnToTell } from '../../../collecting/desk/index.ts'
import { dayAfter, EVEN_RHYTHMS, type Instalment } from '../../../kernel/instalments.ts'
import { formatsOf } from '../../../talking/index.ts'
import { html, type Html } from '../../html.ts'
import type { Fields } from '../../purpose.ts'

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
  const { plan } = tellWords(language)
  const formats = formatsOf(language)
  const usual = usualOf(draft)
  const first = usual.first === null ? '' : formats.amount({ ...total, minor: usual.first })
  const numbers = [...new Set(items.map(({ number }) => number))]
  const counts = Array.from({ length: MOST_PARTS - 1 }, (_, at) => at + 2)
  const parts = typed(fields, 'parts', String(draft.length))
  const rhythm = typed(fields, 'rhythm', usual.rhythm)
  return html`<p>${plan.covers(formats.money(total), formats.list(numbers))}</p>
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

export function documentsPart({ language, turn, fields }: Asking): Html {
  const { documents, invoice } = tellWords(language)
  const formats = formatsOf(language)
  const ticked = isBack(fields) ? new Set(fields.all('document')) : null
  return html`<fieldset class="ticks">
    <legend>${documents.which}</legend>
    ${turn.choices.invoices.map((one) => {
      const text = invoice(one.number, formats.day(one.issuedOn), formats.money(one.open))
      return html`<div class="tick">
        <input
          id="document-${one.id}"
          name="document"
          type="checkbox"
          value="${one.id}"
          ${ticked === null || ticked.has(one.id) ? CHECKED : null}
        />
        <label for="document-${one.id}"
          >${text}${one.documents === 0 ? ` (${documents.without})` : ''}</label
        >
      </div>`
    })}
  </fieldset>`
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

/** Whether the form was sent before, and comes back. */
function isBack(fields: Fields): boolean {
  return fields.get('form') !== ''
}

function typed(fields: Fields, name: string, usual: string): string {
  return isBack(fields) ? fields.get(name) : usual
}

const SELECTED: Html = { markup: 'selected' }
const CHECKED: Html = { markup: 'checked' }

function optionPart(value: string, text: string, chosen: string): Html {
  return html`<option value="${value}" ${value === chosen ? SELECTED : null}>${text}</option>`
}

type Day = { readonly id: string; readonly label: string; readonly value: string; min: string }

function dayPart({ id, label, value, min }: Day): Html {
  return html`<p>
    <label for="${id}">${label}</label>
    <input id="${id}" name="${id}" type="date" min="${min}" value="${value}" />
  </p>`
}

type Text = {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly isAmount?: boolean
  readonly most?: number
  readonly type?: 'email' | 'tel'
}

function textPart({ id, label, value, hint, isAmount, most = 30, type }: Text): Html {
  const described: Html | null =
    hint === undefined ? null : { markup: `aria-describedby="${id}-hint"` }
  const mode: Html | null = isAmount ? { markup: 'inputmode="decimal"' } : null
  return html`<p>
      <label for="${id}">${label}</label>
      <input
        id="${id}"
        name="${id}"
        type="${type ?? 'text'}"
        maxlength="${most}"
        value="${value}"
        ${mode}
        ${described}
      />
    </p>
    ${hint === undefined ? null : html`<p class="hint" id="${id}-hint">${hint}</p>`}`
}
