import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Lets one process at a time prepare the folder; a lock whose holder has died does not count. */
export async function whileLocked(folder, work) {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'lock')
  for (let tries = 0; !take(lock); tries += 1) {
    if (tries === 0)
      console.error('Another start of Goodterms is preparing this folder; waiting for it …')
    await pause(200)
  }
  try {
    await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (isAlive(holderOf(lock))) return false
    rmSync(lock, { force: true })
    return take(lock)
  }
}

function holderOf(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return process.pid
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
