import * as z from 'zod'

import { Id, Money, refusals } from '../../../http/contract.ts'
import { ReasonCode } from '../../gate/contract.ts'

const MessageId = z.object({ messageId: Id })

/** Amounts of what the message was about, by currency. */
const Amounts = z.array(Money)

export const previewCopy = {
  method: 'GET',
  url: '/messages/:messageId/copy',
  permission: 'messages.decide',
  summary: 'What would go, and to whom, if a message that left were sent once more as a copy.',
  schema: {
    params: MessageId,
    querystring: z.object({ contactId: Id.optional() }),
    response: {
      200: z.object({
        /** Whom mail reaches, those first whom we usually write to. */
        contacts: z.array(z.object({ id: Id, name: z.string(), address: z.string() })),
        /** Null where it may not go. */
        mail: z
          .object({
            contactId: Id,
            to: z.string(),
            senderName: z.string(),
            subject: z.string(),
            text: z.string(),
            attachments: z.array(z.string()),
            isTest: z.boolean(),
          })
          .nullable(),
        /** Why it may not go. */
        reasons: z.array(ReasonCode),
        /** What to know before: how old the books are. */
        warnings: z.array(ReasonCode),
        /** What it states as open, and what of that is open now. */
        stated: Amounts,
        openNow: Amounts,
      }),
      ...refusals,
    },
  },
} as const

export const sendCopy = {
  method: 'POST',
  url: '/messages/:messageId/copies',
  permission: 'messages.decide',
  summary:
    'Sends a message that left once more, to one person who asked for it, marked as a copy. The same key sends it once.',
  schema: {
    params: MessageId,
    body: z.object({
      /** Made by whoever asks, anew for each copy. */
      key: Id,
      contactId: Id,
      /** Who asked for it, and why. */
      why: z.string().trim().min(1).max(500),
    }),
    response: { 201: z.object({ id: Id, undoSeconds: z.int() }), ...refusals },
  },
} as const
