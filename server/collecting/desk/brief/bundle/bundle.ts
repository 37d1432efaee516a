import { appendEvent } from '../../../../access/index.ts'
import type { Actor } from '../../../../http/actor.ts'
import { documentsOf, doingOf, freshnessOf, known, readEvidence } from '../../../../ledger/index.ts'
import { accountOfToday, statementPdf } from '../../../../talking/index.ts'
import type { World } from '../../../../world.ts'
import { atDesk, findCustomer } from '../../common/desk.ts'
import { setCover, type Language } from './cover.ts'
import { fittingOf, type Outcome } from './rules.ts'
import { mergeParts } from './thread.ts'
import { bundleWords } from './words.ts'

type Bundle = { readonly pdf: Uint8Array; readonly name: string }

/** A customer's documents behind their statement, with a cover that says what is missing. */
export async function readEvidenceBundle(
  world: World,
  actor: Actor,
  { customerId, language }: { readonly customerId: string; readonly language: Language },
): Promise<Bundle> {
  const facts = await gather(world, actor, customerId)
  const { snapshot, language: theirs } = await accountOfToday(world, actor, customerId)

  const fitting = fittingOf(facts.documents)
  const statement = await statementPdf(snapshot, theirs)
  const taken = facts.documents.filter((one) => fitting.has(one))
  const parts = []
  for (const { mediaType, sha256 } of taken) {
    const bytes = await world.files.read(actor.organisationId, sha256)
    parts.push({ mediaType, bytes: new Uint8Array(bytes) })
  }
  const merged = await mergeParts(parts)
  const outcomes = new Map(taken.map((one, at) => [one.id, merged.outcomes[at]]))
  const tooMuch: Outcome = { kind: 'too_much' }
  const cover = await setCover({
    language,
    sender: snapshot.entity.name,
    customer: `${snapshot.customer.name} · ${snapshot.customer.number}`,
    today: facts.freshness.today,
    paymentsTo: facts.freshness.paymentsConsideredUntil,
    isStale: !facts.freshness.isLedgerFresh || !facts.freshness.arePaymentsFresh,
    documents: facts.documents.map((one) => ({
      kind: one.kind,
      name: one.name,
      number: one.receivableNumber,
      outcome: outcomes.get(one.id) ?? tooMuch,
    })),
    missing: facts.missing,
  })
  const hasBody = merged.outcomes.some(({ kind }) => kind === 'taken')
  const all = [cover, statement, ...(hasBody ? [merged.pdf] : [])]
  const whole = await mergeParts(all.map(pdfPart))
  const number = snapshot.customer.number.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-').slice(0, 40)
  const { file } = bundleWords(language)
  return { pdf: whole.pdf, name: `${file}-${number}-${facts.freshness.today}.pdf` }
}

/** What there is, read and noted in one transaction: who took documents along is part of the history. */
function gather(world: World, actor: Actor, customerId: string) {
  return atDesk(world, actor, async ({ tx, organisation, now, ...desk }) => {
    const customer = await findCustomer({ tx, organisation, now, ...desk }, customerId)
    const documents = await documentsOf(tx, customerId)
    const { missing } = await readEvidence(tx, doingOf(actor, world), customerId)
    const entities = await freshnessOf(tx, organisation.id, now)
    const freshness = entities.find(({ legalEntityId }) => legalEntityId === customer.legalEntityId)

    await appendEvent(tx, {
      name: 'evidence.bundled',
      organisationId: organisation.id,
      at: now,
      by: { kind: 'person', id: actor.personId },
      customerId,
      subject: { kind: 'customer', id: customerId },
      data: { documents: documents.length },
    })
    return { documents, missing, freshness: known(freshness, 'no_such_customer') }
  })
}

function pdfPart(bytes: Uint8Array) {
  return { mediaType: 'application/pdf', bytes: new Uint8Array(bytes) }
}
