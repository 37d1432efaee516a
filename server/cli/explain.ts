import { Mistake, type Settings } from './settings.ts'

type Place = Pick<Settings, 'databaseUrl' | 'home'>

/** The error as something that a person can put right, where it is one; any other as it is. */
export function explained(error: unknown, place: Place): unknown {
  if (!(error instanceof Error) || error instanceof Mistake) return error
  const sentence =
    (place.databaseUrl === undefined ? undefined : outside(codeOf(error), place.databaseUrl)) ??
    (isFull(error) ? fullDisk(place.home) : undefined)
  return sentence === undefined ? error : new Mistake(sentence, { cause: error })
}

/** Why the home folder cannot be used. */
export function explainedHome(error: unknown, home: string): unknown {
  if (!(error instanceof Error)) return error
  if (isFull(error)) return new Mistake(fullDisk(home), { cause: error })
  const reason = HOME_REASONS[codeOf(error)] ?? 'it cannot be made'
  const sentence = `Goodterms keeps its data in ${home}, but ${reason}. Choose another folder in GOODTERMS_HOME.`
  return new Mistake(sentence, { cause: error })
}

const HOME_REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'that is read-only',
  EEXIST: 'that is a file, not a folder',
  ENOTDIR: 'a part of that path is a file, not a folder',
}

function fullDisk(home: string): string {
  return `The disk that holds ${home} is full. Free some space (Goodterms begins with about 200 MB) and start again.`
}

/** PostgreSQL says it in its own words, which reach us in the text. */
function isFull(error: Error): boolean {
  return (
    ['ENOSPC', '53100'].includes(codeOf(error)) || /no space left|free disk/i.test(error.message)
  )
}

function outside(code: string, url: string): string | undefined {
  const { hostname, port, username, pathname } = new URL(url)
  const server = `${hostname}:${port || '5432'}`
  const database = decodeURIComponent(pathname.slice(1)) || username
  if (UNREACHABLE.has(code)) {
    return `No PostgreSQL answers at ${server}, which DATABASE_URL names. Does it run, and may this machine reach it?`
  }
  const sentences: Readonly<Record<string, string>> = {
    '28P01': `PostgreSQL at ${server} does not accept the password of "${username}". Check DATABASE_URL.`,
    '28000': `PostgreSQL at ${server} does not let "${username}" in. Check DATABASE_URL and its pg_hba.conf.`,
    '3D000': `PostgreSQL at ${server} has no database "${database}". Make it (createdb ${database}) and start again.`,
    '42501': `"${username}" may not do in the database "${database}" what Goodterms needs: ask for its ownership and the right to create roles.`,
    '53300': `PostgreSQL at ${server} has no connection to spare: raise its max_connections.`,
    '57P03': `PostgreSQL at ${server} is starting up or shutting down. Try again in a moment.`,
  }
  return sentences[code]
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
])

function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause instanceof Error ? codeOf(error.cause) : ''
}
