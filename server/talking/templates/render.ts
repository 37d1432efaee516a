import type { StatementSnapshot } from '../statement/index.ts'
import { formatsOf, wordsOf } from '../wording/index.ts'
import { blockOf, type Block } from './blocks.ts'
import { write } from './engine.ts'
import { finding, findingOfError, type TemplateFinding } from './findings.ts'
import { pageHtml, paragraphHtml, smallPrintHtml } from './html.ts'
import { type MessageExtra, scopeOf } from './scope.ts'
import { BLOCK_MARK, cleanLine } from './values.ts'

export type Text = { readonly subject: string; readonly body: string }

export type Rendered =
  | {
      readonly kind: 'rendered'
      readonly subject: string
      readonly text: string
      readonly html: string
    }
  | { readonly kind: 'held'; readonly findings: readonly TemplateFinding[] }

export type Telling = {
  readonly language: string
  readonly snapshot: StatementSnapshot
  readonly extra: MessageExtra
}

const LONGEST_SUBJECT = 200

/** Writes a text for one recipient, or says everything that keeps it from being sent. */
export function renderText({ subject, body }: Text, telling: Telling): Rendered {
  const scope = scopeOf(telling.snapshot, telling.language, telling.extra)
  const findings: TemplateFinding[] = []
  const part = (name: 'subject' | 'body', text: string) => {
    try {
      return write(telling.language, text, scope)
    } catch (error) {
      findings.push(findingOfError(name, error))
      return ''
    }
  }
  const title = cleanLine(part('subject', subject).replace(BLOCK_MARK, '')).slice(
    0,
    LONGEST_SUBJECT,
  )
  const written = part('body', body)
  if (findings.length === 0 && title === '') findings.push(finding('subject', 'empty'))
  if (findings.length === 0 && written.trim() === '') findings.push(finding('body', 'empty'))
  if (findings.length > 0) return { kind: 'held', findings }
  return { kind: 'rendered', subject: title, ...assembled(title, written, telling) }
}

/** One body, twice: as plain text and as HTML, from the same paragraphs and the same figures. */
function assembled(subject: string, written: string, telling: Telling) {
  const parts = partsOf(written, telling)
  const smallPrint = asOfLine(telling)
  return {
    text: `${[...parts.map(({ text }) => text), smallPrint].join('\n\n')}\n`,
    html: pageHtml(
      telling.language,
      subject,
      [...parts.map(({ html }) => html), smallPrintHtml(smallPrint)].join('\n'),
    ),
  }
}

function partsOf(written: string, telling: Telling): Block[] {
  return written
    .split(/\n\s*\n/)
    .flatMap((paragraph) => paragraph.split(BLOCK_MARK).map(asPart))
    .map(({ text, isBlock }) =>
      isBlock ? blockOf(text, telling.snapshot, telling.language) : paragraphOf(text),
    )
    .filter(({ text }) => text !== '')
}

/** Splitting by a pattern with one group puts the names of the blocks at the odd places. */
function asPart(text: string, index: number): { text: string; isBlock: boolean } {
  return { text, isBlock: index % 2 === 1 }
}

function paragraphOf(raw: string): Block {
  const text = raw
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
  return { text, html: paragraphHtml(text) }
}

/** From when the figures are: every message that states an amount carries it. */
function asOfLine({ snapshot, language }: Telling): string {
  const words = wordsOf(language)
  const formats = formatsOf(language)
  const until = snapshot.paymentsConsideredUntil
  const lines = [words.asOf(formats.day(snapshot.asOf))]
  if (until) lines.push(words.paymentsUntil(formats.day(until)))
  return lines.join(' ')
}
