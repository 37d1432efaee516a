import {
  getTemplate,
  listTemplates,
  listTemplateVariables,
  previewTemplate,
} from '#contract/talking/templates'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'
import type { Language } from '../../../ui/format/locale.ts'

export type TemplateRow = ReplyOf<typeof listTemplates>['templates'][number]
export type Template = ReplyOf<typeof getTemplate>
export type TemplateText = Template['texts'][number]
export type Variables = ReplyOf<typeof listTemplateVariables>
export type TemplatePreview = ReplyOf<typeof previewTemplate>
export type TemplateFinding = TemplatePreview['findings'][number]

export type TextDraft = { readonly subject: string; readonly body: string }

export const templates = asking(listTemplates, {})

export function templateOf(key: string) {
  return asking(getTemplate, { params: { key } })
}

export function variables(language: Language) {
  return asking(listTemplateVariables, { query: { language } })
}

/** A look at a text that may not be saved; the same text is asked for once. */
export function previewOf(text: TextDraft, language: string, customerId: string | null) {
  return {
    ...asking(previewTemplate, { body: { ...text, language, customerId } }),
    placeholderData: (before: TemplatePreview | undefined) => before,
  }
}

/** The address of a preview's page, for a frame. */
export function addressOfPreview(htmlId: string): string {
  return `/api/template-previews/${htmlId}/page`
}
