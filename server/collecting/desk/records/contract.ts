import * as z from 'zod'

import { Day, Id, Instant, refusals } from '../../../http/contract.ts'
import { CustomerId, Done, Person } from '../contract.ts'
import {
  Hash,
  JURISDICTIONS,
  LimitationSource,
  Name,
  RECORD_KINDS,
  RecordDocument,
  RecordDraft,
  Role,
} from './drafts/contract.ts'

export const RECORD_STATES = [
  'waiting',
  'overtaken',
  'signed',
  'refused',
  'withdrawn',
  'superseded',
] as const

/** Why there is no timestamp, or no seal at all. */
export const SEAL_PROBLEMS = [
  'certificate_ended',
  'certificate_not_yet_valid',
  'unreachable',
  'timed_out',
  'http_error',
  'refused',
  'malformed',
  'not_for_this',
  'signature_invalid',
  'certificate_unsuited',
  'too_long',
] as const

const SealState = z.enum(['sealed_b_b', 'sealed_b_t', 'not_sealed'])

export const listRecords = {
  method: 'GET',
  url: '/customers/:customerId/records',
  permission: 'customers.read',
  summary: 'What was put in writing with a customer, the newest first.',
  schema: {
    params: CustomerId,
    response: {
      200: z.object({
        records: z.array(
          z.object({
            id: Id,
            kind: z.enum(RECORD_KINDS),
            state: z.enum(RECORD_STATES),
            signerName: z.string(),
            madeAt: Instant,
            madeBy: Person,
            signedAt: Instant.nullable(),
            isTest: z.boolean(),
            seal: SealState.nullable(),
          }),
        ),
      }),
      ...refusals,
    },
  },
} as const

const RecordId = z.object({ recordId: Id })

export const AUDIT_NAMES = [
  'made',
  'requested',
  'mail_accepted',
  'mail_refused',
  'mail_unknown',
  'mail_given_up',
  'address_bounced',
  'link_made',
  'link_revoked',
  'link_closed',
  'code_made',
  'signed',
  'sealed',
  'refused',
  'withdrawn',
  'superseded',
  'not_sealed',
] as const

export const readRecord = {
  method: 'GET',
  url: '/records/:recordId',
  permission: 'customers.read',
  summary:
    'A record: what is signed, how it was signed and sealed, and everything that happened to it.',
  schema: {
    params: RecordId,
    response: {
      200: z.object({
        id: Id,
        number: z.string(),
        customer: z.object({ id: Id, name: z.string() }),
        kind: z.enum(RECORD_KINDS),
        jurisdiction: z.enum(JURISDICTIONS),
        state: z.enum(RECORD_STATES),
        /** What became of its matter before it was signed. */
        overtakenBy: z.enum(['paid', 'changed']).nullable(),
        document: RecordDocument,
        documentHash: Hash,
        signer: z.object({ name: z.string(), role: z.string(), address: z.string() }),
        madeBy: Person,
        madeAt: Instant,
        supersedesId: Id.nullable(),
        /** What takes its place, signed or not yet. */
        supersededBy: z.object({ id: Id, state: z.enum(RECORD_STATES) }).nullable(),
        /** What it was written from; null for records of before this was kept. */
        draft: RecordDraft.nullable(),
        signature: z
          .object({
            how: z.enum(['device', 'link']),
            method: z.enum(['drawn', 'typed']),
            name: z.string(),
            role: z.string(),
            typed: z.string(),
            /** As the pen moved: points of x and y in a field of 1000 by 400. */
            strokes: z.array(z.array(z.array(z.int()))),
            isTest: z.boolean(),
            signedAt: Instant,
            witness: Person.nullable(),
          })
          .nullable(),
        ending: z
          .object({
            kind: z.enum(['refused', 'withdrawn']),
            why: z.string(),
            at: Instant,
            by: Person.nullable(),
            /** Of a refusal by link: where the link went, and whence it came. No code was asked. */
            from: z.object({ address: z.string(), from: z.string(), agent: z.string() }).nullable(),
          })
          .nullable(),
        seal: z
          .object({
            state: SealState,
            problem: z.enum(SEAL_PROBLEMS).nullable(),
            fingerprint: z.string(),
            sha256: z.string().nullable(),
            sealedAt: Instant,
          })
          .nullable(),
        mails: z.array(
          z.object({
            id: Id,
            kind: z.enum(['request', 'copy_theirs', 'copy_ours']),
            name: z.string(),
            address: z.string(),
            isTest: z.boolean(),
            delivery: z.enum([
              'waiting',
              'handed_over',
              'accepted',
              'refused',
              'unknown',
              'given_up',
            ]),
            askedAt: Instant,
            answeredAt: Instant.nullable(),
          }),
        ),
        audit: z.array(z.object({ at: Instant, name: z.enum(AUDIT_NAMES), by: Person.nullable() })),
        limitation: LimitationSource.nullable(),
        restarts: z.array(
          z.object({ number: z.string(), source: z.string(), endsOn: Day.nullable() }),
        ),
        /** What the signer reads on the screen, in their language. */
        screen: z.object({
          sign: z.string(),
          name: z.string(),
          role: z.string(),
          roleHint: z.string(),
          draw: z.string(),
          orType: z.string(),
          drawHint: z.string(),
          clear: z.string(),
          doSign: z.string(),
          missingName: z.string(),
          missingSignature: z.string(),
          missingConsent: z.string(),
          signed: z.string(),
        }),
        /** Where anybody may check the sealed file. */
        verifyUrl: z.string(),
        timeZone: z.string(),
      }),
      ...refusals,
    },
  },
} as const

/** On the device of whoever is with the customer. */
export const signRecord = {
  method: 'POST',
  url: '/records/:recordId/signatures',
  permission: 'records.make',
  summary: "Takes the customer's signature on this device.",
  schema: {
    params: RecordId,
    body: z.object({
      name: Name,
      role: Role,
      typed: z.string().trim().max(120).default(''),
      /** Empty when the name was typed. */
      strokes: z
        .array(z.array(z.array(z.int()).length(2)).max(4000))
        .max(200)
        .default([]),
      /** The sentence that was agreed to, as it was shown. */
      consent: z.string().min(1).max(1000),
      documentHash: Hash,
    }),
    response: { 201: Done, ...refusals },
  },
} as const

export const requestSignature = {
  method: 'POST',
  url: '/records/:recordId/requests',
  permission: 'records.make',
  summary: 'Mails the signer a link to sign; an earlier link ends.',
  schema: {
    params: RecordId,
    body: z.object({ name: Name, address: z.email().max(254) }),
    response: { 201: Done, ...refusals },
  },
} as const

export const withdrawRecord = {
  method: 'POST',
  url: '/records/:recordId/withdrawal',
  permission: 'records.make',
  summary: 'Withdraws a record; its rows stay as they are.',
  schema: {
    params: RecordId,
    body: z.object({ why: z.string().trim().min(1).max(500) }),
    response: { 201: Done, ...refusals },
  },
} as const

export const sealRecord = {
  method: 'POST',
  url: '/records/:recordId/seals',
  permission: 'records.make',
  summary: 'Tries once more to seal a signed record that could not be sealed.',
  schema: { params: RecordId, response: { 201: Done, ...refusals } },
} as const

/** application/pdf, the sealed file. */
export const downloadRecord = {
  method: 'GET',
  url: '/records/:recordId/file',
  permission: 'customers.read',
  summary: 'The signed and sealed document.',
  schema: { params: RecordId, response: { 200: z.unknown(), ...refusals } },
} as const
