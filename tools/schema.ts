// npm run schema: writes schema.sql and schema.ts from the migrations.
// npm run schema -- --check: fails when the two in the repository differ from the migrations.
// npm run schema -- --drift: fails when the database at DATABASE_URL differs from schema.sql.
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startPostgres } from '../server/database/embedded/postgres.ts'
import { migrate } from '../server/database/migrate.ts'
import { readCatalogue } from './schema/catalogue.ts'
import { dumpOf } from './schema/dump.ts'
import { typesOf } from './schema/types.ts'

const FILES = [
  { part: 'sql', file: 'server/database/schema.sql' },
  { part: 'types', file: 'server/database/schema.ts' },
] as const

const [mode = '--write'] = process.argv.slice(2)
process.chdir(join(import.meta.dirname, '..'))
const made = mode === '--drift' ? await describeRunning() : await describeMigrations()
if (mode === '--write') write(made)
else compare(made)

type Description = { readonly sql: string; readonly types?: string }

async function describeMigrations(): Promise<Description> {
  const dataDirectory = join(tmpdir(), `goodterms-schema-${randomUUID()}`)
  const postgres = await startPostgres({ dataDirectory, durable: false })
  try {
    await migrate(postgres.url)
    const catalogue = await readCatalogue(postgres.url)
    return { sql: dumpOf(catalogue), types: formatted(typesOf(catalogue)) }
  } finally {
    await postgres.stop()
  }
}

async function describeRunning(): Promise<Description> {
  const url = process.env['DATABASE_URL']
  if (!url) throw new Error('--drift needs DATABASE_URL: the database to compare with schema.sql.')
  return { sql: dumpOf(await readCatalogue(url)) }
}

function formatted(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'goodterms-format-'))
  try {
    const file = join(folder, 'schema.ts')
    writeFileSync(file, text)
    const { status, stderr } = spawnSync('oxfmt', ['-c', '.oxfmtrc.json', file], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`oxfmt failed: ${stderr}`)
    return readFileSync(file, 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function write(description: Description): void {
  for (const { part, file } of FILES) {
    writeFileSync(file, description[part] ?? '')
    console.log(`wrote ${file}`)
  }
}

function compare(description: Description): void {
  for (const { part, file } of FILES) {
    const [text, committed] = [description[part], readFileSync(file, 'utf8')]
    if (text === undefined || text === committed) continue
    process.exitCode = 1
    console.error(`${file} differs${firstDifference(committed, text)}`)
  }
  if (process.exitCode) console.error('If the migrations are right: npm run schema')
}

function firstDifference(file: string, text: string): string {
  const [theirs, ours] = [file.split('\n'), text.split('\n')]
  const index = theirs.findIndex((line, at) => line !== ours[at])
  const at = index === -1 ? theirs.length : index
  return ` at line ${at + 1}:\n  file:     ${theirs[at] ?? '(end)'}\n  database: ${ours[at] ?? '(end)'}`
}
