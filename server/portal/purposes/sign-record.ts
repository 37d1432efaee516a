import {
  recordByLink,
  recordWords,
  refuseByLink,
  signByLink,
  type RecordToSign,
} from '../../collecting/desk/index.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { documentHtml } from '../document-html.ts'
import { html, type Html } from '../html.ts'
import { PAD } from '../pad.ts'
import type { Act, Fields, Problem, Purpose, Shown, Showing } from '../purpose.ts'

const LONGEST_NAME = 120
const LONGEST_REASON = 1000
const LONGEST_STROKES = 120_000

/** A customer reads what was agreed and signs it, or says what is wrong with it. */
export const signRecord: Purpose = {
  show: async (showing) => {
    const record = await recordOf(showing)
    if (record.state !== 'waiting') return standOf(showing, record)
    return {
      ...headOf(record),
      body: formOf(showing, record),
      isOpen: true,
      acts: actsOf(showing),
      script: PAD,
    }
  },
  done: async (showing) => standOf(showing, await recordOf(showing)),
  ended: async (showing) => {
    const record = await recordOf(showing)
    // A link that gave way to a newer one of a record that still waits: the portal's own words.
    if (record.state === 'waiting') throw endOf(showing)
    return standOf(showing, record)
  },
  prepare: (fields) => (isRefusal(fields) ? refusing(fields) : signing(fields)),
  // Whoever is asked to sign what they did not say must be able to say so, however bad their mailbox
  // is. It binds nobody: the record ends, what was owed stays owed, and we may ask again.
  asksNoCode: isRefusal,
}

function isRefusal(fields: Fields): boolean {
  return fields.get('do') === 'refuse'
}

function endOf({ world, link }: Showing): Refusal {
  const code = world.clock() >= link.expiresAt ? 'link_expired' : 'link_revoked'
  return new Refusal('gone', code, { language: link.language })
}

function recordOf({ tx, world, link }: Showing): Promise<RecordToSign> {
  return recordByLink(tx, world, link)
}

type Missing = keyof ReturnType<typeof recordWords>['page']['missing']

function missing(what: Missing): Problem {
  return { say: (language) => recordWords(language).page.missing[what] }
}

function signing(fields: Fields): Problem | Act {
  if (fields.get('do') !== 'sign') return { problem: 'chooseFirst' }
  const name = fields.get('name').trim()
  const role = fields.get('role').trim()
  const typed = fields.get('typed').trim()
  const strokes = strokesIn(fields.get('strokes'))
  if (name === '') return missing('name')
  if ([name, role, typed].some((text) => text.length > LONGEST_NAME)) return { problem: 'tooLong' }
  if (typed === '' && strokes.length === 0) return missing('signature')
  if (fields.get('consent') !== 'yes') return missing('consent')
  return (tx, world, link, origin) =>
    signByLink(tx, world, link, { name, role, typed, strokes, origin })
}

/** What the script wrote; anything else is no drawing, and then the typed name counts. */
function strokesIn(text: string): unknown[] {
  if (text === '' || text.length > LONGEST_STROKES) return []
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}

function refusing(fields: Fields): Problem | Act {
  const why = fields.get('why').trim()
  if (why === '') return missing('reason')
  if (why.length > LONGEST_REASON) return { problem: 'tooLong' }
  return (tx, world, link, origin) => refuseByLink(tx, world, link, { why, origin })
}

function headOf({ document, organisationName }: RecordToSign) {
  return { title: document.title, from: organisationName }
}

function formOf({ link, fields }: Showing, record: RecordToSign): Html {
  const { page } = recordWords(link.language)
  const { document, signer, organisationName, isTest } = record
  const typedBefore = fields.get('name') || signer.name
  return html`<p>${page.asks(organisationName)}</p>
    ${isTest ? html`<p class="warn">${page.isTest}</p>` : null} ${documentHtml(document)}
    <h2>${page.sign}</h2>
    <p>
      <label for="name">${page.name}</label>
      <input id="name" name="name" type="text" maxlength="120" value="${typedBefore}" />
    </p>
    <p>
      <label for="role">${page.role}</label>
      <input
        id="role"
        name="role"
        type="text"
        maxlength="120"
        value="${fields.get('role') || signer.role}"
        aria-describedby="role-hint"
      />
      <span class="hint" id="role-hint">${page.roleHint}</span>
    </p>
    <p>
      <label for="typed">${page.typed}</label>
      <input
        id="typed"
        name="typed"
        type="text"
        maxlength="120"
        value="${fields.get('typed')}"
        aria-describedby="typed-hint"
      />
      <span class="hint" id="typed-hint">${page.typedHint}</span>
    </p>
    ${padOf(page, fields)}
    <div class="tick">
      <input
        id="consent"
        name="consent"
        type="checkbox"
        value="yes"
        ${fields.get('consent') === 'yes' ? html`checked` : null}
      />
      <label for="consent">${document.consent}</label>
    </div>`
}

function padOf(page: ReturnType<typeof recordWords>['page'], fields: Fields): Html {
  return html`<div id="pad" hidden>
    <p id="pad-label">
      <b>${page.draw}</b><br />
      <span class="hint">${page.drawHint}</span>
    </p>
    <canvas id="canvas" role="img" aria-labelledby="pad-label"></canvas>
    <button class="small" id="clear" type="button">${page.clear}</button>
    <input id="strokes" name="strokes" type="hidden" value="${fields.get('strokes')}" />
  </div>`
}

function actsOf({ link, fields }: Showing): Html {
  const { page } = recordWords(link.language)
  return html`<p><button class="first" name="do" value="sign">${page.doSign}</button></p>
    <h2><label for="why">${page.wrong}</label></h2>
    <p class="hint" id="why-hint">${page.wrongHint}</p>
    <p>
      <textarea id="why" name="why" maxlength="1000" aria-describedby="why-hint">
${fields.get('why')}</textarea>
    </p>
    <button name="do" value="refuse">${page.doRefuse}</button>`
}

type Page = ReturnType<typeof recordWords>['page']

function standingIn(
  { signed, signedText, refused, refusedText, ended, endedTexts }: Page,
  { state, organisationName, writtenBy, overtakenBy }: RecordToSign,
): readonly [title: string, text: string] {
  if (state === 'signed') return [signed, signedText(organisationName)]
  if (state === 'refused') return [refused, refusedText(organisationName)]
  const end = state === 'withdrawn' || state === 'superseded' ? state : (overtakenBy ?? 'changed')
  return [ended, endedTexts[end](organisationName, writtenBy)]
}

/** How a record stands that no longer waits: signed, refused, or ended by us. */
function standOf({ link }: Showing, record: RecordToSign): Shown {
  const { state } = record
  const [title, text] = standingIn(recordWords(link.language).page, record)
  return {
    ...headOf(record),
    // Green is for what is signed; a no is noted as calmly as anything else.
    body: html`<div class="${state === 'signed' ? 'card good' : 'card'}" role="status">
      <h1>${title}</h1>
      <p>${text}</p>
    </div>`,
    isOpen: false,
  }
}
