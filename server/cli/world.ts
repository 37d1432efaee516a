import { access, constants, mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { listOrganisations, openFiles, openSecrets } from '../access/index.ts'
import { connect, type Database } from '../database/database.ts'
import { startPostgres } from '../database/embedded/postgres.ts'
import { migrate } from '../database/migrate.ts'
import { bypassOf, ensureDatabase, hasOrganisations, majorVersionOf } from '../database/safety.ts'
import { startLiveness } from '../jobs/liveness.ts'
import type { Secrets, World } from '../world.ts'
import { explained, explainedHome } from './explain.ts'
import { openLog } from './log.ts'
import { findMasterKey } from './master-key.ts'
import { clockFrom, Mistake, readSettings, type Settings } from './settings.ts'

export type OpenedWorld = {
  readonly world: World
  readonly settings: Settings
  readonly close: () => Promise<void>
}

type Options = {
  /** Told in plain words when something takes its time. */
  readonly say?: (sentence: string) => void
  readonly settings?: Settings
  readonly connections?: number
}

/** Opens the installation that the environment names: its database (migrated), keys, files and clock. */
export async function openWorld(options: Options = {}): Promise<OpenedWorld> {
  const { settings = readSettings(), say = () => {} } = options
  const closing: (() => Promise<void>)[] = []
  const close = async () => {
    for (const end of closing.toReversed()) await end()
  }
  try {
    await openHome(settings.home)
    const ownerUrl = settings.databaseUrl
      ? await openOutside(settings.databaseUrl)
      : await openBuiltIn(settings, say, closing)
    await migrate(ownerUrl)
    const world = await openParts(ownerUrl, { ...options, settings }, closing)
    return { world, settings, close }
  } catch (error) {
    await close()
    throw explained(error, settings)
  }
}

async function openHome(home: string): Promise<void> {
  try {
    await mkdir(home, { recursive: true, mode: 0o700 })
    await access(home, constants.W_OK)
  } catch (error) {
    throw explainedHome(error, home)
  }
}

const OLDEST_POSTGRES = 15

async function openOutside(url: string): Promise<string> {
  const major = await majorVersionOf(url)
  if (major >= OLDEST_POSTGRES) return url
  throw new Mistake(
    `DATABASE_URL leads to a PostgreSQL ${major}; Goodterms needs ${OLDEST_POSTGRES} or newer.`,
  )
}

async function openBuiltIn(
  { home }: Settings,
  say: (sentence: string) => void,
  closing: (() => Promise<void>)[],
): Promise<string> {
  const dataDirectory = join(home, 'postgres')
  const postgres = await startPostgres({ dataDirectory, durable: true, say })
  closing.push(() => postgres.stop())
  return ensureDatabase(postgres.url, 'goodterms')
}

async function openParts(
  ownerUrl: string,
  { settings, connections = 10 }: Options & { settings: Settings },
  closing: (() => Promise<void>)[],
): Promise<World> {
  const db = connect(ownerUrl, { connections })
  closing.push(() => db.destroy())
  const bypass = await bypassOf(db)
  if (bypass) throw new Mistake(`Goodterms will not run on this database: ${bypass}.`)

  const masterKey = await findMasterKey(settings, async () => !(await hasOrganisations(db)))
  // Keys are asked for inside transactions too: never from a pool that those transactions may fill.
  const keyring = connect(ownerUrl, { connections: 1, name: 'goodterms keys' })
  closing.push(() => keyring.destroy())
  const secrets = openSecrets(keyring, masterKey)
  await refuseWrongKey(db, secrets)
  const liveness = await startLiveness(ownerUrl)
  closing.push(() => liveness.stop())
  return {
    db,
    ownerUrl,
    clock: clockFrom(settings.startsAt),
    secrets,
    files: openFiles(join(settings.home, 'files'), secrets),
    log: openLog(settings),
    processId: liveness.processId,
    hasTrialClock: settings.startsAt !== undefined,
    origin: settings.origin,
    outside: { allowedHosts: settings.webhookHosts },
  }
}

async function refuseWrongKey(db: Database, secrets: Secrets): Promise<void> {
  const [first] = await listOrganisations(db)
  if (!first) return
  try {
    await secrets.of(first.id)
  } catch (cause) {
    const sentence =
      'The master key does not open this database: it was set up with another one. Give the right key in GOODTERMS_MASTER_KEY or in master.key of the home folder.'
    throw new Mistake(sentence, { cause })
  }
}

/** Runs one command on the installation and closes it again, whatever happens. */
export async function withWorld<Result>(
  work: (world: World) => Promise<Result>,
  options: Options = {},
): Promise<Result> {
  const { world, close } = await openWorld({ connections: 4, ...options })
  try {
    return await work(world)
  } finally {
    await close()
  }
}
