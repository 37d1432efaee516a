import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Client } from 'pg'
import pino from 'pino'

import { openFiles, openSecrets } from '../server/access/index.ts'
import { connect } from '../server/database/database.ts'
import { startPostgres } from '../server/database/embedded/postgres.ts'
import { migrate } from '../server/database/migrate.ts'
import { startLiveness } from '../server/jobs/liveness.ts'
import { dayIn, instantOfMilliseconds, type Day, type Instant } from '../server/kernel/day.ts'
import { newId } from '../server/kernel/ids.ts'
import type { World } from '../server/world.ts'

export type Ground = {
  readonly world: World
  /** The owner's connection, past row-level security: for made-up data and bare queries. */
  readonly owner: Client
  readonly today: Day
  readonly folder: string
  readonly masterKey: Buffer
  readonly stop: () => Promise<void>
}

function now(): Instant {
  return instantOfMilliseconds(Date.now())
}

/** A PostgreSQL as a user would have it (durable, default settings of ours), migrated and empty. */
export async function openGround(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'goodterms-bench-'))
  const postgres = await startPostgres({
    dataDirectory: join(folder, 'postgres'),
    durable: true,
  })
  await migrate(postgres.url)
  const owner = new Client({ connectionString: postgres.url })
  await owner.connect()
  await owner.query("set timezone = 'UTC'")
  const db = connect(postgres.url, { connections: 10 })
  const liveness = await startLiveness(postgres.url)
  const masterKey = randomBytes(32)
  const secrets = openSecrets(db, masterKey)
  const world: World = {
    db,
    ownerUrl: postgres.url,
    clock: now,
    secrets,
    files: openFiles(join(folder, 'files'), secrets),
    log: pino({ level: 'silent' }),
    processId: liveness.processId,
    hasTrialClock: false,
    origin: 'http://127.0.0.1:4170',
  }
  return {
    world,
    owner,
    folder,
    masterKey,
    today: dayIn('Europe/Berlin', now()),
    async stop() {
      await liveness.stop()
      await db.destroy()
      await owner.end()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** An organisation with one legal entity, ready for a made-up ledger. */
export async function putOrganisation(
  { world, owner }: Ground,
  slug: string,
): Promise<{ organisationId: string; legalEntityId: string }> {
  const [organisationId, legalEntityId] = [newId(), newId()]
  await owner.query(
    `insert into organisations (id, name, slug, time_zone, data_key, created_at)
     values ($1, $2, $2, 'Europe/Berlin', $3, now())`,
    [organisationId, slug, world.secrets.newDataKey()],
  )
  await owner.query(
    `insert into legal_entities (id, organisation_id, name, code, currency, time_zone, country,
       created_at)
     values ($1, $2, 'Bench Ltd', 'BENCH', 'EUR', 'Europe/Berlin', 'DE', now())`,
    [legalEntityId, organisationId],
  )
  return { organisationId, legalEntityId }
}
