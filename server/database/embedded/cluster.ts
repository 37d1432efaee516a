import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

import type { Binaries } from './binaries.ts'
import { giveTo, type Identity } from './identity.ts'
import { isAlive } from './processes.ts'

/** The files of one embedded database: PostgreSQL's own, the password, the log, who uses it. */
export function layoutOf(dataDirectory: string) {
  return {
    data: join(dataDirectory, 'data'),
    password: join(dataDirectory, 'password'),
    log: join(dataDirectory, 'log'),
    users: join(dataDirectory, 'users'),
    postmaster: join(dataDirectory, 'data', 'postmaster.pid'),
  }
}

/**
 * Makes a new database unless there is one. It is made aside and moved into place when complete, so a
 * crash, a full disk or a second process at the same moment leaves a whole one or none.
 */
export async function ensureCluster(
  { dataDirectory, durable }: { dataDirectory: string; durable: boolean },
  { initdb }: Binaries,
  identity: Identity,
): Promise<void> {
  if (existsSync(dataDirectory)) return
  const parent = dirname(dataDirectory)
  // Another user who is to own the files must be able to pass.
  mkdirSync(parent, { recursive: true, mode: identity.owner ? 0o711 : 0o700 })
  removeAbandoned(parent, basename(dataDirectory))
  const draft = `${dataDirectory}.new-${process.pid}`
  const { data, password, log, users } = layoutOf(draft)
  try {
    for (const folder of [draft, data, log, users]) mkdirSync(folder, { mode: 0o700 })
    writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
    giveTo(identity, draft)
    const hasty = durable ? [] : HASTY
    await run([...identity.prefix, initdb, ...initdbArguments(data, password), ...hasty], identity)
    renameSync(draft, dataDirectory)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(dataDirectory)) throw error
  }
}

/** Tests connect ten thousand times; a password of 192 random bits is guessed by nobody either way. */
const HASTY = ['--no-sync', '--set=scram_iterations=1']

function removeAbandoned(parent: string, name: string): void {
  const prefix = `${name}.new-`
  const drafts = readdirSync(parent).filter((entry) => entry.startsWith(prefix))
  const abandoned = drafts.filter((entry) => !isAlive(Number(entry.slice(prefix.length))))
  for (const entry of abandoned) rmSync(join(parent, entry), { recursive: true, force: true })
}

function initdbArguments(data: string, password: string): string[] {
  return [
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ]
}

async function run([command = '', ...args]: string[], { options, owner }: Identity): Promise<void> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
  const code = await new Promise((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  )
  if (code === 0) return
  const hint =
    owner && errors.includes('Permission denied')
      ? '\nStarted by root, PostgreSQL works as the user nobody here, who must be able to enter the ' +
        'folder: choose another with GOODTERMS_HOME, or start Goodterms as an ordinary user.'
      : ''
  throw new Error(`PostgreSQL could not make its files: ${errors.trim()}${hint}`)
}

/** Refuses files of another PostgreSQL major version, which this one cannot read. */
export function checkVersion(dataDirectory: string, ours: string): void {
  const file = join(layoutOf(dataDirectory).data, 'PG_VERSION')
  if (!existsSync(file)) {
    throw new Error(
      `${dataDirectory} exists but holds no PostgreSQL data. Move it away to start afresh.`,
    )
  }
  const theirs = readFileSync(file, 'utf8').trim()
  if (theirs === ours) return
  throw new Error(
    `The data in ${dataDirectory} were written by PostgreSQL ${theirs}; this version of Goodterms ` +
      `brings PostgreSQL ${ours}, which cannot read them. Nothing was changed. Start the version of ` +
      'Goodterms that you used before, or point DATABASE_URL at a server that holds a restored copy.',
  )
}
