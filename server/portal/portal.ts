import { actByLink, findLink, makeCode, openLink, type Link } from '../access/index.ts'
import { inOrganisation } from '../database/tenancy.ts'
import { isId, newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import { sendCode } from './code-mail.ts'
import { html, type Html } from './html.ts'
import { problemBody } from './page.ts'
import type { Act, Fields, Purpose, Shown } from './purpose.ts'
import { purposeOf } from './purposes/purposes.ts'
import { portalWords, type Language } from './words/words.ts'

export type Bearer = { readonly token: string; readonly address: string; readonly agent: string }

export type Answer = {
  readonly status: number
  readonly language: string
  readonly title: string
  readonly from: string
  readonly body: Html
  readonly script?: string
  readonly footer?: string
}

const NOTHING: Fields = { get: () => '', all: () => [] }

/** What a link shows. Looking has no effect, however often and whoever's scanner looks. */
export async function showLink(world: World, bearer: Bearer, asked: Language): Promise<Answer> {
  try {
    const link = await openLink(world, bearer)
    return await formPage(world, link, { status: 200, fields: NOTHING })
  } catch (error) {
    return endedPage(world, bearer, { error, asked })
  }
}

/** Does what the form says, once: only a choice that was made on the page acts. */
export async function actOnLink(
  world: World,
  bearer: Bearer,
  fields: Fields,
  asked: Language,
): Promise<Answer> {
  try {
    if (fields.get('do') === 'code') return await codeSent(world, bearer, fields)
    const link = await openLink(world, bearer).catch((error: unknown) => usedBefore(error))
    const purpose = link ? purposeFor(link) : null
    const act = purpose?.prepare(fields) ?? null
    if (link && act && typeof act !== 'function') {
      const { language } = link
      const notice = 'say' in act ? act.say(language) : portalWords(language)[act.problem]
      return await formPage(world, link, { status: 422, fields, notice })
    }
    const asksNoCode = purpose?.asksNoCode?.(fields) ?? false
    const doing = typeof act === 'function' ? act : null
    return await acted(world, bearer, { fields, act: doing, asksNoCode })
  } catch (error) {
    const again = await askedAgain(world, bearer, { error, fields })
    return again ?? endedPage(world, bearer, { error, asked })
  }
}

/** The form as it was sent with what hinders it, where something else may be answered instead. */
async function askedAgain(
  world: World,
  bearer: Bearer,
  { error, fields }: { readonly error: unknown; readonly fields: Fields },
): Promise<Answer | null> {
  if (!(error instanceof Refusal) || !MENDABLE.has(error.kind)) return null
  try {
    const link = await openLink(world, bearer)
    const notice = purposeFor(link).refused?.(error.code, link.language)
    if (!notice) return null
    return await formPage(world, link, { status: STATUS[error.kind], fields, notice })
  } catch (cause) {
    // Used up, ended or not theirs meanwhile: how it stands is said there.
    if (cause instanceof Refusal) return null
    throw cause
  }
}

const MENDABLE: ReadonlySet<Refusal['kind']> = new Set(['conflict', 'invalid'])

const ENDS: ReadonlySet<Refusal['kind']> = new Set(['gone', 'conflict', 'forbidden'])

/** How a matter stands of which nothing more can be done by this link, as far as its reader may know. */
async function endedPage(
  world: World,
  bearer: Bearer,
  { error, asked }: { readonly error: unknown; readonly asked: Language },
): Promise<Answer> {
  const answer = problemPage(error, asked)
  if (!(error instanceof Refusal) || !ENDS.has(error.kind)) return answer
  try {
    const link = await findLink(world, bearer)
    const { ended } = purposeFor(link)
    if (!ended || error.code === 'link_closed') return answer
    const shown = await inOrganisation(world.db, link.organisationId, (tx) =>
      ended({ tx, world, link, fields: NOTHING }),
    )
    return { status: answer.status, language: link.language, ...shown }
  } catch (cause) {
    return problemPage(cause, asked)
  }
}

const AFTER_USE: ReadonlySet<string> = new Set(['link_used', 'link_revoked'])

/** A link that is used up, or ended with what it was for, may still be asked by the form that used it. */
function usedBefore(error: unknown): null {
  if (error instanceof Refusal && AFTER_USE.has(error.code)) return null
  throw error
}

type Acting = {
  readonly fields: Fields
  readonly act: Act | null
  readonly asksNoCode: boolean
}

async function acted(
  world: World,
  bearer: Bearer,
  { fields, act, asksNoCode }: Acting,
): Promise<Answer> {
  const form = isId(fields.get('form')) ? fields.get('form') : newId()
  const outcome = await actByLink(
    world,
    { ...bearer, form, code: fields.get('code'), asksNoCode },
    (tx, link) =>
      act ? act(tx, world, link, bearer) : Promise.reject(new Refusal('gone', 'link_used')),
  )
  const { link } = outcome
  const { code } = portalWords(link.language)
  switch (outcome.kind) {
    case 'done':
    case 'repeated':
      return donePage(world, link)
    case 'code_missing':
      return formPage(world, link, { status: 422, fields, notice: code.missing })
    case 'code_expired':
      return formPage(world, link, { status: 422, fields, notice: code.expired })
    case 'code_wrong': {
      if (outcome.attemptsLeft === 0) throw closed(link)
      const notice = code.wrong(outcome.attemptsLeft)
      return formPage(world, link, { status: 422, fields, notice })
    }
  }
}

function closed({ language }: Link): Refusal {
  return new Refusal('gone', 'link_closed', { language })
}

async function codeSent(world: World, bearer: Bearer, fields: Fields): Promise<Answer> {
  const { link, code } = await makeCode(world, bearer)
  const isSent = await sendCode(world, link, code)
  const words = portalWords(link.language).code
  const notice = isSent ? words.sent(masked(link.recipient.address)) : words.notSent
  return formPage(world, link, { status: isSent ? 200 : 503, fields, notice })
}

function purposeFor(link: Link): Purpose {
  const purpose = purposeOf(link.purpose)
  if (!purpose) throw new Refusal('not_found', 'no_such_link')
  return purpose
}

type Form = { readonly status: number; readonly fields: Fields; readonly notice?: string }

async function formPage(world: World, link: Link, form: Form): Promise<Answer> {
  const shown = await inOrganisation(world.db, link.organisationId, (tx) =>
    purposeFor(link).show({ tx, world, link, ...form }),
  )
  const body = shown.isOpen ? formOf(link, shown, form) : shown.body
  return { status: form.status, language: link.language, ...shown, body }
}

function formOf(link: Link, shown: Shown, { fields, notice }: Form): Html {
  const form = isId(fields.get('form')) ? fields.get('form') : newId()
  const coding = shown.takesFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded'
  return html`<form method="post" autocomplete="off" enctype="${coding}">
    <input type="hidden" name="form" value="${form}" />
    ${notice === undefined || shown.saysNotice ? null : html`<div class="card problem" role="alert"><p>${notice}</p></div>`}
    ${shown.body} ${link.needsCode ? codePart(link, fields) : null} ${shown.acts ?? null}
  </form>`
}

function codePart(link: Link, fields: Fields): Html {
  const { code } = portalWords(link.language)
  return html`<h2><label for="code">${code.label}</label></h2>
    <p class="hint" id="code-hint">${code.hint(masked(link.recipient.address))}</p>
    <p>
      <input
        class="code"
        id="code"
        name="code"
        type="text"
        inputmode="numeric"
        maxlength="7"
        value="${fields.get('code')}"
        aria-describedby="code-hint"
      />
    </p>
    <button name="do" value="code">${code.send}</button>`
}

async function donePage(world: World, link: Link): Promise<Answer> {
  const shown = await inOrganisation(world.db, link.organisationId, (tx) =>
    purposeFor(link).done({ tx, world, link, fields: NOTHING }),
  )
  return { status: 200, language: link.language, ...shown }
}

/** 'l•••@example.test': enough to know which mailbox, too little for who found the link. */
function masked(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, 1)}•••${address.slice(at)}`
}

const STATUS = {
  invalid: 422,
  unauthenticated: 404,
  forbidden: 404,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_many: 429,
} as const

/** A page for every considered no; anything else is thrown on, for the log. */
export function problemPage(error: unknown, asked: Language): Answer {
  if (!(error instanceof Refusal)) throw error
  const { problems } = portalWords(languageOf(error, asked))
  const problem = problemIn(problems, error.code)
  return {
    status: STATUS[error.kind],
    language: languageOf(error, asked),
    title: problem.title,
    from: '',
    body: problemBody(problem),
  }
}

function languageOf({ details }: Refusal, asked: Language): string {
  return typeof details['language'] === 'string' ? details['language'] : asked
}

type Problems = ReturnType<typeof portalWords>['problems']

function problemIn(problems: Problems, code: string): Problems[keyof Problems] {
  const known = Object.entries(problems).find(([name]) => name === code)
  return known ? known[1] : problems.no_longer_possible
}
