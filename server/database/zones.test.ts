import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

import { testDatabase } from '../testing/test-database.ts'

const probe = fileURLToPath(new URL('../testing/zone-probe.ts', import.meta.url))

test('P70 days and instants are the same wherever the machine is', async () => {
  const { ownerUrl } = await testDatabase()
  const zones = ['UTC', 'Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kolkata']
  const told = await Promise.all(
    zones.map(async (zone) => {
      const env = { ...process.env, TZ: zone }
      const { stdout } = await promisify(execFile)(process.execPath, [probe, ownerUrl], { env })
      return stdout
    }),
  )
  expect(new Set(told).size).toBe(1)
  expect(JSON.parse(told[0] ?? '')).toEqual({
    rows: [
      {
        day: '2026-03-29',
        next: '2026-10-26',
        at: '2026-03-28T23:30:00.000Z',
        sent: '2026-01-01',
        told: '2026-03-08T10:00:00.000Z',
      },
    ],
    next: '2026-03-29',
    across: 274,
    weekday: 7,
    days: ['2026-03-29', '2026-03-28', '2026-03-29'],
    time: '01:59',
    morning: '2026-03-29T06:30:00.000Z',
    skipped: '2026-03-29T01:30:00.000Z',
    twice: '2026-10-25T00:30:00.000Z',
  })
})
