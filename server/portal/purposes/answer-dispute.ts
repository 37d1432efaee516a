import {
  answerByLink,
  askedByLink,
  passOnByLink,
  questionWords,
  type AskedQuestion,
} from '../../collecting/desk/index.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { mediaTypeOf } from '../../ledger/index.ts'
import { formatsOf } from '../../talking/index.ts'
import { html, type Html } from '../html.ts'
import type { Act, Fields, FormFile, Purpose, Shown, Showing } from '../purpose.ts'

const ANSWERS = [
  'credit_note',
  'corrected_invoice',
  'delivery_proved',
  'rejected',
  'need_time',
] as const
type Answer = (typeof ANSWERS)[number]

const LONGEST_NOTE = 2000

/** A department answers a question about a dispute: each answer is a button of its own. */
export const answerDispute: Purpose = {
  show: async (showing) => {
    const asked = await askedOf(showing)
    return shownOf(showing, asked, pageOf(showing, asked))
  },
  done: async (showing) => {
    const asked = await askedOf(showing)
    return shownOf(showing, asked, doneOf(showing, asked))
  },
  prepare: (fields) => {
    const note = fields.get('note').trim()
    if (note.length > LONGEST_NOTE) return { problem: 'tooLong' }
    if (fields.get('answer') === 'not_us') return passingOn(fields.get('department'), note)
    const answer = ANSWERS.find((known) => known === fields.get('answer'))
    if (!answer) return { problem: 'chooseFirst' }
    const { file = null } = fields
    if (!file) return (tx, world, link) => answerByLink(tx, world, link, { answer, note, file })
    if (file.bytes === null) return { problem: 'fileTooLarge' }
    const mediaType = mediaTypeOf(file.name, file.bytes)
    if (!mediaType || !TAKEN.has(mediaType)) return { problem: 'fileNotAllowed' }
    return answeringWith({ ...file, bytes: file.bytes, mediaType }, { answer, note })
  },
}

/** By its first bytes, whatever its name says: nothing that a program would run or a browser show. */
const TAKEN: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg'])

function passingOn(wanted: string, note: string): { problem: 'chooseFirst' } | Act {
  return async (tx, world, link) => {
    const { others } = await askedByLink(tx, world, link)
    const department = others.find((known) => known === wanted)
    if (!department) throw new Refusal('invalid', 'no_such_department')
    await passOnByLink(tx, world, link, { department, note })
  }
}

type Taken = FormFile & { readonly bytes: Buffer; readonly mediaType: string }

function answeringWith(
  { bytes, mediaType, name }: Taken,
  given: { readonly answer: Answer; readonly note: string },
): Act {
  return async (tx, world, link) => {
    const kept = await world.files.put(link.organisationId, bytes)
    await answerByLink(tx, world, link, { ...given, file: { ...kept, mediaType, name } })
  }
}

function askedOf({ tx, world, link }: Showing): Promise<AskedQuestion> {
  return askedByLink(tx, world, link)
}

function shownOf({ link }: Showing, asked: AskedQuestion, body: Html): Shown {
  const words = questionWords(link.language)
  return {
    title: words.page.title(asked.customerName, asked.number),
    from: asked.organisationName,
    body,
    isOpen: asked.state === 'asked' && asked.isDisputeOpen,
    takesFile: true,
  }
}

function pageOf({ link, fields }: Showing, asked: AskedQuestion): Html {
  const words = questionWords(link.language)
  if (asked.state === 'answered') return answeredCard(link.language, asked)
  if (!asked.isDisputeOpen) return html`<div class="card"><p>${words.page.settled}</p></div>`
  return html`<h1>${words.page.title(asked.customerName, asked.number)}</h1>
    <div class="card">
      <p>${words.page.asks(asked.askerName)}:</p>
      <blockquote>${asked.question}</blockquote>
    </div>
    <div class="card">${factsOf(link.language, asked)}</div>
    <h2 id="choose">${words.page.choose}</h2>
    <label for="note">${words.page.note}</label>
    <p class="hint" id="note-hint">${words.page.noteHint}</p>
    <p>
      <textarea id="note" name="note" maxlength="${LONGEST_NOTE}" aria-describedby="note-hint">
${noteOf(fields)}</textarea>
    </p>
    <label for="file">${words.page.file}</label>
    <p class="hint" id="file-hint">${words.page.fileHint}</p>
    <p>
      <input
        id="file"
        name="file"
        type="file"
        accept="application/pdf,image/png,image/jpeg"
        aria-describedby="file-hint"
      />
    </p>
    <div role="group" aria-labelledby="choose">
      ${ANSWERS.map((answer) => answerButton(link.language, answer))}
    </div>
    ${asked.others.length === 0 ? null : passOnPart(link.language, asked)}`
}

function passOnPart(language: string, { others }: AskedQuestion): Html {
  const { page, departments } = questionWords(language)
  return html`<h2>${page.notUs}</h2>
    <p class="hint">${page.notUsHint}</p>
    <label for="department">${page.department}</label>
    <p>
      <select id="department" name="department">
        ${others.map((name) => html`<option value="${name}">${departments[name]}</option>`)}
      </select>
    </p>
    <button name="answer" value="not_us">${page.passOn}</button>`
}

function noteOf(fields: Fields): string {
  return fields.get('note')
}

function answerButton(language: string, answer: Answer): Html {
  const { name, text } = questionWords(language).answers[answer]
  return html`<button name="answer" value="${answer}"><b>${name}</b><span>${text}</span></button>`
}

function factsOf(language: string, asked: AskedQuestion): Html {
  const { facts, reasons } = questionWords(language)
  const formats = formatsOf(language)
  return html`<dl>
    <dt>${facts.invoice}</dt>
    <dd>${asked.number} · ${formats.day(asked.issuedOn)}</dd>
    <dt>${facts.reason}</dt>
    <dd>${reasons[asked.reason]}</dd>
    <dt>${facts.amount}</dt>
    <dd>${formats.money(asked.amount)}</dd>
    ${
      asked.disputeNote === ''
        ? null
        : html`<dt>${facts.saysCustomer}</dt>
            <dd>${asked.disputeNote}</dd>`
    }
    <dt>${facts.answerBy}</dt>
    <dd>${formats.day(asked.answerBy, 'weekday')}</dd>
  </dl>`
}

function doneOf({ link }: Showing, asked: AskedQuestion): Html {
  const words = questionWords(link.language)
  if (asked.passedOnTo) {
    const department = words.departments[asked.passedOnTo]
    return html`<div class="card good" role="status">
      <h1>${words.page.passedOn}</h1>
      <p>${words.page.passedOnText(department)}</p>
    </div>`
  }
  if (asked.state === 'answered') {
    return html`<div class="card good" role="status">
        <h1>${words.page.done}</h1>
        <p>${words.page.doneText(asked.askerName)}</p>
      </div>
      ${answeredCard(link.language, asked)}`
  }
  const day = formatsOf(link.language).day(asked.answerBy, 'weekday')
  return html`<div class="card good" role="status">
    <h1>${words.page.later}</h1>
    <p>${words.page.laterText(day)}</p>
  </div>`
}

function answeredCard(language: string, asked: AskedQuestion): Html {
  const words = questionWords(language)
  if (!asked.answer) return html``
  return html`<div class="card">
    <p>${words.page.answered}: <strong>${words.answers[asked.answer].name}</strong></p>
  </div>`
}
