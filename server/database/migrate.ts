import { readdir, readFile } from 'node:fs/promises'

import { runMigrations } from 'graphile-worker'
import { sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'

import { connect } from './database.ts'

const folder = new URL('./migrations/', import.meta.url)

/** Brings the database up to the newest migration. Safe to run from many processes at once. */
export async function migrate(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl })
  const db = connect(ownerUrl, { as: 'owner', connections: 1 })
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: readMigrations } })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
  } finally {
    await db.destroy()
  }
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql'))
  const migrations: Record<string, Migration> = {}
  for (const name of names) {
    const text = await readFile(new URL(name, folder), 'utf8')
    migrations[name] = { up: async (db) => void (await sql.raw(text).execute(db)) }
  }
  return migrations
}
