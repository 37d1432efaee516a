import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { explain, Trouble } from './explain.mjs'
import { whileLocked } from './lock.mjs'

test.each([
  ['npm error code ENOTFOUND\nnpm error network request failed', 'registry cannot be reached'],
  ['npm error code ENOSPC', 'disk is full'],
  ['npm error code EROFS', 'read-only'],
  ['npm error code EACCES\nnpm error path /opt/goodterms', 'belongs to another user'],
  ['npm error code SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
  ['npm error code ETARGET', 'does not give out a package'],
  ['node: /lib/libc.so.6: version `GLIBC_2.28` not found', 'do not run on this system'],
])('npm that ends with "%s" is explained: %s', (output, sentence) => {
  const text = explain(new Trouble('Installing …', output))
  expect(text).toContain('This did not work: Installing …')
  expect(text).toContain(sentence)
  expect(text).toContain(output.split('\n')[0])
})

test('a trouble nobody foresaw still shows what was said', () => {
  expect(explain(new Trouble('Installing …', 'the moon is full'))).toContain('the moon is full')
})

test('a program that is missing is named', () => {
  const error = Object.assign(new Error('spawn npm ENOENT'), {
    code: 'ENOENT',
    syscall: 'spawn npm',
    path: 'npm',
  })
  expect(explain(error)).toContain('"npm" is missing')
})

test('one start prepares while the others wait, and each finds the lock free again', async () => {
  const folder = newFolder()
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, (inside += 1))
    await new Promise((done) => setTimeout(done, 20))
    inside -= 1
  }
  await Promise.all([1, 2, 3].map(() => whileLocked(folder, work)))
  expect(most).toBe(1)
  expect(existsSync(join(folder, 'lock'))).toBe(false)
})

test('the lock of a start that was killed does not count', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'lock'), '999999999')
  let ran = false
  await whileLocked(folder, async () => {
    ran = true
  })
  expect(ran).toBe(true)
})

test('a start that fails lets the next one in', async () => {
  const folder = newFolder()
  const failing = whileLocked(folder, () => Promise.reject(new Error('no network')))
  await expect(failing).rejects.toThrow('no network')
  expect(existsSync(join(folder, 'lock'))).toBe(false)
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'goodterms-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}
