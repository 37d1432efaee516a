import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { dayIn, millisecondsOf, type Instant } from '../../../kernel/day.ts'
import { fontFamilies, formatsOf, legible, setSheet } from '../../../talking/index.ts'
import type { AuditEntry } from './audit.ts'
import { limitationRuleOf, newEndOf } from './rules/jurisdictions.ts'
import { svgOf } from './rules/strokes.ts'
import type { SignedAs, Snapshot } from './shapes.ts'
import type { RecordRow, SignatureRow } from './store/records.ts'
import type { RecordWords, SheetWords } from './words/types.ts'
import { recordWords } from './words/words.ts'

const MARKUP = readFileSync(join(import.meta.dirname, 'record.typ'), 'utf8')

export type SheetFacts = {
  readonly row: RecordRow
  readonly snapshot: Snapshot
  readonly signature: SignatureRow
  readonly signedAs: SignedAs
  readonly audit: readonly AuditEntry[]
  readonly organisationName: string
  readonly verifyUrl: string
  /** The moment of the seal: its own time, the event's and the last line of the audit page. */
  readonly sealedAt: Instant
}

/** Sets the signed record with its audit page, as PDF/A-3b. */
export function recordPdf(facts: SheetFacts): Promise<Buffer> {
  const createdAt = Math.floor(millisecondsOf(facts.sealedAt) / 1000)
  return setSheet({ markup: MARKUP, data: JSON.stringify(sheetOf(facts)), createdAt })
}

/** What people call a record by: short enough for the telephone. */
export function numberOf(id: string): string {
  return id.slice(-8).toUpperCase()
}

export function sheetOf(facts: SheetFacts) {
  const { row, snapshot, signature, signedAs, sealedAt } = facts
  const { document } = snapshot
  const words = recordWords(row.language)
  const { sheet } = words
  const { timeZone, entityName } = snapshot.facts
  const exact = (at: Instant) => formatsOf(row.language).exact(at, timeZone)
  // The file says of itself that it was made in the second of its seal, in UTC.
  const date = sealedAt.slice(0, 19).split(/[-T:]/).map(Number)
  return {
    // First what can be set of every text; the picture of the signature is no text.
    ...settable({
      ...document,
      creditor: entityName,
      footer: `${entityName}  ·  ${sheet.record(numberOf(row.id))}`,
      test: signature.isTest ? sheet.isTest : '',
      words: { ...wordsShown(sheet), verifyText: sheet.verifyText(facts.organisationName) },
      audit: auditShown(facts, words, exact),
      hash: row.documentHash,
      verifyUrl: facts.verifyUrl,
    }),
    number: sheet.record(numberOf(row.id)),
    signature: {
      ...settable({
        name: signedAs.name,
        role: signedAs.role,
        typed: signedAs.typed,
        at: exact(signature.signedAt),
      }),
      svg: signedAs.strokes.length > 0 ? svgOf(signedAs.strokes) : '',
    },
    page: sheet.page,
    partyLines: Math.max(...document.parties.map(({ lines }) => lines.length)),
    fonts: fontFamilies(),
    date,
  }
}

function wordsShown(sheet: SheetWords) {
  const { signature, typed, audit, auditText, verify, hash, hashText } = sheet
  return { signature, typed, audit, auditText, verify, hash, hashText }
}

function auditShown(facts: SheetFacts, { sheet }: RecordWords, exact: (at: Instant) => string) {
  const { signature, signedAs, audit, sealedAt } = facts
  const { hows, system } = sheet
  const how =
    signature.how === 'device'
      ? hows.device(signature.witnessName ?? '')
      : hows.link(signedAs.address)
  const shown = [
    { name: sheet.signedBy, value: signedAs.name },
    { name: sheet.role, value: signedAs.role },
    { name: sheet.signedAt, value: exact(signature.signedAt) },
    { name: sheet.how, value: `${how} (${sheet.methods[signature.method]})` },
    { name: sheet.code, value: signature.how === 'link' ? sheet.codeRight : '' },
    { name: sheet.from, value: signedAs.from },
    { name: sheet.agent, value: signedAs.agent },
    { name: sheet.consent, value: signedAs.consent },
    ...limitationShown(facts, sheet),
  ]
  const entries = [...audit, { at: sealedAt, name: 'sealed' as const, byName: null }]
  return {
    facts: shown.filter(({ value }) => value !== ''),
    columns: [sheet.at, sheet.event, sheet.by],
    rows: entries.map(({ at, name, byName }) => [
      exact(at),
      sheet.events[name],
      name === 'signed' ? signedAs.name : (byName ?? system),
    ]),
  }
}

function limitationShown({ row, snapshot, signature }: SheetFacts, sheet: SheetWords) {
  const rule = limitationRuleOf(row.jurisdiction)
  if (row.kind !== 'acknowledgement' || rule.source === '' || signature.isTest) return []
  const { timeZone, segment } = snapshot.facts
  const end = newEndOf(rule, segment, dayIn(timeZone, signature.signedAt))
  const until = end
    ? sheet.limitationUntil(formatsOf(row.language).day(end))
    : sheet.limitationCounsel
  return [{ name: sheet.limitation, value: `${until} (${rule.source})` }]
}

/** Every text with only what a typeface can set, and places where a very long word may break. */
function settable<Value>(value: Value): Value {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- texts for texts, the shape is kept
  return settableAt(value) as Value
}

function settableAt(value: unknown): unknown {
  if (typeof value === 'string') {
    return value
      .split('\n')
      .map(legible)
      .join('\n')
      .replaceAll(/[^\s-]{24}(?=[^\s-]{8})/g, BREAK)
  }
  if (Array.isArray(value)) return value.map(settableAt)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, settableAt(one)]))
}

const BREAK = '$&\u200B'
