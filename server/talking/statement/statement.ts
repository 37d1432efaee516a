import { instant, millisecondsOf } from '../../kernel/day.ts'
import { wordsOf } from '../wording/index.ts'
import { legible } from './fonts.ts'
import { layoutOf } from './layout.ts'
import type { StatementSnapshot } from './snapshot.ts'
import { setSheet } from './workers.ts'

/** Inter first; the others where it has no letters. GOODTERMS_FONT_FAMILIES names those brought along. */
const FAMILIES = ['Inter', 'Noto Sans Arabic', 'Noto Sans Hebrew']

/** The statement as PDF/A-3b. The same snapshot in the same language gives the same bytes. */
export function statementPdf(snapshot: StatementSnapshot, language: string): Promise<Buffer> {
  const own = (process.env['GOODTERMS_FONT_FAMILIES'] ?? '').split(',').filter(Boolean)
  const [year, month, date] = snapshot.asOf.split('-').map(Number)
  const sheet = {
    ...layoutOf(snapshot, language, legible),
    fonts: [...FAMILIES, ...own],
    date: [year, month, date],
    number: snapshot.customer.number,
  }
  const createdAt = millisecondsOf(instant(`${snapshot.asOf}T00:00:00Z`)) / 1000
  return setSheet(JSON.stringify(sheet), createdAt)
}

/** The name of the file, in the recipient's language: 'Kontoauszug-K-10427-2026-03-16.pdf'. */
export function statementName({ customer, asOf }: StatementSnapshot, language: string): string {
  const title = wordsOf(language).statement.title.replaceAll(' ', '-')
  const number = customer.number.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-').slice(0, 40)
  return `${title}-${number}-${asOf}.pdf`
}
