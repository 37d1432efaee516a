import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import { givenEverything, tenantTables } from '../testing/given/everything.ts'
import { givenOrganisation, givenPerson } from '../testing/given/people.ts'
import { testWorld } from '../testing/test-world.ts'
import { connect, type Database } from './database.ts'
import { bypassOf } from './safety.ts'
import { inOrganisation } from './tenancy.ts'

/** Tables that belong to no one organisation, each with the reason. */
const SHARED: Readonly<Record<string, string>> = {
  organisations: 'is the list of them',
  people: 'may work in several organisations',
  sessions: 'is asked before the organisation is known',
  password_links: 'is asked before the organisation is known',
  rate_windows: 'counts attempts of people who are nobody yet',
  kysely_migration: 'is the migrations’ own',
  kysely_migration_lock: 'is the migrations’ own',
}

async function ownerOf(url: string): Promise<Database> {
  const owner = connect(url, { as: 'owner', connections: 1 })
  onTestFinished(() => owner.destroy())
  return owner
}

async function rowsOf<Row>(db: Database, text: string): Promise<Row[]> {
  return (await sql.raw<Row>(text).execute(db)).rows
}

const TENANT = `select a.attrelid from pg_attribute a join pg_class c on c.oid = a.attrelid
  where a.attname = 'organisation_id' and a.attnotnull and c.relkind in ('r', 'p')
    and c.relnamespace = 'public'::regnamespace`

test('every table belongs to an organisation or says why not', async () => {
  const { world } = await testWorld()
  const owner = await ownerOf(world.ownerUrl)
  const tables = await rowsOf<{ name: string }>(
    owner,
    `select relname::text as name from pg_class where relkind in ('r', 'p')
      and relnamespace = 'public'::regnamespace and oid not in (${TENANT})`,
  )
  expect(tables.map(({ name }) => name).toSorted()).toEqual(Object.keys(SHARED).toSorted())
})

test('every table of an organisation is behind forced row-level security', async () => {
  const { world } = await testWorld()
  const owner = await ownerOf(world.ownerUrl)
  const open = await rowsOf(
    owner,
    `select relname from pg_class where oid in (${TENANT})
      and not (relrowsecurity and relforcerowsecurity)`,
  )
  expect(open).toEqual([])
  const unruled = await rowsOf(
    owner,
    `select c.relname from pg_class c where c.oid in (${TENANT}) and not exists (
      select from pg_policy p where p.polrelid = c.oid and p.polroles = '{0}' and p.polcmd = '*'
        and pg_get_expr(p.polqual, p.polrelid) like '%app.organisation_id%')`,
  )
  expect(unruled).toEqual([])
})

test('primary keys, unique constraints and unique indexes of an organisation’s tables have it in them', async () => {
  const { world } = await testWorld()
  const without = await rowsOf(
    await ownerOf(world.ownerUrl),
    `select i.indexrelid::regclass::text as index from pg_index i
      where i.indisunique and i.indrelid in (${TENANT}) and not exists (
        select from pg_attribute a where a.attrelid = i.indrelid
          and a.attnum = any(i.indkey) and a.attname = 'organisation_id')`,
  )
  expect(without).toEqual([])
})

test('a foreign key between tables of an organisation stays inside it', async () => {
  const { world } = await testWorld()
  const crossing = await rowsOf(
    await ownerOf(world.ownerUrl),
    `select k.conrelid::regclass::text as table, pg_get_constraintdef(k.oid) as key
      from pg_constraint k where k.contype = 'f' and k.conrelid in (${TENANT})
        and k.confrelid in (${TENANT}) and not exists (
          select from pg_attribute a where a.attrelid = k.conrelid
            and a.attnum = any(k.conkey) and a.attname = 'organisation_id')`,
  )
  expect(crossing).toEqual([])
})

test('every foreign key is found by an index that begins with it', async () => {
  const { world } = await testWorld()
  const unindexed = await rowsOf(
    await ownerOf(world.ownerUrl),
    `select k.conrelid::regclass::text as table, pg_get_constraintdef(k.oid) as key
      from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace
        and not (k.confrelid = 'organisations'::regclass)
        and not exists (
          select from pg_index i where i.indrelid = k.conrelid and i.indpred is null
            and i.indkey[0] = any(k.conkey)
            and (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0])
              <> 'organisation_id')`,
  )
  expect(unindexed).toEqual([])
})

test('no row of another organisation can be seen, changed, deleted or made, in any table', async () => {
  const { world } = await testWorld()
  const [ours, theirs] = [await givenOrganisation(world), await givenOrganisation(world)]
  const personId = await givenPerson(world, theirs, { roles: [] })
  await givenEverything(world, theirs, { markOf: () => 'foreign', personId, ownerId: personId })

  const within = (text: string) => inOrganisation(world.db, ours, (tx) => sql.raw(text).execute(tx))
  for (const { name } of await tenantTables(world)) {
    const { rows } = await within(`select * from ${name} where organisation_id <> '${ours}'`)
    expect({ name, seen: rows.length }).toEqual({ name, seen: 0 })

    const all = await inOrganisation(world.db, theirs, (tx) =>
      sql.raw(`select * from ${name}`).execute(tx),
    )
    expect({ name, there: all.rows.length > 0 }).toEqual({ name, there: true })

    const moved = within(`update ${name} set organisation_id = '${ours}'`)
    await expect(
      moved.then(({ numAffectedRows }) => Number(numAffectedRows), deniedOnly),
    ).resolves.toBe(0)
    const deleted = within(`delete from ${name} where organisation_id = '${theirs}'`)
    await expect(
      deleted.then(({ numAffectedRows }) => Number(numAffectedRows), deniedOnly),
    ).resolves.toBe(0)
    const copied = within(`insert into ${name} (organisation_id) values ('${theirs}')`)
    await expect(copied).rejects.toThrow('row-level security')
  }
})

function deniedOnly(error: Error): number {
  if (!error.message.includes('permission denied')) throw error
  return 0
}

test('without an organisation the application sees no row of any', async () => {
  const { world } = await testWorld()
  const theirs = await givenOrganisation(world)
  const personId = await givenPerson(world, theirs, { roles: [] })
  await givenEverything(world, theirs, { markOf: () => 'foreign', personId, ownerId: personId })
  for (const { name } of await tenantTables(world)) {
    const { rows } = await sql.raw(`select * from ${name}`).execute(world.db)
    expect({ name, seen: rows.length }).toEqual({ name, seen: 0 })
  }
})

test('a connection keeps nothing of the organisation that it worked for', async () => {
  const { world } = await testWorld()
  const ours = await givenOrganisation(world)
  const single = connect(world.ownerUrl, { connections: 1 })
  onTestFinished(() => single.destroy())
  await inOrganisation(single, ours, (tx) => sql`select 1`.execute(tx))
  const { rows } = await sql<{ id: string }>`
    select current_setting('app.organisation_id', true) as id`.execute(single)
  expect(rows[0]?.id).toBe('')
})

test('the program refuses a connection that could see past row-level security', async () => {
  const { world } = await testWorld()
  expect(await bypassOf(world.db)).toBeNull()
  const owner = await ownerOf(world.ownerUrl)
  expect(await bypassOf(owner)).toMatch(/bypasses row-level security/)
  await sql.raw('alter table comments no force row level security').execute(owner)
  expect(await bypassOf(world.db)).toBe('the table comments is not behind row-level security')
})
