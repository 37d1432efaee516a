import { sealerName, verifyForAnybody } from '../access/index.ts'
import { isId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { formatsOf } from '../talking/index.ts'
import type { World } from '../world.ts'
import { html, type Html } from './html.ts'
import { problemPage, type Answer } from './portal.ts'
import type { FormFile } from './purpose.ts'
import { portalWords, type Language } from './words/words.ts'

type Asked = { readonly organisationId: string; readonly language: Language }
type Checking = Asked & { readonly address: string }
type Verification = Awaited<ReturnType<typeof verifyForAnybody>>

/** The page on which anybody may check a document that an organisation sealed. */
export function showCheck(world: World, asked: Asked): Promise<Answer> {
  return answered(asked, async () => pageOf(asked, await nameOf(world, asked), { status: 200 }))
}

/** Says whether a file is sealed by the organisation and unchanged; nothing of it is kept. */
export function checkFile(world: World, asked: Checking, file: FormFile | null): Promise<Answer> {
  return answered(asked, async () => {
    const name = await nameOf(world, asked)
    const { check } = portalWords(asked.language)
    if (!file) return pageOf(asked, name, { status: 422, notice: check.missing })
    if (!file.bytes) return pageOf(asked, name, { status: 422, notice: check.tooLarge })
    const { organisationId, address } = asked
    const found = await verifyForAnybody(world, { organisationId, address, bytes: file.bytes })
    return pageOf(asked, name, { status: 200, verdict: verdictOf(asked.language, name, found) })
  })
}

function nameOf(world: World, { organisationId }: Asked): Promise<string> {
  if (!isId(organisationId)) throw new Refusal('not_found', 'no_such_link')
  return sealerName(world, organisationId)
}

async function answered({ language }: Asked, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    return problemPage(error, language)
  }
}

type Said = { readonly status: number; readonly notice?: string; readonly verdict?: Html }

function pageOf({ language }: Asked, from: string, { status, notice, verdict }: Said): Answer {
  const { check } = portalWords(language)
  const body = html`<h1>${check.title}</h1>
    <p>${check.text(from)}</p>
    ${notice === undefined ? null : html`<div class="card problem" role="alert"><p>${notice}</p></div>`}
    ${verdict ?? null}
    <form method="post" enctype="multipart/form-data">
      <p>
        <label for="file">${check.file}</label>
        <input id="file" name="file" type="file" accept=".pdf,application/pdf" />
        <span class="hint">${check.kept}</span>
      </p>
      <button class="first">${check.go}</button>
    </form>`
  return { status, language, title: check.title, from, body, footer: check.footer }
}

function verdictOf(language: Language, name: string, { state, signatures }: Verification): Html {
  const { check } = portalWords(language)
  const isOurs = signatures.some((signature) => signature.isOurs === true)
  const verdict = state === 'intact' && !isOurs ? 'foreign' : state
  return html`<div class="card ${verdict === 'intact' ? 'good' : 'problem'}" role="status">
      <h1>${check.verdicts[verdict](name)}</h1>
    </div>
    ${signatures.map((signature) => signatureOf(language, signature))}`
}

function signatureOf(language: Language, signature: Verification['signatures'][number]): Html {
  const { check } = portalWords(language)
  const { exact } = formatsOf(language)
  const { signer, signedAt, timestamp, certificate } = signature
  const facts: [name: string, value: string][] = [
    [check.sealedBy, signer],
    [check.sealedAt, signedAt === null ? '' : exact(signedAt, 'UTC')],
    [check.stampedAt, timestamp ? `${exact(timestamp.at, 'UTC')} · ${timestamp.authority}` : ''],
    [check.certificate, certificate?.fingerprint ?? ''],
  ]
  return html`<div class="card">
    <dl>
      ${facts
        .filter(([, value]) => value !== '')
        .map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
    </dl>
  </div>`
}
