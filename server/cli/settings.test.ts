import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, expect, onTestFinished, test, vi } from 'vitest'

import { dayIn, instant } from '../kernel/day.ts'
import { findMasterKey } from './master-key.ts'
import { clockFrom, readSettings } from './settings.ts'

afterEach(() => void vi.useRealTimers())

test.each([
  ['GOODTERMS_PORT', '70000', 'no port number'],
  ['GOODTERMS_PORT', 'http', 'no port number'],
  ['GOODTERMS_ORIGIN', 'goodterms.example.com', 'must be the address'],
  ['GOODTERMS_CLOCK', 'tomorrow', 'must be an instant'],
  ['GOODTERMS_CLOCK', '2026-12-01', 'must be an instant'],
])('%s=%s is refused in words', (name, value, words) => {
  expect(() => readSettings({ [name]: value })).toThrow(words)
})

test('without settings it runs on this machine alone, with its own database and a demo', () => {
  expect(readSettings({})).toMatchObject({
    host: '127.0.0.1',
    port: 4170,
    origin: 'http://localhost:4170',
    databaseUrl: undefined,
    wantsDemo: true,
  })
  expect(readSettings({ DATABASE_URL: 'postgres://x/y' }).wantsDemo).toBe(false)
})

test('P72 today moves on in a process that lives across three midnights', () => {
  vi.useFakeTimers({ now: new Date('2026-03-01T10:00:00Z') })
  const [real, trial] = [clockFrom(undefined), clockFrom(instant('2026-12-24T23:59:59Z'))]
  const today = () => [dayIn('UTC', real()), dayIn('UTC', trial())]
  expect(today()).toEqual(['2026-03-01', '2026-12-24'])
  vi.advanceTimersByTime(14 * 60 * 60 * 1000)
  expect(today()).toEqual(['2026-03-02', '2026-12-25'])
  vi.advanceTimersByTime(24 * 60 * 60 * 1000)
  expect(today()).toEqual(['2026-03-03', '2026-12-26'])
  vi.advanceTimersByTime(24 * 60 * 60 * 1000)
  expect(today()).toEqual(['2026-03-04', '2026-12-27'])
})

async function home(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'goodterms-home-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

const yes = async () => true
const no = async () => false

test('the first start makes a master key that only its owner may read, and keeps to it', async () => {
  const folder = await home()
  const key = await findMasterKey({ home: folder, masterKey: undefined }, yes)
  expect(key).toHaveLength(32)
  expect((await stat(join(folder, 'master.key'))).mode & 0o777).toBe(0o600)
  expect(await findMasterKey({ home: folder, masterKey: undefined }, no)).toEqual(key)
})

test('of two first starts at once both have the same key', async () => {
  const folder = await home()
  const find = () => findMasterKey({ home: folder, masterKey: undefined }, yes)
  const [one, two] = await Promise.all([find(), find()])
  expect(one).toEqual(two)
})

test('a key that is missing, short or not a key is told, never replaced', async () => {
  const folder = await home()
  const find = (masterKey?: string) => findMasterKey({ home: folder, masterKey }, no)
  await expect(find()).rejects.toThrow('The master key is missing')
  await expect(find('short')).rejects.toThrow('must be 32 bytes')
  await writeFile(join(folder, 'master.key'), 'damaged')
  await expect(find()).rejects.toThrow('must be 32 bytes')
  expect(await readFile(join(folder, 'master.key'), 'utf8')).toBe('damaged')
  expect(await find('00'.repeat(32))).toEqual(Buffer.alloc(32))
})
