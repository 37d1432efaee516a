import {
  ballFacts,
  ballWords,
  declineByLink,
  offerByLink,
  takeByLink,
  type ShownOffer,
} from '../../collecting/desk/index.ts'
import { formatsOf } from '../../talking/index.ts'
import { html, type Html } from '../html.ts'
import type { Purpose, Shown, Showing } from '../purpose.ts'
import { LONGEST_NOTE, notePart, quotePart, rowsPart } from './parts.ts'

/** A seller takes a customer over from finance, with the same limits as in the application. */
export const takeBall: Purpose = {
  show: async (showing) => {
    const offer = await offerOf(showing)
    if (offer.refusal !== null || offer.isDeclined)
      return shownOf(showing, offer, standOf(showing, offer))
    return { ...shownOf(showing, offer, formOf(showing, offer)), isOpen: true }
  },
  done: async (showing) => {
    const offer = await offerOf(showing)
    return shownOf(
      showing,
      offer,
      offer.isTheirs ? doneOf(showing, offer) : standOf(showing, offer),
    )
  },
  ended: async (showing) => {
    const offer = await offerOf(showing)
    return shownOf(showing, offer, standOf(showing, offer))
  },
  prepare: (fields) => {
    const note = fields.get('note').trim()
    const takes = fields.get('take') === 'yes'
    if (!takes && fields.get('decline') !== 'yes') return { problem: 'chooseFirst' }
    if (note.length > LONGEST_NOTE) return { problem: 'tooLong' }
    const answer = takes ? takeByLink : declineByLink
    return (tx, world, link) => answer(tx, world, link, note)
  },
}

function offerOf({ tx, world, link }: Showing): Promise<ShownOffer> {
  return offerByLink(tx, world, link)
}

function shownOf({ link }: Showing, offer: ShownOffer, body: Html): Shown {
  const title = ballWords(link.language).take.title(offer.customerName)
  return { title, from: offer.organisationName, body, isOpen: false }
}

function formOf({ link, fields }: Showing, offer: ShownOffer): Html {
  const words = ballWords(link.language)
  const until = formatsOf(link.language).day(offer.returnsOn, 'weekday')
  return html`<h1>${words.take.title(offer.customerName)}</h1>
    <p>${words.take.asks(offer.askerName, until)}</p>
    <div class="card">${rowsPart(ballFacts(link.language, offer))}</div>
    ${quotePart(words.says(offer.askerName), offer.note)}
    ${notePart({ label: words.take.note, hint: words.noteHint, text: fields.get('note') })}
    <button name="take" value="yes">
      <b>${words.take.do}</b><span>${words.take.doText(until)}</span>
    </button>
    <button name="decline" value="yes">
      <b>${words.take.decline}</b><span>${words.take.declineText}</span>
    </button>`
}

function doneOf({ link }: Showing, { customerName, returnsOn }: ShownOffer): Html {
  const { take } = ballWords(link.language)
  const until = formatsOf(link.language).day(returnsOn, 'weekday')
  return html`<div class="card good" role="status">
    <h1>${take.done}</h1>
    <p>${take.doneText(customerName, until)}</p>
  </div>`
}

function standOf({ link }: Showing, offer: ShownOffer): Html {
  const { take } = ballWords(link.language)
  const until = formatsOf(link.language).day(offer.returnsOn, 'weekday')
  const sentence = offer.isTheirs
    ? take.theirs(offer.customerName, until)
    : offer.isDeclined
      ? take.declined
      : offer.refusal === null
        ? take.otherwise
        : take.refusals[offer.refusal]
  return html`<h1>${take.title(offer.customerName)}</h1>
    <div class="card" role="status"><p>${sentence}</p></div>`
}
