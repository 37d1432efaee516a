import type { Transaction } from '../../database/database.ts'
import type { Instant } from '../../kernel/day.ts'
import { needsOfText } from './check.ts'
import {
  en,
  SHIPPED,
  SHIPPED_KEYS,
  SHIPPED_TEXTS,
  type ShippedKey,
  type Tone,
} from './defaults/index.ts'
import { finding } from './findings.ts'
import { renderText, type Rendered, type Telling, type Text } from './render.ts'
import { selectTemplates, selectTexts } from './store.ts'
import type { Need } from './variables.ts'

export type TemplateText = Text & {
  readonly language: string
  /** 0 is the text that came with Goodterms. */
  readonly revision: number
  readonly writtenAt: Instant | null
  readonly writtenBy: string | null
}

export type Template = {
  readonly key: string
  readonly name: string
  readonly tone: Tone
  readonly archivedAt: Instant | null
  readonly texts: readonly TemplateText[]
}

/** The templates of one organisation as they are at one time, for writing any number of messages. */
export type Templates = ReadonlyMap<string, Template>

/** What came with Goodterms, in the reader's language, with the organisation's own texts over it. */
export async function loadTemplates(
  tx: Transaction,
  organisationId: string,
  language = 'en',
): Promise<Templates> {
  const rows = await selectTemplates(tx, organisationId)
  const texts = await selectTexts(tx, organisationId)

  const templates = new Map<string, Template>(
    SHIPPED_KEYS.map((key) => [key, shippedTemplate(key, language)]),
  )
  for (const { id, ...row } of rows) {
    const own = texts.filter(({ templateId }) => templateId === id)
    const shipped = templates.get(row.key)?.texts ?? []
    const rest = shipped.filter((text) => !own.some((ours) => ours.language === text.language))
    const all = [...rest, ...own].toSorted((a, b) => (a.language < b.language ? -1 : 1))
    templates.set(row.key, { ...row, texts: all })
  }
  return templates
}

/** How each template speaks, by its key. */
export async function tonesOf(
  tx: Transaction,
  organisationId: string,
): Promise<ReadonlyMap<string, Tone>> {
  const rows = await selectTemplates(tx, organisationId)
  return new Map<string, Tone>([
    ...Object.entries(SHIPPED),
    ...rows.map(({ key, tone }) => [key, tone] as const),
  ])
}

function shippedTemplate(key: ShippedKey, language: string): Template {
  const texts = Object.entries(SHIPPED_TEXTS).map(([of, shipped]) => {
    const { subject, body } = shipped[key]
    return { language: of, subject, body, revision: 0, writtenAt: null, writtenBy: null }
  })
  const { name } = (SHIPPED_TEXTS[language] ?? en)[key]
  return { key, name, tone: SHIPPED[key], archivedAt: null, texts }
}

export type MessageRequest = Partial<Pick<Telling, 'extra'>> &
  Omit<Telling, 'extra'> & { readonly templateKey: string }

export type Message =
  | (Extract<Rendered, { kind: 'rendered' }> & { readonly language: string })
  | Extract<Rendered, { kind: 'held' }>

/**
 * Writes a message in the recipient's language (in English when the template lacks it), or says what
 * keeps it from being sent. From frozen figures only; asks nothing of the database.
 */
export function renderMessage(templates: Templates, request: MessageRequest): Message {
  const { templateKey, language, snapshot, extra = {} } = request
  const template = templates.get(templateKey)
  const text = template && textIn(template, language)
  if (!text) return { kind: 'held', findings: [finding('body', 'no_such_template', templateKey)] }
  const rendered = renderText(text, { language: text.language, snapshot, extra })
  return rendered.kind === 'held' ? rendered : { ...rendered, language: text.language }
}

function textIn({ texts }: Template, language: string): TemplateText | undefined {
  return (
    texts.find((text) => text.language === language) ??
    texts.find((text) => text.language === 'en') ??
    texts[0]
  )
}

/** What messages of a template cannot be sent without; null when there is no such template. */
export function needsOf(templates: Templates, key: string): Need[] | null {
  const template = templates.get(key)
  if (!template || template.texts.length === 0) return null
  const needs = template.texts.flatMap((text) => needsOfText(text, text.language))
  return [...new Set([...needs, ...(template.tone === 'final' ? ['next_step' as const] : [])])]
}
