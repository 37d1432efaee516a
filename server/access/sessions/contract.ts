import * as z from 'zod'

import { refusals } from '../../http/contract.ts'

export const getDeviceKey = {
  method: 'GET',
  url: '/me/device-key',
  permission: 'member',
  summary: 'What seals things that wait on a device to be sent: one person, one organisation.',
  schema: { response: { 200: z.object({ key: z.string() }), ...refusals } },
} as const
