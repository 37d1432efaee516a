import * as z from 'zod'

import { Id, Instant, Language, refusals } from '../../http/contract.ts'

export const TONES = ['friendly', 'firm', 'final', 'thanks', 'neutral'] as const
const Tone = z.enum(TONES)

/** What a text asks the moment of sending for, beyond the account's figures. */
export const NEEDS = [
  'next_step',
  'payment',
  'personal_note',
  'instalment',
  'acceleration',
] as const
const Need = z.enum(NEEDS)

export const TEMPLATE_FINDING_CODES = [
  'syntax',
  'unknown_variable',
  'unknown_filter',
  'tag_not_allowed',
  'missing_value',
  'empty',
  'too_long',
  'subject_of_one_line',
  'too_costly',
  'final_without_next_step',
  'no_such_template',
] as const

/** Something wrong in a text: where, and what to do about it. */
export const TemplateFinding = z.object({
  code: z.enum(TEMPLATE_FINDING_CODES),
  part: z.enum(['subject', 'body']),
  line: z.int().nullable(),
  column: z.int().nullable(),
  /** The variable, filter or piece of text that is meant. */
  value: z.string(),
  /** The nearest thing that exists, for 'did you mean'. */
  suggestion: z.string().nullable(),
})

/** The language of a text: any, beyond the four of the interface. */
const TextLanguage = z.string().regex(/^[a-z]{2}$/)

const Template = z.object({
  key: z.string(),
  name: z.string(),
  tone: Tone,
  languages: z.array(TextLanguage),
  needs: z.array(Need),
  changedAt: Instant.nullable(),
  isArchived: z.boolean(),
  /** It came with Goodterms; its tone stays. */
  isShipped: z.boolean(),
})

const TemplateText = z.object({
  language: TextLanguage,
  /** 0 is the text that came with Goodterms. */
  revision: z.int(),
  subject: z.string(),
  body: z.string(),
  writtenAt: Instant.nullable(),
  writtenBy: z.string().nullable(),
  needs: z.array(Need),
})

const TextBody = z.object({ subject: z.string().max(1_000), body: z.string().max(50_000) })
const Key = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)

export const listTemplates = {
  method: 'GET',
  url: '/templates',
  permission: 'templates.read',
  summary: 'The texts that messages are written from',
  schema: { response: { 200: z.object({ templates: z.array(Template) }), ...refusals } },
} as const

export const getTemplate = {
  method: 'GET',
  url: '/templates/:key',
  permission: 'templates.read',
  summary: 'One template in every language that it has',
  schema: {
    params: z.object({ key: Key }),
    response: { 200: Template.extend({ texts: z.array(TemplateText) }), ...refusals },
  },
} as const

export const createTemplate = {
  method: 'POST',
  url: '/templates',
  permission: 'templates.edit',
  summary: 'Begin a template of the organisation, without texts yet',
  schema: {
    body: z.object({ key: Key, name: z.string().trim().min(1).max(120), tone: Tone }),
    response: { 201: z.object({ key: z.string() }), ...refusals },
  },
} as const

export const changeTemplate = {
  method: 'PATCH',
  url: '/templates/:key',
  permission: 'templates.edit',
  summary: 'Rename a template, change its tone, archive it or bring it back',
  schema: {
    params: z.object({ key: Key }),
    body: z.object({
      name: z.string().trim().min(1).max(120).optional(),
      tone: Tone.optional(),
      isArchived: z.boolean().optional(),
    }),
    response: { 200: Template, ...refusals },
  },
} as const

/** Saving is refused with every finding; nothing is kept then. `revision` is the one edited, 0 for none. */
export const saveTemplateText = {
  method: 'PUT',
  url: '/templates/:key/texts/:language',
  permission: 'templates.edit',
  summary: 'Save a new revision of a text, if nothing is wrong with it',
  schema: {
    params: z.object({ key: Key, language: TextLanguage }),
    body: TextBody.extend({ revision: z.int().min(0) }),
    response: {
      200: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('saved'), revision: z.int() }),
        z.object({ kind: z.literal('faulty'), findings: z.array(TemplateFinding) }),
      ]),
      ...refusals,
    },
  },
} as const

/** What a text may name: 'customer.name', 'items_table', filters with an example of each. */
export const listTemplateVariables = {
  method: 'GET',
  url: '/template-variables',
  permission: 'templates.read',
  summary: 'Everything that a text may name, with what it becomes in the example',
  schema: {
    querystring: z.object({ language: Language.default('en') }),
    response: {
      200: z.object({
        variables: z.array(
          z.object({
            name: z.string(),
            kind: z.enum(['text', 'money', 'day', 'number', 'list', 'block']),
            need: Need.nullable(),
            example: z.string(),
          }),
        ),
        filters: z.array(z.object({ name: z.string(), use: z.string(), example: z.string() })),
      }),
      ...refusals,
    },
  },
} as const

/** A look at a text as a recipient gets it: on a customer of today, or on an invented account. */
export const previewTemplate = {
  method: 'POST',
  url: '/template-previews',
  permission: 'templates.read',
  summary: 'Show a text, saved or not, as its recipient would see it',
  schema: {
    body: TextBody.extend({ language: TextLanguage, customerId: Id.nullable().default(null) }),
    response: {
      200: z.object({
        subject: z.string(),
        text: z.string(),
        /** The address of the HTML part, for a frame; null while findings keep the text back. */
        htmlId: Id.nullable(),
        findings: z.array(TemplateFinding),
        of: z.enum(['customer', 'example']),
      }),
      ...refusals,
    },
  },
} as const

/** The HTML part of a preview as its own page: for the one who asked, for an hour. */
export const getPreviewPage = {
  method: 'GET',
  url: '/template-previews/:id/page',
  permission: 'templates.read',
  summary: 'The HTML part of a preview, as a page for a frame',
  schema: { params: z.object({ id: Id }), response: { 200: z.unknown(), ...refusals } },
} as const
