import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

import {
  APPLICATION_ROLE,
  connectPool,
  databaseOf,
  type Database,
  type Lender,
} from './database.ts'

/** One connection for work on very many rows: SQL and COPY in the same transaction. */
export type Bulk = {
  readonly db: Database
  /** Copies lines in COPY's text format (columns parted by tabs) into a table. */
  readonly copyInto: (table: string, lines: AsyncIterable<string>) => Promise<void>
  /**
   * Tells the planner what tables hold now. Autovacuum does so within minutes; until then it takes an
   * organisation that has just come in for a few rows.
   */
  readonly analyze: (tables: readonly string[]) => Promise<void>
}

/** Gives work a connection of its own, as the application; a table it makes is temporary. */
export async function withBulk<Result>(
  ownerUrl: string,
  work: (bulk: Bulk) => Promise<Result>,
): Promise<Result> {
  const pool = connectPool(ownerUrl, { connections: 1, name: 'goodterms bulk' })
  try {
    const client = await pool.connect()
    try {
      const db = databaseOf(held(client, pool))
      return await work({ db, copyInto: copying(client), analyze: analyzing(client) })
    } finally {
      // The connection may be in the middle of anything: it is closed, not reused.
      client.release(true)
    }
  } finally {
    await pool.end()
  }
}

/** A pool that only ever lends this one client. */
function held(client: pg.PoolClient, pool: pg.Pool): Lender {
  return {
    connect: () => Promise.resolve({ query: client.query.bind(client), release: () => {} }),
    end: () => Promise.resolve(),
    options: pool.options,
  }
}

function copying(client: pg.PoolClient): Bulk['copyInto'] {
  return async (table, lines) => {
    const target = client.query(copyFrom(`copy ${table} from stdin`))
    await pipeline(Readable.from(lines, { objectMode: true, highWaterMark: 4 }), target)
  }
}

// Only who owns a table may; the application's role does not, the connection's own does.
function analyzing(client: pg.PoolClient): Bulk['analyze'] {
  return async (tables) => {
    await client.query('set role none')
    await client.query(`analyze ${tables.join(', ')}`)
    await client.query(`set role ${APPLICATION_ROLE}`)
  }
}

const SPECIAL = /[\\\t\n\r\0]/
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': String.raw`\\`,
  '\t': String.raw`\t`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\0': '',
}

/** A value as COPY's text format has it. */
export function copyText(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return String.raw`\N`
  if (typeof value !== 'string') return String(value)
  if (!SPECIAL.test(value)) return value
  // eslint-disable-next-line no-control-regex -- the control characters are what is escaped
  return value.replace(/[\\\t\n\r\0]/g, (sign) => ESCAPES[sign] ?? sign)
}
