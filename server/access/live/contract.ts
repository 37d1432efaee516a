import * as z from 'zod'

import { refusals } from '../../http/contract.ts'

/** Server-sent events: `change` {names, customerId} says what kind of thing changed, never what it is now. */
export const live = {
  method: 'GET',
  url: '/live',
  permission: 'member',
  summary: 'Tells what changed, as it changes (text/event-stream).',
  schema: { response: { 200: z.unknown(), ...refusals } },
} as const
