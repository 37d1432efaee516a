import { Client } from 'pg'

export type Column = {
  readonly name: string
  readonly type: string
  readonly isNullable: boolean
  readonly fallback: string | null
  readonly isGenerated: boolean
}

export type Constraint = {
  readonly name: string
  readonly definition: string
  /** The single column that it is about, or null. */
  readonly column: string | null
}

export type Table = {
  readonly name: string
  readonly options: string
  /** Emptied by a crash of the database. */
  readonly isUnlogged: boolean
  readonly hasRowSecurity: boolean
  readonly isRowSecurityForced: boolean
  readonly columns: readonly Column[]
  readonly constraints: readonly Constraint[]
  /** Complete statements, in a fixed order. */
  readonly statements: readonly string[]
}

export type Catalogue = {
  /** Roles and extensions: complete statements, in a fixed order. */
  readonly preparations: readonly string[]
  readonly tables: readonly Table[]
  /** Functions, views and their grants: complete statements, in a fixed order. */
  readonly statements: readonly string[]
}

/** Everything that the migrations made, in an order that depends on names only. */
export async function readCatalogue(url: string): Promise<Catalogue> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const tables = []
    for (const { oid, ...table } of await rows<TableRow>(client, TABLES)) {
      tables.push({
        ...table,
        columns: await rows<Column>(client, COLUMNS, oid),
        constraints: await rows<Constraint>(client, CONSTRAINTS, oid),
        statements: await texts(client, TABLE_STATEMENTS, oid),
      })
    }
    return {
      preparations: await texts(client, PREPARATIONS),
      tables,
      statements: await texts(client, STATEMENTS),
    }
  } finally {
    await client.end()
  }
}

type TableRow = Pick<
  Table,
  'name' | 'options' | 'isUnlogged' | 'hasRowSecurity' | 'isRowSecurityForced'
> & {
  oid: number
}

async function rows<Row extends object>(
  client: Client,
  text: string,
  oid?: number,
): Promise<Row[]> {
  return (await client.query<Row>(text, oid === undefined ? [] : [oid])).rows
}

async function texts(client: Client, text: string, oid?: number): Promise<string[]> {
  return (await rows<{ text: string }>(client, text, oid)).map((row) => row.text)
}

// PostgreSQL, Kysely and graphile-worker keep tables of their own; they are not ours to describe.
const OURS = `n.nspname = 'public' and c.relname not like 'kysely\\_migration%'`

const PREPARATIONS = `
  select format('create role %I %s%s%s;', rolname,
    case when rolcanlogin then 'login' else 'nologin' end,
    case when rolsuper then ' superuser' else '' end,
    case when rolbypassrls then ' bypassrls' else '' end) as text
  from pg_roles where rolname in ('goodterms_app', 'goodterms_door')
  union all
  select format('create extension %I;', extname) as text
  from pg_extension where extname <> 'plpgsql' order by text`

const TABLES = `
  select c.oid, c.relname as name, coalesce(array_to_string(c.reloptions, ', '), '') as options,
    c.relpersistence = 'u' as "isUnlogged", c.relrowsecurity as "hasRowSecurity", c.relforcerowsecurity as "isRowSecurityForced"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${OURS} order by c.relname collate "C"`

const COLUMNS = `
  select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    not a.attnotnull as "isNullable", pg_get_expr(d.adbin, d.adrelid) as fallback,
    a.attgenerated <> '' or a.attidentity = 'a' as "isGenerated"
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`

// PostgreSQL 18 lists "not null" among the constraints, 15 to 17 do not; the columns tell it anyway.
const CONSTRAINTS = `
  select conname as name, pg_get_constraintdef(oid) as definition,
    (select attname from pg_attribute
     where attrelid = conrelid and attnum = conkey[1] and cardinality(conkey) = 1) as column
  from pg_constraint where conrelid = $1 and contype <> 'n'
  order by position(contype::text in 'puxfc'), conname collate "C"`

const TABLE_STATEMENTS = `
  select text from (
    select 1 as part, c.relname as name, pg_get_indexdef(i.indexrelid) || ';' as text
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = $1 and not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))
    union all
    select 2, tgname, pg_get_triggerdef(oid) || ';' from pg_trigger where tgrelid = $1 and not tgisinternal
    union all
    select 3, polname, format('create policy %I on %s as %s for %s to %s%s%s;', polname, polrelid::regclass,
      case when polpermissive then 'permissive' else 'restrictive' end,
      case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      coalesce((select string_agg(rolname, ', ' order by rolname) from pg_roles where oid = any(polroles)), 'public'),
      ' using (' || pg_get_expr(polqual, polrelid) || ')',
      ' with check (' || pg_get_expr(polwithcheck, polrelid) || ')')
    from pg_policy where polrelid = $1
    union all
    select 4, grantee::regrole::text, format('grant %s on %s to %s;',
      string_agg(lower(privilege_type), ', ' order by privilege_type), $1::regclass,
      case grantee when 0 then 'public' else grantee::regrole::text end)
    from pg_class c, aclexplode(c.relacl) where c.oid = $1 and grantee <> c.relowner group by grantee
    union all
    select 5, attname, format('grant %s (%I) on %s to %s;', lower(privilege_type), attname, $1::regclass,
      case grantee when 0 then 'public' else grantee::regrole::text end)
    from pg_attribute, aclexplode(attacl) where attrelid = $1
  ) statements order by part, name collate "C", text collate "C"`

const STATEMENTS = `
  select text from (
    select 0 as part, n.nspname::text as name, format('grant %s on schema %I to %s;',
      string_agg(lower(privilege_type), ', ' order by privilege_type), n.nspname, grantee::regrole) as text
    from pg_namespace n, aclexplode(n.nspacl)
    where n.nspname = 'public' and grantee not in (0, n.nspowner) group by n.nspname, grantee
    union all
    select 1, p.oid::regprocedure::text, pg_get_functiondef(p.oid) || ';'
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.prokind in ('f', 'p')
      and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
    union all
    select 2, p.oid::regprocedure::text, format('grant execute on function %s to %s;', p.oid::regprocedure,
      case grantee when 0 then 'public' else grantee::regrole::text end)
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
      aclexplode(coalesce(p.proacl, acldefault('f', p.proowner)))
    where n.nspname = 'public' and grantee <> p.proowner
      and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
    union all
    select 2, p.oid::regprocedure::text, format('alter function %s owner to %s;', p.oid::regprocedure, p.proowner::regrole)
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.proowner::regrole::text like 'goodterms\\_%'
    union all
    select 3, c.relname, format('create view %s as %s', c.oid::regclass, pg_get_viewdef(c.oid))
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('v', 'm')
    union all
    select 4, t.typname, format('create type %s as enum (%s);', t.oid::regtype,
      string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder))
    from pg_type t join pg_enum e on e.enumtypid = t.oid group by t.oid, t.typname
    union all
    select 5, c.relname, format('create sequence %s;', c.oid::regclass)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'S'
  ) statements order by part, name collate "C", text collate "C"`
