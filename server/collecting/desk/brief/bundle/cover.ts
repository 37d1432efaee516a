import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { instant, millisecondsOf, type Day } from '../../../../kernel/day.ts'
import { fontFamilies, formatsOf, legible, setSheet } from '../../../../talking/index.ts'
import type { Outcome } from './rules.ts'
import { bundleWords, type Kind } from './words.ts'

const MARKUP = readFileSync(join(import.meta.dirname, 'cover.typ'), 'utf8')

export type Language = 'en' | 'de' | 'fr' | 'es'

export type Listed = {
  readonly number: string | null
  readonly kind: Kind
  readonly name: string
  readonly outcome: Outcome
}

export type Cover = {
  readonly language: Language
  readonly sender: string
  readonly customer: string
  readonly today: Day
  readonly paymentsTo: Day | null
  readonly isStale: boolean
  readonly documents: readonly Listed[]
  readonly missing: readonly { readonly number: string; readonly kinds: readonly Kind[] }[]
}

type Row = readonly [string, string, string]

/** Says what is in the file, what could not be put into it, and what is missing. */
export function setCover(cover: Cover): Promise<Buffer> {
  const words = bundleWords(cover.language)
  const formats = formatsOf(cover.language)
  const [year, month, date] = cover.today.split('-').map(Number)
  const until = cover.paymentsTo
  const data = JSON.stringify({
    language: cover.language,
    fonts: fontFamilies(),
    date: [year, month, date],
    title: words.title,
    customer: legible(cover.customer),
    sender: legible(cover.sender),
    asOf: [
      words.asOf(formats.day(cover.today)),
      until === null ? '' : words.paymentsTo(formats.day(until)),
    ]
      .filter(Boolean)
      .join(' · '),
    stale: cover.isStale ? words.stale : '',
    sections: sectionsOf(cover),
  })
  const createdAt = millisecondsOf(instant(`${cover.today}T00:00:00Z`)) / 1000
  return setSheet({ markup: MARKUP, data, createdAt })
}

function sectionsOf({ language, documents, missing }: Cover) {
  const words = bundleWords(language)
  const nameOf = ({ number }: Listed) => legible(number ?? words.ofAccount)
  const inside = documents.flatMap((one): Row[] =>
    one.outcome.kind === 'taken'
      ? [
          [
            nameOf(one),
            `${words.kinds[one.kind]} · ${legible(one.name)}`,
            words.pages(one.outcome.pages),
          ],
        ]
      : [],
  )
  const apart = documents.flatMap((one): Row[] =>
    one.outcome.kind === 'taken'
      ? []
      : [
          [
            nameOf(one),
            `${words.kinds[one.kind]} · ${legible(one.name)}`,
            words.why[one.outcome.kind],
          ],
        ],
  )
  const lacking = missing.map(({ number, kinds }): Row => [
    legible(number),
    kinds.map((kind) => words.kinds[kind]).join(', '),
    '',
  ])
  const statement: Row = [words.statement, '', '']
  return [
    { heading: words.inside, note: '', rows: [statement, ...inside] },
    ...(apart.length > 0 ? [{ heading: words.apart, note: '', rows: apart }] : []),
    {
      heading: words.missing,
      note: lacking.length > 0 ? '' : words.nothingMissing,
      rows: lacking,
    },
  ]
}
