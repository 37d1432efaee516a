import { createHash } from 'node:crypto'

import {
  CamelCasePlugin,
  Kysely,
  PostgresDialect,
  type Transaction as KyselyTransaction,
} from 'kysely'
import { Pool, types, type PoolClient } from 'pg'

import { instant } from '../kernel/day.ts'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>
export type Transaction = KyselyTransaction<Schema>

// As numbers: types.d.ts has them as an enum that is not the parameter's.
const INT8: number = types.builtins.INT8
const DATE: number = types.builtins.DATE
const TIMESTAMPTZ: number = types.builtins.TIMESTAMPTZ

/** The role that the application works as: it owns no table, so row-level security binds it. */
export const APPLICATION_ROLE = 'goodterms_app'

export type ConnectOptions = {
  readonly connections?: number
  /** 'owner' migrates and operates jobs; everything else works as the application. */
  readonly as?: 'application' | 'owner'
  readonly name?: string
}

/** Opens a pool; nothing connects before the first query. */
export function connectPool(url: string, options: ConnectOptions = {}): Pool {
  const settings = ['-c TimeZone=UTC', '-c citus.propagate_set_commands=local']
  if (options.as !== 'owner') settings.push(`-c role=${APPLICATION_ROLE}`)
  const pool = new Pool({
    connectionString: url,
    max: options.connections ?? 10,
    // Rather an error than a wait without end when every connection is in use.
    connectionTimeoutMillis: 15_000,
    application_name: options.name ?? 'goodterms',
    options: settings.join(' '),
    types: { getTypeParser },
  })
  // An idle connection that the server closes is replaced by the pool; the query that needs one tells.
  pool.on('error', () => {})
  return pool
}

export function connect(url: string, options: ConnectOptions = {}): Database {
  return databaseOf(connectPool(url, options))
}

/** What a database needs of a pool. */
export type Lender = Pick<Pool, 'end' | 'options'> & {
  readonly connect: () => Promise<Pick<PoolClient, 'query' | 'release'>>
}

export function databaseOf(pool: Lender): Database {
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: named(pool) }),
    plugins: [
      new CamelCasePlugin({
        maintainNestedObjectKeys: true,
        underscoreBetweenUppercaseLetters: true,
      }),
    ],
  })
}

/** Named statements are planned once a connection: +69 % queries a second on joins (stack.md §3). */
function named(pool: Lender): ConstructorParameters<typeof PostgresDialect>[0]['pool'] {
  return {
    async connect() {
      const client = await pool.connect()
      return {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the two forms in which Kysely calls it
        query: ((text: unknown, values?: unknown[]) =>
          typeof text === 'string' && values !== undefined && values.length > 0
            ? client.query({ name: nameOf(text), text, values })
            : // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a text or a cursor; both may be handed on
              client.query(text as string, values)) as typeof client.query,
        release: () => client.release(),
      }
    },
    end: () => pool.end(),
    options: pool.options,
  }
}

const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}

function getTypeParser(type: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (type === INT8) return safeInteger
  // A day has no time zone; it stays text instead of becoming a local midnight.
  if (type === DATE) return String
  if (type === TIMESTAMPTZ) return instant
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion, typescript/no-unsafe-enum-assignment -- any type there is, by its number
  return types.getTypeParser(type, format) as (text: string) => unknown
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint too large to hold: ${text}`)
  return value
}
