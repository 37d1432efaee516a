import { useSyncExternalStore } from 'react'

import { KEPT_AT } from '../offline/names.ts'

let isAway = false
const listeners = new Set<() => void>()

/** Notes whether the server itself answered, or only what was kept of it, or nobody. */
export function noteReach(reply: Response | null): void {
  const isNow = reply === null || reply.headers.has(KEPT_AT)
  if (isNow === isAway) return
  isAway = isNow
  for (const listener of listeners) listener()
}

/** True while the server cannot be reached: what is on the page may be old. */
export function useIsAway(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isAway,
  )
}
