import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { Pool } from 'pg'
import { inject, onTestFinished } from 'vitest'

/** A fresh database, cloned from the migrated template and dropped when the test ends. */
export async function testDatabase(): Promise<{ ownerUrl: string }> {
  const adminUrl = inject('postgresUrl')
  const admin = adminOf(adminUrl)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const copy = `template ${inject('templateDatabase')} strategy file_copy`
  await admin.query(`create database ${name} ${copy}`)
  onTestFinished(() => dropDatabase(admin, name))
  const url = new URL(adminUrl)
  url.pathname = name
  return { ownerUrl: url.href }
}

const LEAVING_MILLISECONDS = 500
const OTHERS = 'select from pg_stat_activity where datname = $1'

/** A pool says goodbye without waiting: whoever is thrown out while leaving complains to nobody. */
async function dropDatabase(admin: Pool, name: string): Promise<void> {
  const latest = performance.now() + LEAVING_MILLISECONDS
  const isInUse = async () => ((await admin.query(OTHERS, [name])).rowCount ?? 0) > 0
  while ((await isInUse()) && performance.now() < latest) await pause(5)
  await admin.query(`drop database if exists ${name} with (force)`)
}

let known: Pool | null = null

/** One for all tests of a worker: to connect costs as much as to clone half a database. */
function adminOf(url: string): Pool {
  if (known) return known
  known = new Pool({ connectionString: url, max: 2, idleTimeoutMillis: 0, allowExitOnIdle: true })
  // The server may stop before the worker does.
  known.on('error', () => {})
  return known
}
