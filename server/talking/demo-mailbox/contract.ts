import * as z from 'zod'

import { Id, Instant, refusals } from '../../http/contract.ts'

const CaughtMail = z.object({
  id: Id,
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
    params: z.object({ id: Id }),
    response: {
      200: CaughtMail.extend({ text: z.string(), source: z.string() }),
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
    params: z.object({ id: Id, position: z.coerce.number().int().min(0) }),
    response: { 200: z.unknown(), ...refusals },
  },
} as const

/** The HTML part as its own page, for a frame. */
export const getCaughtPage = {
  method: 'GET',
  url: '/demo-mailbox/:id/page',
  permission: 'messages.read',
  summary: 'The HTML part of a caught mail, as a page for a frame',
  schema: { params: z.object({ id: Id }), response: { 200: z.unknown(), ...refusals } },
} as const
