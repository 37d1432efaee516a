import {
  ballFacts,
  ballWords,
  logByLink,
  OUTCOME_KINDS,
  tellWords,
  turnByLink,
  type ToldRefusal,
  type TurnToTell,
} from '../../../collecting/desk/index.ts'
import { isId } from '../../../kernel/ids.ts'
import { formatsOf } from '../../../talking/index.ts'
import { html, type Html } from '../../html.ts'
import type { Act, Fields, Problem, Purpose, Shown, Showing } from '../../purpose.ts'
import { LONGEST_NOTE, notePart, quotePart, rowsPart } from '../parts.ts'
import {
  disputePart,
  documentsPart,
  paidPart,
  personPart,
  planPart,
  promisePart,
  whomPart,
  type Asking,
} from './questions.ts'
import { noteOf, resultIn } from './reading.ts'

type Kind = (typeof OUTCOME_KINDS)[number]

/** A seller who holds a customer tells what came of it, in the ten ways of the application. */
export const logOutcome: Purpose = {
  show: async (showing) => {
    const turn = await turnOf(showing)
    if (!turn.isHeld) return shownOf(showing, turn, standOf(showing, turn))
    const kind = showing.fields.get('outcome')
    const saysNotice = isAsking(kind) && isPossible(kind, turn)
    return { ...shownOf(showing, turn, formOf(showing, turn)), isOpen: true, saysNotice }
  },
  done: async (showing) => {
    const turn = await turnOf(showing)
    return shownOf(showing, turn, doneOf(showing.link.language, turn))
  },
  ended: async (showing) => {
    const turn = await turnOf(showing)
    return shownOf(showing, turn, standOf(showing, turn))
  },
  prepare: (fields) => prepared(fields),
  refused: (code, language) => {
    const { refusals } = tellWords(language)
    return isToldRefusal(code, refusals) ? refusals[code] : null
  },
}

function isToldRefusal(code: string, refusals: object): code is ToldRefusal {
  return Object.hasOwn(refusals, code)
}

function prepared(fields: Fields): Problem | Act {
  const kind = OUTCOME_KINDS.find((known) => known === fields.get('outcome'))
  const said = noteOf(fields)
  if (!kind) return { problem: 'chooseFirst' }
  if (said.length > LONGEST_NOTE) return { problem: 'tooLong' }
  const resultOf = resultIn(fields, kind)
  if (typeof resultOf !== 'function') return resultOf
  const contactId = isId(fields.get('contact')) ? fields.get('contact') : null
  return (tx, world, link) => logByLink(tx, world, link, { said, contactId, resultOf })
}

function turnOf({ tx, world, link }: Showing): Promise<TurnToTell> {
  return turnByLink(tx, world, link)
}

function shownOf({ link }: Showing, turn: TurnToTell, body: Html): Shown {
  const title = ballWords(link.language).tell.title(turn.customerName)
  return { title, from: turn.organisationName, body, isOpen: false }
}

function formOf({ link, fields, notice }: Showing, turn: TurnToTell): Html {
  const { language } = link
  const { tell, says, noteHint } = ballWords(language)
  const words = tellWords(language)
  const until = formatsOf(language).day(turn.returnsOn, 'weekday')
  const asking = { language, turn, fields, notice }
  return html`<button class="unseen" name="outcome" value="" tabindex="-1" aria-hidden="true">
      ${words.choose}
    </button>
    <h1>${tell.title(turn.customerName)}</h1>
    <p>${tell.asks(turn.askerName, turn.customerName, until)}</p>
    <div class="card">${rowsPart(ballFacts(language, turn))}</div>
    ${quotePart(says(turn.askerName), turn.question)}
    ${notePart({ label: words.said, hint: noteHint, text: fields.get('note') })} ${whomPart(asking)}
    <h2 id="choose">${words.choose}</h2>
    <div role="group" aria-labelledby="choose">
      ${OUTCOME_KINDS.filter((kind) => isPossible(kind, turn)).map((kind) =>
        isAsking(kind) ? detailsPart(asking, kind) : buttonPart(language, kind),
      )}
    </div>`
}

/** What asks more than one tap; Enter in one of its fields writes nothing down. */
const PARTS = {
  promised: promisePart,
  wants_plan: planPart,
  dispute: disputePart,
  already_paid: paidPart,
  needs_documents: documentsPart,
  wrong_person: personPart,
}

/** Where nothing is owed nothing can be promised, disputed or sent. */
function isPossible(kind: Kind, { overdue, choices }: TurnToTell): boolean {
  if (kind === 'promised') return overdue.length > 0
  if (kind === 'wants_plan') return choices.plan !== null
  return choices.invoices.length > 0 || (kind !== 'dispute' && kind !== 'needs_documents')
}

function buttonPart(language: string, kind: Kind): Html {
  const { name, text } = tellWords(language).outcomes[kind]
  return html`<button name="outcome" value="${kind}"><b>${name}</b><span>${text}</span></button>`
}

function detailsPart(
  asking: Asking & { readonly notice: string | undefined },
  kind: keyof typeof PARTS,
): Html {
  const words = tellWords(asking.language)
  const { name, text } = words.outcomes[kind]
  const isBack = asking.fields.get('outcome') === kind
  const open: Html | null = isBack ? { markup: 'open' } : null
  return html`<details name="path" ${open}>
    <summary><b>${name}</b><span>${text}</span></summary>
    <div class="path">
      ${isBack && asking.notice !== undefined ? noticePart(asking.notice) : null}
      ${PARTS[kind](asking)}
      <button class="first" name="outcome" value="${kind}">${words.note[kind]}</button>
    </div>
  </details>`
}

/** In view where it belongs, however long the page. */
function noticePart(notice: string): Html {
  return html`<div class="problem" role="alert"><p tabindex="-1" autofocus>${notice}</p></div>`
}

function isAsking(kind: string): kind is keyof typeof PARTS {
  return Object.hasOwn(PARTS, kind)
}

function doneOf(language: string, turn: TurnToTell): Html {
  const words = tellWords(language)
  return html`<div class="card good" role="status">
    <h1>${words.done}</h1>
    ${followedOf(language, turn).map((sentence) => html`<p>${sentence}</p>`)}
    <p>${words.doneText}</p>
  </div>`
}

/** What followed from it, a sentence each. */
function followedOf(language: string, { told }: TurnToTell): string[] {
  if (!told) return []
  const { followed } = tellWords(language)
  const formats = formatsOf(language)
  const isPaid = told.kind === 'already_paid'
  const has = (kind: string) => told.opened.some((one) => one.kind === kind)
  return [
    has('approval') ? followed.asked : '',
    has('dispute') ? followed.disputed : '',
    told.mail?.state === 'on_its_way' ? followed[isPaid ? 'asksDetails' : 'mailed'] : '',
    told.mail?.state === 'by_hand' ? followed.byHand : '',
    told.withoutDocument.length > 0 ? followed.without(formats.list(told.withoutDocument)) : '',
    told.retryOn === null ? '' : followed.retry(formats.day(told.retryOn, 'weekday')),
  ].filter((sentence) => sentence !== '')
}

function standOf({ link: { language } }: Showing, turn: TurnToTell): Html {
  const words = tellWords(language)
  if (!turn.isHeld && turn.told) return doneOf(language, turn)
  const sentence = turn.isHeld ? words.refused : words.goneBack(turn.customerName)
  return html`<h1>${ballWords(language).tell.title(turn.customerName)}</h1>
    <div class="card" role="status"><p>${sentence}</p></div>`
}
