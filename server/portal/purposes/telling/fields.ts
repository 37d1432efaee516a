import { html, type Html } from '../../html.ts'
import type { Fields } from '../../purpose.ts'

/** Whether the form was sent before, and comes back. */
export function isBack(fields: Fields): boolean {
  return fields.get('form') !== ''
}

export function typed(fields: Fields, name: string, usual: string): string {
  return isBack(fields) ? fields.get(name) : usual
}

const SELECTED: Html = { markup: 'selected' }
const CHECKED: Html = { markup: 'checked' }

export function optionPart(value: string, text: string, chosen: string): Html {
  return html`<option value="${value}" ${value === chosen ? SELECTED : null}>${text}</option>`
}

type Day = {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly min?: string
  readonly max?: string
}

export function dayPart({ id, label, value, min, max }: Day): Html {
  const least: Html | null = min === undefined ? null : { markup: `min="${min}"` }
  const most: Html | null = max === undefined ? null : { markup: `max="${max}"` }
  return html`<p>
    <label for="${id}">${label}</label>
    <input id="${id}" name="${id}" type="date" value="${value}" ${least} ${most} />
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

export function textPart({ id, label, value, hint, isAmount, most = 30, type }: Text): Html {
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

type Ticks = {
  readonly name: string
  readonly legend: string
  readonly fields: Fields
  readonly ticks: readonly {
    readonly id: string
    readonly text: string
    /** Ticked at first. */
    readonly isUsual: boolean
  }[]
}

export function ticksPart({ name, legend, fields, ticks }: Ticks): Html {
  if (ticks.length === 0) return html``
  const ticked = isBack(fields) ? new Set(fields.all(name)) : null
  return html`<fieldset class="ticks">
    <legend>${legend}</legend>
    ${ticks.map(({ id, text, isUsual }) => {
      const isTicked = ticked === null ? isUsual : ticked.has(id)
      return tickPart({ id: `${name}-${id}`, name, value: id, text, isTicked })
    })}
  </fieldset>`
}

type Tick = {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly text: string
  readonly isTicked: boolean
}

export function tickPart({ id, name, value, text, isTicked }: Tick): Html {
  return html`<div class="tick">
    <input
      id="${id}"
      name="${name}"
      type="checkbox"
      value="${value}"
      ${isTicked ? CHECKED : null}
    />
    <label for="${id}">${text}</label>
  </div>`
}
