import { useSyncExternalStore } from 'react'

const ENTRY = /<script type="module"[^>]* src="([^"]+)"/

let isNewer = false
const listeners = new Set<() => void>()

/** True once the server is known to serve another build than the one of this page. */
export function useIsNewer(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isNewer,
  )
}

/** The script that this page started with: its name tells the build. */
function entry(): string | null {
  return document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null
}

/** Looks whether the page that the server gives now starts with another script than this one did. */
export async function lookForNewer(): Promise<boolean> {
  if (isNewer) return true
  const reply = await fetch('/', { cache: 'no-store' }).catch(() => null)
  const theirs = reply?.ok === true ? ENTRY.exec(await reply.text())?.[1] : undefined
  // A page of somebody else's, like a hotel's, has no such script.
  isNewer = theirs !== undefined && theirs !== entry()
  if (isNewer) for (const listener of listeners) listener()
  return isNewer
}

/** Whether an error says that a part of the application could not be fetched. */
export function isMissingPart(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script failed|preload css/i.test(error.message)
  )
}

const RELOADED = 'goodterms.reloaded'

/** Goes on to the newer version: once from each, so that nothing is loaded for ever. */
export async function moveToNewer(): Promise<void> {
  const from = entry()
  if (from === null || !(await lookForNewer())) return
  if (sessionStorage.getItem(RELOADED) === from) return
  sessionStorage.setItem(RELOADED, from)
  location.reload()
}
