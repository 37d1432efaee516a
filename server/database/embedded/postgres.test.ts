import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'

import { layoutOf } from './cluster.ts'
import { startPostgres } from './postgres.ts'
import { findPostmaster } from './postmaster.ts'

test('data survive a stop and a start, in a folder with blanks that nobody else may enter', async () => {
  const home = newHome()
  const first = await start(home)
  await query(first.url, 'create table kept as select 42 as answer')
  await first.stop()
  expect(findPostmaster(home)).toBeNull()

  const second = await start(home)
  expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('the password is a file that only its owner reads, and is asked for', async () => {
  const home = newHome()
  const { url } = await start(home)

  expect(statSync(layoutOf(home).password).mode & 0o777).toBe(0o600)
  const stranger = new URL(url)
  stranger.password = 'guessed'
  await expect(query(stranger.href, 'select 1')).rejects.toThrow('password authentication failed')
})

test('a process that is killed leaves everything committed, and the next start just works', async () => {
  const home = newHome()
  const { process: killed, url } = await startElsewhere(home)
  await query(url, 'create table kept as select 42 as answer')
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  const orphan = findPostmaster(home)
  expect(orphan).not.toBeNull()

  const next = await start(home)
  expect(await query(next.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  expect(findPostmaster(home)?.pid).not.toBe(orphan?.pid)
})

test('a server that is killed with everything else recovers', async () => {
  const home = newHome()
  const { process: killed, url } = await startElsewhere(home)
  await query(url, 'create table kept as select 42 as answer')
  process.kill(findPostmaster(home)?.pid ?? 0, 'SIGKILL')
  killed.kill('SIGKILL')
  await once(killed, 'exit')

  const next = await start(home)
  expect(await query(next.url, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('processes that start at the same moment share one server; the last to leave stops it', async () => {
  const home = newHome()
  const others = await Promise.all([
    startElsewhere(home),
    startElsewhere(home),
    startElsewhere(home),
  ])
  const urls = new Set(others.map(({ url }) => url))
  expect(urls.size).toBe(1)
  expect(readdirSync(dirname(home))).toEqual(['postgres'])

  const [first, ...rest] = others
  await first?.stop()
  expect(await query([...urls].join(''), 'select 1 as one')).toEqual([{ one: 1 }])
  for (const other of rest) await other.stop()
  expect(findPostmaster(home)).toBeNull()
})

test('a number in postmaster.pid that now belongs to another program is forgotten', async () => {
  const home = newHome()
  await (await start(home)).stop()
  const lines = [process.pid, layoutOf(home).data, 1, 5432, '', '127.0.0.1', '', 'ready   ']
  writeFileSync(layoutOf(home).postmaster, `${lines.join('\n')}\n`)

  const next = await start(home)
  expect(await query(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a port that another program holds is named', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined

  await expect(start(newHome(), { port })).rejects.toThrow(`Port ${port} is taken`)
})

test('files of another major version are refused and left alone', async () => {
  const home = newHome()
  await (await start(home)).stop()
  const version = join(layoutOf(home).data, 'PG_VERSION')
  writeFileSync(version, '17\n')

  await expect(start(home)).rejects.toThrow('written by PostgreSQL 17')
  expect(readFileSync(version, 'utf8')).toBe('17\n')
})

test('a folder that is no database is refused and left alone', async () => {
  const home = newHome()
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'letter.txt'), 'mine')

  await expect(start(home)).rejects.toThrow('holds no PostgreSQL data')
  expect(readdirSync(home)).toEqual(['letter.txt'])
})

test('what a killed process had half made is cleared away', async () => {
  const home = newHome()
  const abandoned = `${home}.new-999999999`
  mkdirSync(abandoned, { recursive: true })

  await start(home)
  expect(existsSync(abandoned)).toBe(false)
})

test.runIf(process.getuid?.() === 0).each([
  ['a user namespace', ['unshare', 'setpriv'], 0o700, 'ours'],
  ['setpriv, past closed folders', ['setpriv'], 0o700, 'of nobody'],
  ['the user nobody, where folders are open', [], 0o711, 'of nobody'],
])('root starts it in %s', async (_, programs, mode, owner) => {
  const home = newHome(mode)
  const path = newHome()
  mkdirSync(path)
  for (const name of ['sh', 'sleep', 'rm', ...programs])
    symlinkSync(`/usr/bin/${name}`, join(path, name))

  const { url, stop } = await startElsewhere(home, { durable: false, env: { PATH: path } })
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(statSync(layoutOf(home).data).uid === 0 ? 'ours' : 'of nobody').toBe(owner)
  await stop()
})

test('a throw-away server goes with its starter, however that ends', async () => {
  const home = newHome()
  const { process: killed } = await startElsewhere(home, { durable: false })
  killed.kill('SIGKILL')
  for (let waited = 0; existsSync(home) && waited < 10_000; waited += 50) await pause(50)

  expect(findPostmaster(home)).toBeNull()
  expect(existsSync(home)).toBe(false)
})

function newHome(mode = 0o700): string {
  const folder = join(tmpdir(), `goodterms home ${randomUUID()}`)
  mkdirSync(folder, { mode })
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'postgres')
}

async function start(dataDirectory: string, { port }: { port?: number | undefined } = {}) {
  const postgres = await startPostgres({ dataDirectory, port, durable: true })
  onTestFinished(() => postgres.stop())
  return postgres
}

/** The same in a process of its own, which stops the server when its input ends. */
async function startElsewhere(
  dataDirectory: string,
  { durable = true, env = {} }: { durable?: boolean; env?: Record<string, string> } = {},
) {
  const options = JSON.stringify({ dataDirectory, durable })
  const script = `
    import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))}
    const postgres = await startPostgres(${options})
    console.log(postgres.url)
    process.stdin.resume().once('end', () => postgres.stop())`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
  return { process: child as ChildProcess, url: String(line).trim(), stop: () => endOf(child) }
}

async function endOf(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.stdin?.end()
  await exit
}

async function query(connectionString: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString })
  // The server is stopped under it in some tests; that is no failure of theirs.
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows as unknown[]
  } finally {
    await client.end()
  }
}
