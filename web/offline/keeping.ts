/**
 * The requests whose answers may be read again without a network: oneself, one's day, briefs, and what
 * the questions after a visit are filled in with.
 */
const KEPT = /^\/api\/(me|seller-home|customers\/[^/]+\/(visit-brief|outcome-form))$/

/** After these somebody else may sit here, or nobody. */
const MOVES = /^\/api\/(session|demo-session|session\/organisation|invitations\/.*|setup.*)$/

export type Asked = { readonly method: string; readonly path: string; readonly isPage: boolean }

export type Way =
  /** Left to the browser. */
  | 'pass'
  /** A page of the application: the newest, or without a network the one that is kept. */
  | 'page'
  /** A file that never changes under its name. */
  | 'file'
  /** An answer that may be kept for its person. */
  | 'own'
  /** Signing in or out: what was kept is gone before and after. */
  | 'move'

/** How a request is answered. Whatever is not named here is none of the worker's business. */
export function wayOf({ method, path, isPage }: Asked): Way {
  if (method !== 'GET') return MOVES.test(path) ? 'move' : 'pass'
  if (isPage) return /^\/(api|l|verify)(\/|$)/.test(path) ? 'pass' : 'page'
  if (path.startsWith('/assets/')) return 'file'
  return KEPT.test(path) ? 'own' : 'pass'
}

/** What a refusal says of what is kept: of a person, that they are signed out; of a row, that it is gone. */
export function forgettingOf(status: number): 'all' | 'this' | null {
  if (status === 401) return 'all'
  return status === 403 || status === 404 ? 'this' : null
}

const DAY_MILLISECONDS = 86_400_000
const KEPT_DAYS = 7

/** Whether an answer kept at one moment may still be read at another. */
export function isReadable(keptAt: string | null, now: number): boolean {
  const kept = Date.parse(keptAt ?? '')
  return !Number.isNaN(kept) && now - kept < KEPT_DAYS * DAY_MILLISECONDS
}

/** So many answers are kept; the oldest go first. */
export const MOST_KEPT = 80
