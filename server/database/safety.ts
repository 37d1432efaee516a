import { sql } from 'kysely'

import { connect, type Database } from './database.ts'

/** Why this connection could see the rows of organisations that it is not in; null when it cannot. */
export async function bypassOf(db: Database): Promise<string | null> {
  const { rows } = await sql<{ name: string; bypasses: boolean; owned: string | null }>`
    select current_user::text as name, r.rolsuper or r.rolbypassrls as bypasses,
      (select min(c.relname)::text from pg_class c
        where c.relowner = r.oid and c.relkind in ('r', 'p')
          and c.relnamespace = 'public'::regnamespace) as owned
    from pg_roles r where r.rolname = current_user`.execute(db)
  const [role] = rows
  if (!role) return 'the role of the application does not exist'
  if (role.bypasses) return `the role ${role.name} bypasses row-level security`
  if (role.owned !== null) return `the role ${role.name} owns the table ${role.owned}`

  const open = await sql<{ name: string }>`
    select c.relname::text as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and a.attnotnull
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      and not (c.relrowsecurity and c.relforcerowsecurity)
    limit 1`.execute(db)
  const [table] = open.rows
  return table ? `the table ${table.name} is not behind row-level security` : null
}

/** The major version of the PostgreSQL at this address. */
export async function majorVersionOf(url: string): Promise<number> {
  const server = connect(url, { as: 'owner', connections: 1 })
  try {
    const { rows } = await sql<{ number: number }>`
      select current_setting('server_version_num')::integer / 10000 as number`.execute(server)
    return rows[0]?.number ?? 0
  } finally {
    await server.destroy()
  }
}

export async function isReachable(db: Database): Promise<boolean> {
  try {
    await sql`select 1`.execute(db)
    return true
  } catch {
    return false
  }
}

export async function hasOrganisations(db: Database): Promise<boolean> {
  const { rows } = await sql`select from organisations limit 1`.execute(db)
  return rows.length > 0
}

/** The address of a database on the same server, made if it is not there. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<string> {
  const server = connect(serverUrl, { as: 'owner', connections: 1 })
  try {
    const { rows } = await sql`select from pg_database where datname = ${name}`.execute(server)
    if (rows.length === 0) await sql.raw(`create database ${name}`).execute(server)
  } catch (error) {
    // Another process has just made it.
    const isThere = error instanceof Error && 'code' in error && error.code === '42P04'
    if (!isThere) throw error
  } finally {
    await server.destroy()
  }
  const url = new URL(serverUrl)
  url.pathname = name
  return url.href
}
