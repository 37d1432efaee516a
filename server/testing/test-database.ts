import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { Client } from 'pg'
import { inject, onTestFinished } from 'vitest'

/** A fresh database, cloned from the migrated template and dropped when the test ends. */
export async function testDatabase(): Promise<{ ownerUrl: string }> {
  const adminUrl = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const copy = `template ${inject('templateDatabase')} strategy file_copy`
  await asAdmin(adminUrl, (admin) => admin.query(`create database ${name} ${copy}`))
  onTestFinished(() => dropDatabase(adminUrl, name))
  const url = new URL(adminUrl)
  url.pathname = name
  return { ownerUrl: url.href }
}

const LEAVING_MILLISECONDS = 500
const OTHERS = 'select from pg_stat_activity where datname = $1'

/** A pool says goodbye without waiting: whoever is thrown out while leaving complains to nobody. */
async function dropDatabase(url: string, name: string): Promise<void> {
  await asAdmin(url, async (admin) => {
    const latest = performance.now() + LEAVING_MILLISECONDS
    const isInUse = async () => ((await admin.query(OTHERS, [name])).rowCount ?? 0) > 0
    while ((await isInUse()) && performance.now() < latest) await pause(5)
    await admin.query(`drop database if exists ${name} with (force)`)
  })
}

async function asAdmin(url: string, act: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = new Client({ connectionString: url })
  await admin.connect()
  try {
    await act(admin)
  } finally {
    await admin.end()
  }
}
