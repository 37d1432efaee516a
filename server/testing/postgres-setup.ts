import { randomUUID } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Client } from 'pg'
import type { TestProject } from 'vitest/node'

import { startPostgres } from '../database/embedded/postgres.ts'
import { migrate } from '../database/migrate.ts'

declare module 'vitest' {
  // eslint-disable-next-line typescript/consistent-type-definitions -- vitest asks for merging
  interface ProvidedContext {
    /** A superuser's connection; each test makes and drops databases of its own through it. */
    postgresUrl: string
    /** The migrated database that tests clone. */
    templateDatabase: string
  }
}

/** One throw-away server for the whole run (or TEST_DATABASE_URL), with a migrated template in it. */
export default async function setUpPostgres(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env['TEST_DATABASE_URL']
  const server = outside ? { url: outside, stop: async () => {} } : await startThrowAway()
  const templateDatabase = `goodterms_template_${process.pid}`
  try {
    await command(server.url, `create database ${templateDatabase}`)
    await migrate(urlOf(server.url, templateDatabase))
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('postgresUrl', server.url)
  project.provide('templateDatabase', templateDatabase)
  return async () => {
    if (outside) await command(outside, `drop database ${templateDatabase}`)
    await server.stop()
  }
}

async function startThrowAway() {
  const folder = (await hasRoomInMemory()) ? MEMORY : tmpdir()
  const dataDirectory = join(folder, `goodterms-test-${randomUUID()}`)
  return startPostgres({ dataDirectory, durable: false })
}

/** Linux's file system in memory: a database is cloned there in a fifth of the time. */
const MEMORY = '/dev/shm'
const ROOM_BYTES = 6 * 1024 ** 3

async function hasRoomInMemory(): Promise<boolean> {
  if (process.availableMemory() < 2 * ROOM_BYTES) return false
  try {
    const { bavail, bsize } = await statfs(MEMORY)
    return bavail * bsize >= ROOM_BYTES
  } catch {
    return false
  }
}

async function command(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}

function urlOf(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = database
  return url.href
}
