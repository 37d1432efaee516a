import { expect, test } from 'vitest'
import * as z from 'zod'

import { lightened } from './light-contracts.ts'

test('the browser gets of a contract its method, address and lists, and no schema', () => {
  const source = lightened({
    CODES: ['a', 'b'],
    Shape: z.object({ id: z.string() }),
    helper: () => 1,
    readThing: {
      method: 'GET',
      url: '/things/:id',
      permission: 'customers.read',
      summary: 'Reads a thing.',
      schema: { params: z.object({ id: z.string() }), response: {} },
    },
  })
  expect(source.split('\n')).toEqual([
    'export const CODES = ["a","b"]',
    'export const readThing = {"method":"GET","url":"/things/:id"}',
  ])
})
