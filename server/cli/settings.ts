import { homedir } from 'node:os'
import { join } from 'node:path'

import { instantOfMilliseconds, millisecondsOf, instant, type Instant } from '../kernel/day.ts'

/** What the environment says; docs/operators/settings.md explains each. */
export type Settings = {
  readonly home: string
  /** An outside PostgreSQL; undefined uses the built-in one. */
  readonly databaseUrl: string | undefined
  readonly host: string
  readonly port: number
  readonly origin: string
  readonly proxies: string | undefined
  readonly masterKey: string | undefined
  readonly logLevel: string | undefined
  readonly startsAt: Instant | undefined
  readonly wantsDemo: boolean
  /** Hosts on private networks that webhooks may go to. */
  readonly webhookHosts: readonly string[]
}

/** Something in the environment or on the command line that a person must change. */
export class Mistake extends Error {
  override readonly name = 'Mistake'
}

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = readPort(env['GOODTERMS_PORT'] ?? '4170')
  const databaseUrl = env['DATABASE_URL'] ? readDatabaseUrl(env['DATABASE_URL']) : undefined
  return {
    home: env['GOODTERMS_HOME'] || join(homedir(), '.goodterms'),
    databaseUrl,
    host: env['GOODTERMS_HOST'] || '127.0.0.1',
    port,
    origin: readOrigin(env['GOODTERMS_ORIGIN'] || `http://localhost:${port}`),
    proxies: env['GOODTERMS_PROXIES'] || undefined,
    masterKey: env['GOODTERMS_MASTER_KEY'] || undefined,
    logLevel: env['GOODTERMS_LOG'] || undefined,
    startsAt: env['GOODTERMS_CLOCK'] ? readClock(env['GOODTERMS_CLOCK']) : undefined,
    wantsDemo: (env['GOODTERMS_DEMO'] || (databaseUrl ? 'no' : 'yes')) === 'yes',
    webhookHosts: (env['GOODTERMS_WEBHOOK_HOSTS'] ?? '')
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Mistake(`GOODTERMS_PORT is "${text}", which is no port number (1 to 65535).`)
}

function readDatabaseUrl(text: string): string {
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text
  throw new Mistake(
    'DATABASE_URL must be an address like postgres://user:password@host:5432/database.',
  )
}

function readOrigin(text: string): string {
  if (URL.canParse(text)) {
    const { origin, protocol } = new URL(text)
    if (protocol === 'http:' || protocol === 'https:') return origin
  }
  throw new Mistake(
    `GOODTERMS_ORIGIN is "${text}". It must be the address that people open, such as https://goodterms.example.com.`,
  )
}

function readClock(text: string): Instant {
  try {
    if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return instant(text)
  } catch {
    // Told below, with the others that are no instant.
  }
  throw new Mistake(
    `GOODTERMS_CLOCK is "${text}". It must be an instant such as 2026-12-01T09:00:00Z.`,
  )
}

/** The time: the machine's, or one that began at `startsAt` when this was called and runs on. */
export function clockFrom(startsAt: Instant | undefined): () => Instant {
  if (startsAt === undefined) return () => instantOfMilliseconds(Date.now())
  const shift = millisecondsOf(startsAt) - Date.now()
  return () => instantOfMilliseconds(Date.now() + shift)
}
