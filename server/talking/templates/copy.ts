import type { Day } from '../../kernel/day.ts'
import { formatsOf, wordsOf } from '../wording/index.ts'
import { pageHtml, paragraphHtml } from './html.ts'

/** A message as it left. */
export type Sent = {
  readonly language: string
  readonly on: Day
  readonly subject: string
  readonly text: string
  readonly html: string
}

const BODY = /<body[^>]*>([\s\S]*)<\/body>/

/** The same message marked as a copy: in its subject, and in a sentence above it with the day. */
export function copyOf({ language, on, subject, text, html }: Sent) {
  const { copy } = wordsOf(language)
  const title = copy.subject(subject)
  const above = copy.above(formatsOf(language).day(on))
  const [, content = ''] = BODY.exec(html) ?? []
  return {
    subject: title,
    text: `${above}\n\n${'-'.repeat(40)}\n\n${text}`,
    html: pageHtml(language, title, `${paragraphHtml(above)}<hr>${content}`),
  }
}
