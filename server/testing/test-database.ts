import { randomUUID } from 'node:crypto'

import { Client } from 'pg'
import { inject, onTestFinished } from 'vitest'

/** A fresh database, cloned from the migrated template and dropped when the test ends. */
export async function testDatabase(): Promise<{ ownerUrl: string }> {
  const adminUrl = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(
    adminUrl,
    `create database ${name} template ${inject('templateDatabase')} strategy file_copy`,
  )
  onTestFinished(() => asAdmin(adminUrl, `drop database if exists ${name} with (force)`))
  const url = new URL(adminUrl)
  url.pathname = name
  return { ownerUrl: url.href }
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
