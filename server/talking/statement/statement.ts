import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { instant, millisecondsOf } from '../../kernel/day.ts'
import { wordsOf } from '../wording/index.ts'
import { fontFamilies, legible, versions } from './fonts.ts'
import { layoutOf } from './layout.ts'
import type { StatementSnapshot } from './snapshot.ts'
import { setSheet } from './workers.ts'

const MARKUP = readFileSync(join(import.meta.dirname, 'statement.typ'), 'utf8')

/** Equal digests, equal statements: of the figures, the language, the typesetter and the typefaces. */
export function statementDigest(snapshot: StatementSnapshot, language: string): string {
  const all = JSON.stringify([typesetting(), language, snapshot])
  return createHash('sha256').update(all).digest('hex')
}

/** What is set: the data of the sheet, and seconds since 1970 for when it was made. */
export function sheetOf(
  snapshot: StatementSnapshot,
  language: string,
): { data: string; createdAt: number } {
  const [year, month, date] = snapshot.asOf.split('-').map(Number)
  const data = JSON.stringify({
    ...layoutOf(snapshot, language, legible),
    fonts: fontFamilies(),
    date: [year, month, date],
    number: snapshot.customer.number,
  })
  return { data, createdAt: millisecondsOf(instant(`${snapshot.asOf}T00:00:00Z`)) / 1000 }
}

/** The statement as PDF/A-3b. The same snapshot in the same language gives the same bytes. */
export function statementPdf(snapshot: StatementSnapshot, language: string): Promise<Buffer> {
  return setSheet({ markup: MARKUP, ...sheetOf(snapshot, language) })
}

let madeBy: string | null = null

/** What makes other bytes of the same figures: the sheet's layout, the typesetter and the typefaces. */
function typesetting(): string {
  madeBy ??= createHash('sha256')
    .update([MARKUP, ...versions()].join())
    .digest('hex')
  return madeBy
}

/** The name of the file, in the recipient's language: 'Kontoauszug-K-10427-2026-03-16.pdf'. */
export function statementName({ customer, asOf }: StatementSnapshot, language: string): string {
  const title = wordsOf(language).statement.title.replaceAll(' ', '-')
  const number = customer.number.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-').slice(0, 40)
  return `${title}-${number}-${asOf}.pdf`
}
