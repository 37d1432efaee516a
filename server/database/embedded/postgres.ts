import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'

import { findBinaries, type Binaries } from './binaries.ts'
import { checkVersion, ensureCluster, layoutOf } from './cluster.ts'
import { findIdentity, type Identity } from './identity.ts'
import {
  findPostmaster,
  forgetStranger,
  stopPostmaster,
  untilReady,
  type Postmaster,
} from './postmaster.ts'
import { usersOf } from './processes.ts'
import { durableSettings, throwAwaySettings } from './settings.ts'

export type EmbeddedPostgres = {
  /** Connects as the superuser to the database `postgres`. */
  readonly url: string
  readonly stop: () => Promise<void>
}

type Options = {
  readonly dataDirectory: string
  readonly port?: number | undefined
  /** False for tests only: nothing is written for safety, and the server dies with its starter. */
  readonly durable: boolean
  /** Told in plain words when something takes its time. */
  readonly say?: (sentence: string) => void
}

/**
 * Starts the PostgreSQL in a folder, making it first if need be, or joins the one that another
 * Goodterms process runs there. The last process to stop stops the server.
 */
export async function startPostgres(options: Options): Promise<EmbeddedPostgres> {
  const dataDirectory = resolve(options.dataDirectory)
  const binaries = findBinaries()
  const identity = findIdentity(binaries.postgres)
  if (!existsSync(dataDirectory)) options.say?.(`Making the database in ${dataDirectory} …`)
  await ensureCluster({ ...options, dataDirectory }, binaries, identity)
  checkVersion(dataDirectory, binaries.major)

  const users = usersOf(layoutOf(dataDirectory).users)
  users.enter()
  const orphan = users.hasOthers() ? null : findPostmaster(dataDirectory)
  if (orphan) await stopPostmaster(dataDirectory, orphan.pid)
  const postmaster = await launchOrJoin({ ...options, dataDirectory }, binaries, identity)
  const release = options.durable ? () => {} : guard(dataDirectory, postmaster.pid)

  const password = readFileSync(layoutOf(dataDirectory).password, 'utf8')
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${postmaster.port}/postgres`,
    async stop() {
      users.leave()
      if (!users.hasOthers()) await stopPostmaster(dataDirectory, postmaster.pid)
      if (!options.durable) rmSync(dataDirectory, { recursive: true, force: true })
      release()
    },
  }
}

const ATTEMPTS = 5

async function launchOrJoin(
  options: Options,
  binaries: Binaries,
  identity: Identity,
): Promise<Postmaster> {
  const { dataDirectory, say = () => {} } = options
  for (let attempt = 1; ; attempt += 1) {
    const joined = await untilReady(dataDirectory, say)
    if (joined) return joined
    await launch({ ...options, port: options.port ?? (await freePort()) }, binaries, identity)
    const launched = await untilReady(dataDirectory, say)
    if (launched) return launched
    const reason = lastWordsOf(dataDirectory)
    if (options.port && reason.includes('Address already in use')) {
      throw new Error(`Port ${options.port} is taken by another program.`)
    }
    if (attempt === ATTEMPTS) throw new Error(`PostgreSQL did not start:\n${reason}`)
  }
}

/** Starts the server and waits until it holds its lock, or has ended without. */
async function launch(
  { dataDirectory, port, durable }: Options,
  { postgres }: Binaries,
  { prefix, options }: Identity,
): Promise<void> {
  forgetStranger(dataDirectory)
  const settings = { ...(durable ? durableSettings() : throwAwaySettings()), port: String(port) }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = [...prefix, postgres, '-D', layoutOf(dataDirectory).data, ...flags]
  const [command = '', ...args] = server
  const log = openSync(startLogOf(dataDirectory), 'w', 0o600)
  // A group of its own: Ctrl-C reaches Goodterms, which finishes its work before it stops the server.
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  child.unref()
  const ended = new Promise<'ended'>((done, fail) => {
    child.once('exit', () => done('ended')).once('error', fail)
  })
  while (!findPostmaster(dataDirectory)) {
    const wait = new Promise<'waited'>((done) => setTimeout(done, 5, 'waited'))
    if ((await Promise.race([ended, wait])) === 'ended') return
  }
}

function startLogOf(dataDirectory: string): string {
  return join(layoutOf(dataDirectory).log, 'start.log')
}

/** What PostgreSQL wrote last: before its log is open in one file, after that in the newest other. */
function lastWordsOf(dataDirectory: string): string {
  const { log } = layoutOf(dataDirectory)
  const files = readdirSync(log).map((name) => join(log, name))
  const byAge = files.toSorted((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs)
  const lines = byAge
    .slice(-2)
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').slice(-8))
  return lines.join('\n')
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const address = probe.address()
  await new Promise((done) => probe.close(done))
  if (typeof address !== 'object' || !address) throw new Error('This machine has no free port.')
  return address.port
}

/** A shell that waits on a pipe of ours: when we die, however suddenly, it stops the server and tidies up. */
function guard(dataDirectory: string, pid: number): () => void {
  const script = 'read _; kill -QUIT $1; while kill -0 $1; do sleep 0.1; done; rm -rf "$2"'
  const shell = spawn('sh', ['-c', script, 'sh', String(pid), dataDirectory], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.unref()
  const pipe = shell.stdin
  if ('unref' in pipe && typeof pipe.unref === 'function') pipe.unref()
  return () => pipe.end()
}
