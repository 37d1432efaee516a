// Filled in when the application is built (build.ts): what it needs to start, and a word for all of it.
declare const OFFLINE_FILES: readonly string[]
declare const OFFLINE_VERSION: string

const NAME = 'goodterms-shell-'
export const shell = `${NAME}${OFFLINE_VERSION}`

/** One page serves every address of the application. */
const PAGE = '/'
/** A network that answers this slowly is none, for somebody who stands at a door. */
const PATIENCE_MILLISECONDS = 5000

export async function keepShell(): Promise<void> {
  const cache = await caches.open(shell)
  await cache.addAll([PAGE, ...OFFLINE_FILES])
}

/** The version before stays: pages that are open still fetch their parts from it. */
export async function leaveOldShells(current: string): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== current)
  for (const name of names.slice(0, -1)) await caches.delete(name)
}

/** The newest page where there is a network, so that nobody stays on an old version. */
export async function pageOf(request: Request): Promise<Response> {
  const kept = await caches.match(PAGE, { cacheName: shell })
  const patience = kept ? { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) } : {}
  try {
    return await fetch(request, patience)
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

/** Files have their content's hash in their name: once here, always right. */
export async function fileOf(request: Request): Promise<Response> {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) {
    const cache = await caches.open(shell)
    await cache.put(request, answer.clone())
  }
  return answer
}
