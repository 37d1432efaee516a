import * as z from 'zod'

import { Id, Instant, Language, refusals } from '../http/contract.ts'

export const Tone = z.enum(['friendly', 'firm', 'final', 'thanks', 'neutral'])

/** What a text asks the moment of sending for, beyond the account's figures. */
export const Need = z.enum(['next_step', 'payment', 'personal_note'])

/** Something wrong in a text: where, and what to do about it. */
export const TemplateFinding = z.object({
  code: z.enum([
    'syntax',
    'unknown_variable',
    'unknown_filter',
    'tag_not_allowed',
    'missing_value',
    'empty',
    'too_long',
    'subject_of_one_line',
    'too_costly',
  ]),
  part: z.enum(['subject', 'body']),
  line: z.int().nullable(),
  column: z.int().nullable(),
  /** The variable, filter or piece of text that is meant. */
  value: z.string(),
  /** The nearest thing that exists, for 'did you mean'. */
  suggestion: z.string().nullable(),
})

const Template = z.object({
  key: z.string(),
  name: z.string(),
  tone: Tone,
  languages: z.array(Language),
  needs: z.array(Need),
  changedAt: Instant.nullable(),
  isArchived: z.boolean(),
})

const TemplateText = z.object({
  language: Language,
  revision: z.int(),
  subject: z.string(),
  body: z.string(),
  writtenAt: Instant,
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
    params: z.object({ key: Key, language: Language }),
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
    body: TextBody.extend({ language: Language, customerId: Id.nullable().default(null) }),
    response: {
      200: z.object({
        subject: z.string(),
        text: z.string(),
        /** A complete page for a sandboxed frame; without scripts and remote content. */
        html: z.string(),
        findings: z.array(TemplateFinding),
        of: z.enum(['customer', 'example']),
      }),
      ...refusals,
    },
  },
} as const

/** application/pdf, the account of today. */
export const getStatement = {
  method: 'GET',
  url: '/customers/:customerId/statement.pdf',
  permission: 'customers.read',
  summary: "A customer's statement of account as a PDF, as of today",
  schema: {
    params: z.object({ customerId: Id }),
    querystring: z.object({ language: Language.optional() }),
    response: { 200: z.unknown(), ...refusals },
  },
} as const

export const getExampleStatement = {
  method: 'GET',
  url: '/statements/example.pdf',
  permission: 'templates.read',
  summary: 'The statement of an invented account, to see how statements look',
  schema: {
    querystring: z.object({ language: Language.default('en') }),
    response: { 200: z.unknown(), ...refusals },
  },
} as const

const Security = z.enum(['tls', 'starttls', 'none'])

/** The password never comes back: hasPassword says whether there is one. */
const MailSettings = z.object({
  host: z.string(),
  port: z.int(),
  security: Security,
  username: z.string(),
  hasPassword: z.boolean(),
  fromAddress: z.string(),
  messageDomain: z.string(),
  connections: z.int(),
  messagesAMinute: z.int(),
  testMailbox: z.string(),
  updatedAt: Instant,
})

const ChangedMailSettings = z.object({
  host: z.string().trim().min(1).max(253),
  port: z.int().min(1).max(65_535),
  security: Security,
  username: z.string().max(320).default(''),
  /** Left out keeps the one that is there; '' removes it. */
  password: z.string().max(1_000).optional(),
  fromAddress: z.email().max(254),
  /** Left out: the domain of the address. */
  messageDomain: z.string().max(253).optional(),
  connections: z.int().min(1).max(20).default(3),
  messagesAMinute: z.int().min(1).max(100_000).default(120),
  testMailbox: z.union([z.email().max(254), z.literal('')]).default(''),
})

export const getMailSettings = {
  method: 'GET',
  url: '/mail-settings',
  permission: 'mail.settings',
  summary: 'How the organisation sends email; null when it does not yet',
  schema: { response: { 200: z.object({ settings: MailSettings.nullable() }), ...refusals } },
} as const

export const saveMailSettings = {
  method: 'PUT',
  url: '/mail-settings',
  permission: 'mail.settings',
  summary: 'Set how the organisation sends email; what is being sent is not disturbed',
  schema: {
    body: ChangedMailSettings,
    response: { 200: z.object({ settings: MailSettings }), ...refusals },
  },
} as const

export const removeMailSettings = {
  method: 'DELETE',
  url: '/mail-settings',
  permission: 'mail.settings',
  summary: 'Stop sending email: messages wait until settings are there again',
  schema: { response: { 200: z.object({ settings: z.null() }), ...refusals } },
} as const

/** How an attempt went, stage by stage, in the server's own words. */
const MailTrial = z.object({
  isGood: z.boolean(),
  /** The stage that it ended at. */
  stage: z.enum(['connect', 'encrypt', 'sign_in', 'send', 'done']),
  problem: z
    .enum([
      'host_not_found',
      'no_connection',
      'timed_out',
      'no_starttls',
      'certificate',
      'sign_in_refused',
      'sender_refused',
      'recipient_refused',
      'message_refused',
      'connection_lost',
      'other',
    ])
    .nullable(),
  answer: z.string(),
  /** What the server said that it is and can. */
  isEncrypted: z.boolean(),
  milliseconds: z.int(),
})

/** Tries settings, saved or not, without sending: connect, encrypt, sign in. */
export const checkMailSettings = {
  method: 'POST',
  url: '/mail-settings/checks',
  permission: 'mail.settings',
  summary: 'Try mail settings without sending anything',
  schema: { body: ChangedMailSettings, response: { 200: MailTrial, ...refusals } },
} as const

/** Sends one message to the person who asks, with a statement attached, through the saved settings. */
export const sendTestMessage = {
  method: 'POST',
  url: '/mail-settings/test-messages',
  permission: 'mail.settings',
  summary: 'Send a test message to yourself through the saved settings',
  schema: {
    body: z.object({ language: Language.default('en') }),
    response: { 200: MailTrial.extend({ to: z.string() }), ...refusals },
  },
} as const

/** How sending goes: counts of today and what waits. */
export const getMailHealth = {
  method: 'GET',
  url: '/mail-health',
  permission: 'runs.read',
  summary: 'Whether email can go out, what waits, and what is unknown',
  schema: {
    response: {
      200: z.object({
        isConfigured: z.boolean(),
        isTestMode: z.boolean(),
        fromAddress: z.string().nullable(),
        waiting: z.int(),
        oldestWaitingSince: Instant.nullable(),
        handedOver: z.int(),
        unknown: z.int(),
        acceptedToday: z.int(),
        refusedToday: z.int(),
        lastAcceptedAt: Instant.nullable(),
        lastRefusal: z.object({ at: Instant, answer: z.string() }).nullable(),
      }),
      ...refusals,
    },
  },
} as const

const CaughtMail = z.object({
  id: z.string(),
  receivedAt: Instant,
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  attachments: z.array(z.object({ name: z.string(), bytes: z.int() })),
})

/** Mail of a demo organisation never leaves the machine: it is caught and shown here. */
export const listCaughtMail = {
  method: 'GET',
  url: '/demo-mailbox',
  permission: 'messages.read',
  summary: 'What a demo organisation has sent, newest first',
  schema: { response: { 200: z.object({ mails: z.array(CaughtMail) }), ...refusals } },
} as const

export const getCaughtMail = {
  method: 'GET',
  url: '/demo-mailbox/:id',
  permission: 'messages.read',
  summary: 'One caught mail, as its recipient would see it',
  schema: {
    params: z.object({ id: z.string().max(64) }),
    response: {
      200: CaughtMail.extend({ text: z.string(), html: z.string(), source: z.string() }),
      ...refusals,
    },
  },
} as const

/** The attachment's bytes with its own media type. */
export const getCaughtAttachment = {
  method: 'GET',
  url: '/demo-mailbox/:id/attachments/:position',
  permission: 'messages.read',
  summary: 'An attachment of a caught mail',
  schema: {
    params: z.object({ id: z.string().max(64), position: z.coerce.number().int().min(0) }),
    response: { 200: z.unknown(), ...refusals },
  },
} as const
