import {
  ballFacts,
  ballWords,
  LINK_OUTCOMES,
  logByLink,
  turnByLink,
  type ShownTurn,
} from '../../collecting/desk/index.ts'
import { isDay } from '../../kernel/day.ts'
import { exponentOf, type Money } from '../../kernel/money.ts'
import { formatsOf } from '../../talking/index.ts'
import { html, type Html } from '../html.ts'
import type { Act, Fields, Problem, Purpose, Shown, Showing } from '../purpose.ts'
import { LONGEST_NOTE, notePart, quotePart, rowsPart } from './parts.ts'

/** A seller who holds a customer tells what came of it; each answer is a button of its own. */
export const logOutcome: Purpose = {
  show: async (showing) => {
    const turn = await turnOf(showing)
    if (!turn.isHeld) return shownOf(showing, turn, standOf(showing, turn))
    return { ...shownOf(showing, turn, formOf(showing, turn)), isOpen: true }
  },
  done: async (showing) => {
    const turn = await turnOf(showing)
    return shownOf(showing, turn, doneOf(showing.link.language))
  },
  ended: async (showing) => {
    const turn = await turnOf(showing)
    return shownOf(showing, turn, standOf(showing, turn))
  },
  prepare: (fields) => prepared(fields),
}

function prepared(fields: Fields): Problem | Act {
  const kind = LINK_OUTCOMES.find((known) => known === fields.get('outcome'))
  const said = fields.get('note').trim()
  if (!kind) return { problem: 'chooseFirst' }
  if (said.length > LONGEST_NOTE) return { problem: 'tooLong' }
  const promise = kind === 'promised' ? promiseIn(fields) : null
  if (kind === 'promised' && !promise) {
    return { say: (language) => ballWords(language).tell.promiseMissing }
  }
  return (tx, world, link) => logByLink(tx, world, link, { kind, said, promise })
}

/** '1.234,50', '1,234.50' or '1234.5': the last sign before at most the currency's places is the point. */
function promiseIn(fields: Fields) {
  const promisedFor = fields.get('day')
  const amount = amountIn(fields.get('amount'), fields.get('currency'))
  return isDay(promisedFor) && amount ? { promisedFor, amount } : null
}

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

function turnOf({ tx, world, link }: Showing): Promise<ShownTurn> {
  return turnByLink(tx, world, link)
}

function shownOf({ link }: Showing, turn: ShownTurn, body: Html): Shown {
  const title = ballWords(link.language).tell.title(turn.customerName)
  return { title, from: turn.organisationName, body, isOpen: false }
}

function formOf({ link, fields }: Showing, turn: ShownTurn): Html {
  const words = ballWords(link.language)
  const { tell } = words
  const until = formatsOf(link.language).day(turn.returnsOn, 'weekday')
  return html`<h1>${tell.title(turn.customerName)}</h1>
    <p>${tell.asks(turn.askerName, turn.customerName, until)}</p>
    <div class="card">${rowsPart(ballFacts(link.language, turn))}</div>
    ${quotePart(words.says(turn.askerName), turn.question)}
    ${notePart({ label: tell.said, hint: words.noteHint, text: fields.get('note') })}
    ${promisePart(link.language, turn, fields)}
    <h2 id="choose">${tell.choose}</h2>
    <div role="group" aria-labelledby="choose">
      ${LINK_OUTCOMES.filter((kind) => kind !== 'promised' || turn.overdue.length > 0).map(
        (kind) =>
          html`<button name="outcome" value="${kind}">
            <b>${tell.outcomes[kind].name}</b><span>${tell.outcomes[kind].text}</span>
          </button>`,
      )}
    </div>
    <p class="hint">${tell.more}</p>`
}

/** What was promised, filled in with all that is overdue in the largest of its currencies. */
function promisePart(language: string, { overdue, today }: ShownTurn, fields: Fields): Html {
  const [most] = overdue
  if (!most) return html``
  const { tell } = ballWords(language)
  const typed = fields.get('amount')
  const amount = typed === '' ? formatsOf(language).amount(most) : typed
  return html`<fieldset class="card">
    <legend>${tell.promise}</legend>
    <p class="hint">${tell.promiseHint}</p>
    <input type="hidden" name="currency" value="${most.currency}" />
    <p>
      <label for="amount">${tell.amount(most.currency)}</label>
      <input id="amount" name="amount" type="text" inputmode="decimal" value="${amount}" />
    </p>
    <p>
      <label for="day">${tell.day}</label>
      <input id="day" name="day" type="date" min="${today}" value="${fields.get('day')}" />
    </p>
  </fieldset>`
}

function doneOf(language: string): Html {
  const { tell } = ballWords(language)
  return html`<div class="card good" role="status">
    <h1>${tell.done}</h1>
    <p>${tell.doneText}</p>
  </div>`
}

function standOf({ link }: Showing, turn: ShownTurn): Html {
  const { tell } = ballWords(link.language)
  if (!turn.isHeld && turn.outcome !== null) return doneOf(link.language)
  const sentence = turn.isHeld ? tell.refused : tell.goneBack(turn.customerName)
  return html`<h1>${tell.title(turn.customerName)}</h1>
    <div class="card" role="status"><p>${sentence}</p></div>`
}
