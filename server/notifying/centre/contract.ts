import * as z from 'zod'

import { Id, Instant, refusals } from '../../http/contract.ts'

const Notification = z.object({
  id: Id,
  at: Instant,
  event: z.string(),
  title: z.string(),
  text: z.string(),
  customer: z.object({ id: Id, name: z.string() }).nullable(),
  isRead: z.boolean(),
})

export const listNotifications = {
  method: 'GET',
  url: '/notifications',
  permission: 'member',
  summary: 'What one was told, the newest first, and how much of it is unread.',
  schema: {
    querystring: z.object({
      cursor: Id.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    response: {
      200: z.object({
        rows: z.array(Notification),
        next: z.string().nullable(),
        unread: z.int(),
      }),
      ...refusals,
    },
  },
} as const

export const readNotifications = {
  method: 'POST',
  url: '/notifications/read',
  permission: 'member',
  summary: 'Marks notifications as read: these, or all up to one.',
  schema: {
    body: z.object({ ids: z.array(Id).max(200).default([]), upTo: Id.nullable().default(null) }),
    response: { 201: z.object({ unread: z.int() }), ...refusals },
  },
} as const
