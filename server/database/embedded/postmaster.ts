import { readFileSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

import { layoutOf } from './cluster.ts'
import { commandOf } from './processes.ts'

export type Postmaster = { readonly pid: number; readonly port: number; readonly isReady: boolean }

/** The server process that runs on these files now, or null. */
export function findPostmaster(dataDirectory: string): Postmaster | null {
  const lines = readLines(layoutOf(dataDirectory).postmaster)
  const pid = Number(lines[0])
  if (!pid || !isPostmaster(dataDirectory, pid)) return null
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
}

/** Asks the command line: after a restart of a container the number may be another program's. */
export function isPostmaster(dataDirectory: string, pid: number): boolean {
  return commandOf(pid).includes(layoutOf(dataDirectory).data)
}

/** PostgreSQL refuses to start while its old number belongs to any living process, even a stranger. */
export function forgetStranger(dataDirectory: string): void {
  const { postmaster } = layoutOf(dataDirectory)
  const pid = Number(readLines(postmaster)[0])
  if (pid && !isPostmaster(dataDirectory, pid)) rmSync(postmaster, { force: true })
}

/** Waits until the server accepts connections; null when it ends before, or there is none. */
export async function untilReady(
  dataDirectory: string,
  say: (sentence: string) => void,
): Promise<Postmaster | null> {
  for (let waited = 0; ; waited += 10) {
    const found = findPostmaster(dataDirectory)
    if (!found || found.isReady) return found
    if (waited === 3000) say('PostgreSQL is putting its files in order after a hard stop …')
    await pause(10)
  }
}

/** Stops the server: running statements are cancelled, everything committed is on disk. */
export async function stopPostmaster(dataDirectory: string, pid: number): Promise<void> {
  if (!isPostmaster(dataDirectory, pid)) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; isPostmaster(dataDirectory, pid); waited += 10) {
    if (waited >= 60_000)
      throw new Error(`PostgreSQL (process ${pid}) did not stop within a minute`)
    await pause(10)
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}
