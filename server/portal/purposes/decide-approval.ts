import {
  approvalByLink,
  approvalFacts,
  approvalWords,
  decideByLink,
  type ShownApproval,
} from '../../collecting/desk/index.ts'
import { formatsOf } from '../../talking/index.ts'
import { html, type Html } from '../html.ts'
import type { Purpose, Shown, Showing } from '../purpose.ts'
import { LONGEST_NOTE, notePart, quotePart, rowsPart } from './parts.ts'

const ANSWERS = ['approved', 'refused'] as const

/** Whoever may decide a request decides it from their mail: each answer is a button of its own. */
export const decideApproval: Purpose = {
  show: async (showing) => {
    const shown = await approvalOf(showing)
    const isOpen = shown.refusal === null
    return shownOf(showing, shown, isOpen ? formOf(showing, shown) : standOf(showing, shown))
  },
  done: async (showing) => {
    const shown = await approvalOf(showing)
    return shownOf(showing, shown, doneOf(showing, shown))
  },
  ended: async (showing) => {
    const shown = await approvalOf(showing)
    return { ...shownOf(showing, shown, standOf(showing, shown)), isOpen: false }
  },
  prepare: (fields) => {
    const decision = ANSWERS.find((known) => known === fields.get('decision'))
    const note = fields.get('note').trim()
    if (!decision) return { problem: 'chooseFirst' }
    if (note.length > LONGEST_NOTE) return { problem: 'tooLong' }
    return (tx, world, link) => decideByLink(tx, world, link, { decision, note })
  },
}

function approvalOf({ tx, world, link }: Showing): Promise<ShownApproval> {
  return approvalByLink(tx, world, link)
}

function shownOf({ link }: Showing, shown: ShownApproval, body: Html): Shown {
  return {
    title: approvalWords(link.language).title(shown.customerName),
    from: shown.organisationName,
    body,
    isOpen: shown.refusal === null,
  }
}

function formOf({ link, fields }: Showing, shown: ShownApproval): Html {
  const words = approvalWords(link.language)
  const formats = formatsOf(link.language)
  const asks = words.asks[shown.kind]
  return html`<h1>${words.title(shown.customerName)}</h1>
    <p>
      ${asks(shown.askerName, formats.money(shown.amount), formats.day(shown.until, 'weekday'))}
    </p>
    <div class="card">${factsOf(link.language, shown)}</div>
    ${quotePart(words.says(shown.askerName), shown.note)}
    ${notePart({ label: words.note, hint: words.noteHint, text: fields.get('note') })}
    <h2 id="choose">${words.choose}</h2>
    <div role="group" aria-labelledby="choose">
      ${ANSWERS.map((answer) => {
        const { name, text } = words.answers[answer]
        return html`<button name="decision" value="${answer}">
          <b>${name}</b><span>${text(shown.askerName)}</span>
        </button>`
      })}
    </div>`
}

function factsOf(language: string, shown: ShownApproval): Html {
  return rowsPart(approvalFacts(language, shown))
}

function doneOf(showing: Showing, shown: ShownApproval): Html {
  const words = approvalWords(showing.link.language)
  const { state, askerName } = shown
  // Another form of the same link, after whose use the request went on: how it stands is what counts.
  if (state !== 'approved' && state !== 'refused') return standOf(showing, shown)
  return html`<div class="card good" role="status">
    <h1>${words.done[state]}</h1>
    <p>${words.doneText(askerName)}</p>
  </div>`
}

/** How a request stands that the reader can no longer decide: who did, or why it ended. */
function standOf({ link }: Showing, shown: ShownApproval): Html {
  const words = approvalWords(link.language)
  return html`<h1>${words.title(shown.customerName)}</h1>
    <div class="card" role="status">
      <p>${sentenceOf(link.language, shown)}</p>
      ${shown.decisionNote === '' ? null : html`<blockquote>${shown.decisionNote}</blockquote>`}
    </div>
    <div class="card">${factsOf(link.language, shown)}</div>`
}

function sentenceOf(language: string, shown: ShownApproval): string {
  const words = approvalWords(language)
  const { state, decider, decidedAt, timeZone, askerName, refusal } = shown
  if ((state === 'approved' || state === 'refused') && decider && decidedAt !== null) {
    const when = formatsOf(language).moment(decidedAt, timeZone)
    return decider.isReader
      ? words.decidedByYou[state](when)
      : words.decided[state](decider.name, when)
  }
  if (state === 'withdrawn') return words.withdrawn(askerName)
  if (state === 'expired' || refusal === 'request_expired') return words.expired
  return refusal === null ? words.changed(askerName) : words.notYours
}
