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

/** A statement before it is set: all that its PDF depends on. */
export type Sheet = {
  readonly data: string
  readonly createdAt: number
  /** Equal digests, equal bytes. */
  readonly digest: string
}

export function sheetOf(snapshot: StatementSnapshot, language: string): Sheet {
  const [year, month, date] = snapshot.asOf.split('-').map(Number)
  const data = JSON.stringify({
    ...layoutOf(snapshot, language, legible),
    fonts: fontFamilies(),
    date: [year, month, date],
    number: snapshot.customer.number,
  })
  const createdAt = millisecondsOf(instant(`${snapshot.asOf}T00:00:00Z`)) / 1000
  const all = [typesetting(), String(createdAt), data].join('\n')
  return { data, createdAt, digest: createHash('sha256').update(all).digest('hex') }
}

let madeBy: string | null = null

/** What makes other bytes of the same data: the sheet's layout, the typesetter and the typefaces. */
function typesetting(): string {
  madeBy ??= [MARKUP, ...versions()].join()
  return madeBy
}

/** Sets a sheet as PDF/A-3b. */
export function setStatement({ data, createdAt }: Sheet): Promise<Buffer> {
  return setSheet({ markup: MARKUP, data, createdAt })
}

/** The statement as PDF/A-3b. The same snapshot in the same language gives the same bytes. */
export function statementPdf(snapshot: StatementSnapshot, language: string): Promise<Buffer> {
  return setStatement(sheetOf(snapshot, language))
}

/** The name of the file, in the recipient's language: 'Kontoauszug-K-10427-2026-03-16.pdf'. */
export function statementName({ customer, asOf }: StatementSnapshot, language: string): string {
  const title = wordsOf(language).statement.title.replaceAll(' ', '-')
  const number = customer.number.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-').slice(0, 40)
  return `${title}-${number}-${asOf}.pdf`
}
