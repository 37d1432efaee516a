import * as z from 'zod'

import { Instant, Language, refusals } from '../../http/contract.ts'

export const SECURITIES = ['tls', 'starttls', 'none'] as const
const Security = z.enum(SECURITIES)

export const MAIL_STAGES = ['connect', 'encrypt', 'sign_in', 'send', 'done'] as const

export const MAIL_PROBLEMS = [
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
  'not_configured',
  'other',
] as const

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
  messagesPerMinute: z.int(),
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
  messagesPerMinute: z.int().min(1).max(100_000).default(120),
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
  stage: z.enum(MAIL_STAGES),
  problem: z.enum(MAIL_PROBLEMS).nullable(),
  answer: z.string(),
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
