import * as z from 'zod'

import { Id, Instant, refusals } from '../../http/contract.ts'

/** What is wrong with, or to be known of, a PDF and its signatures; the last three are notes. */
export const SEAL_FINDINGS = [
  'not_a_pdf',
  'too_large',
  'cut_off',
  'damaged',
  'no_signature',
  'stray_signature',
  'part_only',
  'added_after',
  'changed_after',
  'content_changed',
  'signature_invalid',
  'malformed_signature',
  'certificate_missing',
  'certificate_swapped',
  'certificate_not_valid_then',
  'certificate_not_for_signing',
  'unprotected_content',
  'unsupported_algorithm',
  'timestamp_invalid',
  'not_pades',
  'self_signed',
  'time_not_proved',
] as const

export const KEY_STATES = ['not_made', 'ready', 'ends_soon', 'ended', 'not_yet_valid'] as const

export const TIMESTAMP_PROBLEMS = [
  'unreachable',
  'timed_out',
  'http_error',
  'refused',
  'malformed',
  'not_for_this',
  'signature_invalid',
  'certificate_unsuited',
] as const

const Finding = z.enum(SEAL_FINDINGS)

const Key = z.object({
  id: Id,
  kind: z.enum(['self_made', 'own']),
  /** SHA-256 of the certificate in hexadecimal: what people compare. */
  fingerprint: z.string(),
  subject: z.string(),
  issuer: z.string(),
  validFrom: Instant,
  validUntil: Instant,
  createdAt: Instant,
  replacedAt: Instant.nullable(),
})

const Timestamps = z.object({
  url: z.string(),
  lastGoodAt: Instant.nullable(),
  lastFailedAt: Instant.nullable(),
  /** Why the last attempt brought none; null when it did, or there was none. */
  problem: z.enum(TIMESTAMP_PROBLEMS).nullable(),
})

const Signing = z.object({
  state: z.enum(KEY_STATES),
  /** Null until the first seal, or until somebody makes or brings one. */
  key: Key.nullable(),
  /** Those that sealed earlier, the newest first. */
  earlier: z.array(Key),
  timestamps: Timestamps,
})

const answer = { response: { 200: Signing, ...refusals } }

export const getSigning = {
  method: 'GET',
  url: '/signing',
  permission: 'organisation.settings',
  summary: 'What the organisation seals its documents with, and whether it can.',
  schema: answer,
} as const

export const makeSigningKey = {
  method: 'POST',
  url: '/signing/keys',
  permission: 'organisation.settings',
  summary: 'Makes a new key in place of the one in use; earlier seals stay verifiable.',
  schema: answer,
} as const

export const bringCertificate = {
  method: 'PUT',
  url: '/signing/certificate',
  permission: 'organisation.settings',
  summary: "Seals with the organisation's own certificate from now on.",
  schema: {
    body: z.object({
      /** A PKCS#12 file (.p12, .pfx) in base64. */
      file: z.base64().min(1).max(200_000),
      password: z.string().max(1_000),
    }),
    ...answer,
  },
} as const

export const changeTimestamps = {
  method: 'PUT',
  url: '/signing/timestamps',
  permission: 'organisation.settings',
  summary: "Sets the timestamp authority (RFC 3161); '' seals without.",
  schema: {
    body: z.object({
      url: z.union([z.url({ protocol: /^https?$/ }).max(500), z.literal('')]),
    }),
    ...answer,
  },
} as const

/** Asks the authority for one timestamp now. */
export const tryTimestamps = {
  method: 'POST',
  url: '/signing/timestamps/checks',
  permission: 'organisation.settings',
  summary: 'Tries the timestamp authority that is set.',
  schema: answer,
} as const

const Signature = z.object({
  field: z.string(),
  signer: z.string(),
  reason: z.string(),
  location: z.string(),
  /** As the clock of the signer said. */
  signedAt: Instant.nullable(),
  certificate: z
    .object({
      fingerprint: z.string(),
      subject: z.string(),
      issuer: z.string(),
      validFrom: Instant,
      validUntil: Instant,
    })
    .nullable(),
  isOurs: z.boolean().nullable(),
  timestamp: z.object({ at: Instant, authority: z.string() }).nullable(),
  level: z.enum(['b_b', 'b_t']),
  coversWholeDocument: z.boolean(),
  isIntact: z.boolean(),
  findings: z.array(Finding),
})

/** A multipart form with one PDF. */
export const verifyPdf = {
  method: 'POST',
  url: '/signing/verifications',
  permission: 'member',
  summary: 'Says whether a sealed PDF is unchanged; keeps nothing of it.',
  schema: {
    response: {
      200: z.object({
        state: z.enum(['intact', 'changed', 'unsigned', 'unreadable']),
        signatures: z.array(Signature),
        findings: z.array(Finding),
      }),
      ...refusals,
    },
  },
} as const
