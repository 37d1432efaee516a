import type { Day, Instant } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import { formatsOf } from '../../../talking/index.ts'
import { limitationRuleOf, type Jurisdiction } from './rules/jurisdictions.ts'
import type { Draft, RecordDocument, RecordItem } from './shapes.ts'
import type { RecordWords } from './words/types.ts'
import { recordWords } from './words/words.ts'

export type Commitment =
  | {
      readonly kind: 'promise'
      readonly amount: Money
      readonly promisedFor: Day
      /** The document that it is for; null is the account. */
      readonly number: string | null
    }
  | {
      readonly kind: 'plan'
      readonly currency: string
      readonly instalments: readonly { readonly dueOn: Day; readonly minor: number }[]
      readonly accelerates: boolean
    }

export type Material = {
  readonly draft: Draft
  readonly asOf: Day
  readonly timeZone: string
  readonly ledgerSyncedAt: Instant | null
  readonly isLedgerFresh: boolean
  readonly paymentsConsideredUntil: Day | null
  readonly entity: { readonly name: string; readonly address: string; readonly vatId: string }
  readonly customer: { readonly number: string; readonly name: string; readonly address: string }
  readonly segment: 'commercial' | 'consumer'
  readonly ours: { readonly name: string; readonly title: string }
  readonly items: readonly RecordItem[]
  readonly commitment: Commitment | null
}

type Section = RecordDocument['sections'][number]
type Formats = ReturnType<typeof formatsOf>
type Saying = { readonly words: RecordWords; readonly formats: Formats }

/** Everything that a record says, in the customer's language: written once, when it is made. */
export function documentOf(material: Material): RecordDocument {
  const { draft } = material
  const saying = { words: recordWords(draft.language), formats: formatsOf(draft.language) }
  const { words } = saying
  return {
    language: draft.language,
    title: words.title[draft.kind],
    firstLine: firstLineOf(material, saying),
    parties: partiesOf(material, saying),
    sections: [
      ...talkOf(material, saying),
      ...currenciesOf(material.items).map((currency) => itemsOf(material, currency, saying)),
      ...declarationOf(material, saying),
      ...commitmentOf(material, saying),
      ...informationOf(material, saying),
    ],
    consent: words.consent[draft.kind](material.customer.name),
  }
}

/** A ledger that is not fresh is said to be so before any amount. */
function firstLineOf(material: Material, { words, formats }: Saying): RecordDocument['firstLine'] {
  const { firstLine } = words
  const { ledgerSyncedAt, timeZone, paymentsConsideredUntil } = material
  const synced = ledgerSyncedAt && formats.exact(ledgerSyncedAt, timeZone)
  if (!material.isLedgerFresh) {
    return { text: synced ? firstLine.stale(synced) : firstLine.neverSynced, isWarning: true }
  }
  const sentences = [
    firstLine.asOf(formats.day(material.asOf)),
    synced && firstLine.synced(synced),
    paymentsConsideredUntil && firstLine.payments(formats.day(paymentsConsideredUntil)),
  ]
  return { text: sentences.filter(Boolean).join(' '), isWarning: false }
}

function partiesOf({ entity, customer, draft }: Material, { words }: Saying) {
  const { parties } = words
  const { signer } = draft
  return [
    { label: parties.creditor, lines: [entity.name, ...linesOf(entity.address), entity.vatId] },
    {
      label: parties.debtor,
      lines: [
        customer.name,
        ...linesOf(customer.address).filter((line) => line !== customer.name),
        parties.number(customer.number),
        parties.signs(signer.name, signer.role),
      ],
    },
  ].map(({ label, lines }) => ({ label, lines: lines.filter((line) => line !== '') }))
}

function talkOf({ draft, ours }: Material, { words, formats }: Saying): Section[] {
  const { talk, signer } = draft
  if (!talk) return []
  const who = [
    [ours.name, ours.title].filter(Boolean).join(', '),
    [signer.name, signer.role].filter(Boolean).join(', '),
  ]
  const facts = [
    { name: words.talk.when, value: formats.day(talk.on) },
    {
      name: words.talk.where,
      value: [words.talk.channels[talk.channel], talk.where].filter(Boolean).join(', '),
    },
    { name: words.talk.who, value: who.join('; ') },
    { name: words.talk.said, value: talk.said },
    { name: words.talk.agreed, value: talk.agreed },
  ]
  const said = facts.filter(({ value }) => value !== '')
  return [section(words.headings.talk, { facts: said })]
}

export function currenciesOf(items: readonly RecordItem[]): string[] {
  return [...new Set(items.map(({ currency }) => currency))].toSorted()
}

/** Open, in dispute and acknowledged in one currency; currencies are never added. */
export function sumsOf(items: readonly RecordItem[], currency: string) {
  const of = items.filter((item) => item.currency === currency)
  const openMinor = of.reduce((sum, item) => sum + item.openMinor, 0)
  const disputedMinor = of.reduce((sum, item) => sum + item.disputedMinor, 0)
  return { openMinor, disputedMinor, acknowledgedMinor: openMinor - disputedMinor }
}

function itemsOf({ draft, items }: Material, currency: string, saying: Saying): Section {
  const { words, formats } = saying
  const of = items.filter((item) => item.currency === currency)
  const { openMinor, disputedMinor, acknowledgedMinor } = sumsOf(items, currency)
  const isAcknowledged = draft.kind === 'acknowledgement'
  const money = (minor: number) => formats.money({ minor, currency })
  const amount = (minor: number) => formats.amount({ minor, currency })
  const { number, issued, due, open, disputed, acknowledged } = words.columns
  const heading = words.headings.invoices[draft.kind]
  const isOnly = currenciesOf(items).length === 1
  return section(isOnly ? heading : `${heading}: ${words.inCurrency(currency)}`, {
    table: {
      columns: [number, issued, due, open, disputed, ...(isAcknowledged ? [acknowledged] : [])],
      rows: of.map((item) => [
        item.number,
        formats.day(item.issuedOn, 'short'),
        formats.day(item.dueOn, 'short'),
        amount(item.openMinor),
        item.disputedMinor === 0 ? '' : amount(item.disputedMinor),
        ...(isAcknowledged ? [amount(item.openMinor - item.disputedMinor)] : []),
      ]),
      sums: [
        { name: words.sums.open, value: money(openMinor), isStrong: !isAcknowledged },
        ...(disputedMinor > 0
          ? [{ name: words.sums.disputed, value: money(disputedMinor), isStrong: false }]
          : []),
        ...(isAcknowledged
          ? [{ name: words.sums.acknowledged, value: money(acknowledgedMinor), isStrong: true }]
          : []),
      ],
    },
  })
}

function declarationOf({ draft, items, customer, entity }: Material, saying: Saying): Section[] {
  const { words, formats } = saying
  if (items.length === 0) return []
  if (draft.kind === 'conversation') {
    const text = words.discussed(customer.name, entity.name)
    return [section(words.headings.declaration, { paragraphs: [text] })]
  }
  const list = (of: 'acknowledgedMinor' | 'disputedMinor') =>
    formats.list(
      currenciesOf(items)
        .map((currency) => ({ currency, minor: sumsOf(items, currency)[of] }))
        .filter(({ minor }) => minor > 0)
        .map((money) => formats.money(money)),
    )
  const disputed = list('disputedMinor')
  const paragraphs = [
    words.acknowledges(customer.name, entity.name, list('acknowledgedMinor')),
    disputed === '' ? words.noneDisputed : words.carvesOut(disputed),
  ]
  return [section(words.headings.declaration, { paragraphs })]
}

/** The promise or plan, repeated in one sentence. */
function commitmentOf({ commitment, customer }: Material, saying: Saying): Section[] {
  const { words, formats } = saying
  if (!commitment) return []
  const heading = words.headings.commitment
  if (commitment.kind === 'promise') {
    const { amount, promisedFor, number } = commitment
    const parts = [customer.name, formats.money(amount), formats.day(promisedFor)] as const
    const text = number === null ? words.promise(...parts) : words.promiseFor(...parts, number)
    return [section(heading, { paragraphs: [text] })]
  }
  const { currency, instalments, accelerates } = commitment
  const minor = instalments.reduce((sum, one) => sum + one.minor, 0)
  const [first] = instalments
  const last = instalments.at(-1)
  if (!first || !last) return []
  const terms = {
    count: instalments.length,
    first: formats.day(first.dueOn),
    last: formats.day(last.dueOn),
  }
  const facts = instalments.map((one, at) => ({
    name: words.instalment(at + 1),
    value: `${formats.money({ minor: one.minor, currency })} · ${formats.day(one.dueOn)}`,
  }))
  const total = formats.money({ minor, currency })
  const paragraphs = [
    words.plan(customer.name, total, terms),
    ...(accelerates ? [words.accelerates] : []),
  ]
  return [section(heading, { facts, paragraphs })]
}

/** What an acknowledgement does, with its source: information, not advice. */
function informationOf({ draft, segment }: Material, { words }: Saying): Section[] {
  if (draft.kind !== 'acknowledgement') return []
  const paragraphs = limitationLines(draft.jurisdiction, segment, words)
  return [{ ...section(words.headings.information, { paragraphs }), isNote: true }]
}

function limitationLines(
  jurisdiction: Jurisdiction,
  segment: 'commercial' | 'consumer',
  { limitation }: RecordWords,
): string[] {
  const { source, periodSource, years, notes, state } = limitationRuleOf(jurisdiction)
  const length = state === 'looked_up' ? years[segment] : null
  const period = length === null ? limitation.noPeriod : limitation.period(length, periodSource)
  return [
    ...(source === '' ? [limitation.noRule] : [limitation.restarts(source), period]),
    ...notes.map((note) => limitation.notes[note]),
    limitation.notAdvice,
  ]
}

type Parts = Partial<Pick<Section, 'facts' | 'table' | 'paragraphs'>>

function section(heading: string, { facts = [], table = null, paragraphs = [] }: Parts): Section {
  return { heading, facts, table, paragraphs, isNote: false }
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
}
