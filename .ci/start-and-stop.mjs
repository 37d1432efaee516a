#!/usr/bin/env node
// npm start as a user meets it: up with data, gone after Ctrl-C, up again at once, and up again after
// every way of dying. Plain JavaScript for the machine's own Node.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const home = mkdtempSync(join(tmpdir(), 'goodterms trial '))
const port = await freePort()
const origin = `http://127.0.0.1:${port}`
const problems = []
const groups = new Set()
let isBusyForGood = false

try {
  let server = await start('the first start', 120)
  await stop(server, 'Ctrl-C', pressCtrlC)
  server = await start('the second start', 5)
  await stop(server, 'SIGTERM to npm', (npm) => process.kill(npm, 'SIGTERM'))
  server = await start('the start after SIGTERM', 5)
  await stop(server, 'kill -9 of the server', () => kill(ours('server/main.ts')[0]), true)
  server = await start('the start after kill -9', 10)
  await stop(server, 'kill -9 of npm', (npm) => process.kill(npm, 'SIGKILL'))
  server = await start('the start after kill -9 of npm', 10)
  await stop(server, 'kill -9 of everything', () => ours().forEach(kill))
  server = await start('the start after kill -9 of everything', 15)
  await stop(server, 'Ctrl-C', pressCtrlC)
} catch (error) {
  problems.push(error.message)
}
ours().forEach(kill)
rmSync(home, { recursive: true, force: true })
for (const problem of problems) console.log(`✗ ${problem}`)
process.exitCode = problems.length > 0 ? 1 : 0

/** A start within its limit; one that was slow may try once more, for others may use the machine too. */
async function start(name, limit) {
  const first = await launch(name, limit)
  if (first.seconds <= limit) return first
  await stop(first, 'Ctrl-C', pressCtrlC)
  const second = await launch(`${name}, once more`, limit)
  if (second.seconds > limit)
    problems.push(`${name} took ${second.seconds.toFixed(1)} s, not ${limit}`)
  return second
}

async function launch(name, limit) {
  await untilIdle()
  const started = performance.now()
  const env = { ...process.env, GOODTERMS_HOME: join(home, 'home'), GOODTERMS_PORT: String(port) }
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  groups.add(npm.pid)
  let output = ''
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text) => (output += text))
  const ended = new Promise((resolve) => npm.once('exit', resolve))
  while (!(await answers())) {
    const seconds = (performance.now() - started) / 1000
    if (npm.exitCode !== null || seconds > 300)
      throw new Error(`${name} failed after ${seconds} s:\n${output}`)
    await pause(50)
  }
  const seconds = (performance.now() - started) / 1000
  console.log(`${name}: ${seconds.toFixed(1)} s (at most ${limit})`)
  return { pid: npm.pid, ended, seconds }
}

/** Waits until the machine does little else; where that takes a minute, it is busy for good. */
async function untilIdle() {
  if (isBusyForGood) return
  for (let waited = 0; waited < 60; waited += 1) {
    const before = ticks()
    await pause(1000)
    const after = ticks()
    if (after.busy - before.busy < 0.3 * (after.all - before.all)) return
  }
  console.log('The machine is busy; what follows is measured all the same.')
  isBusyForGood = true
}

function ticks() {
  const times = cpus().map(({ times: { idle, ...used } }) => ({ idle, used: Object.values(used) }))
  const busy = times.flatMap(({ used }) => used).reduce((sum, one) => sum + one, 0)
  return { busy, all: busy + times.reduce((sum, { idle }) => sum + idle, 0) }
}

function pressCtrlC(group) {
  process.kill(-group, 'SIGINT')
}

async function stop({ pid, ended }, name, act, mayLeavePostgres = false) {
  act(pid)
  await ended
  if (mayLeavePostgres) return
  for (let waited = 0; ours().length > 0 && waited < 15_000; waited += 50) await pause(50)
  if (ours().length > 0) problems.push(`after ${name} something still runs: ${ours().join(' ')}`)
}

async function answers() {
  try {
    const [page, api] = await Promise.all([fetch(`${origin}/`), fetch(`${origin}/api/setup`)])
    return page.ok && api.ok && (await page.text()).includes('<script')
  } catch {
    return false
  }
}

/** The processes that this trial has started: npm, the server, PostgreSQL. */
function ours(part = '') {
  const { stdout } = spawnSync('ps', ['-ww', '-eo', 'pid=,pgid=,command='], { encoding: 'utf8' })
  return stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match && (groups.has(Number(match[2])) || match[3].includes(home)))
    .filter((match) => match[3].includes(part))
    .map((match) => Number(match[1]))
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

async function freePort() {
  const probe = createServer()
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port: free } = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return free
}
