import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pino from 'pino'
import { onTestFinished } from 'vitest'

import { openFiles, openSecrets } from '../access/index.ts'
import { connect } from '../database/database.ts'
import { startLiveness } from '../jobs/liveness.ts'
import { instant, type Instant } from '../kernel/day.ts'
import type { World } from '../world.ts'
import { testDatabase } from './test-database.ts'

export type TestClock = { setNow: (now: string) => void; now: () => Instant }

/** A world on a fresh database and folder, whose clock stands still until it is set. */
export async function testWorld(
  options: { now?: string; today?: string; origin?: string } = {},
): Promise<{ world: World; clock: TestClock }> {
  const { ownerUrl } = await testDatabase()
  const db = connect(ownerUrl, { connections: 8 })
  const keyring = connect(ownerUrl, { connections: 1 })
  const folder = await mkdtemp(join(tmpdir(), 'goodterms-files-'))
  const liveness = await startLiveness(ownerUrl)
  onTestFinished(async () => {
    await liveness.stop()
    await db.destroy()
    await keyring.destroy()
    await rm(folder, { recursive: true, force: true })
  })
  const secrets = openSecrets(keyring, randomBytes(32))
  const clock = stoppedClock(options.now ?? `${options.today ?? '2026-03-02'}T12:00:00Z`)
  const world: World = {
    db,
    ownerUrl,
    clock: clock.now,
    secrets,
    files: openFiles(folder, secrets),
    log: pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
    processId: liveness.processId,
    hasTrialClock: false,
    origin: options.origin ?? 'http://localhost:4170',
  }
  return { world, clock }
}

function stoppedClock(start: string): TestClock {
  let now = instant(start)
  return { now: () => now, setNow: (text) => void (now = instant(text)) }
}
