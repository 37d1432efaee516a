import { useId, useLayoutEffect } from 'react'

import type { Action } from './action.ts'

const offered = new Map<string, readonly Action[]>()

/**
 * Offers actions for as long as the component is on the page; the latest offer of a key wins. They
 * change together with what is seen, so that a key never acts on what was there a moment before.
 */
export function useActions(actions: readonly Action[]): void {
  const id = useId()
  useLayoutEffect(() => {
    offered.set(id, actions)
  }, [id, actions])
  useLayoutEffect(
    () => () => {
      offered.delete(id)
    },
    [id],
  )
}

/** Everything that can be done here now, what the page offers first. */
export function actionsHere(): readonly Action[] {
  const all = [...offered.values()].toReversed().flat()
  const known = new Set<string>()
  return all.filter(({ id }) => !known.has(id) && known.add(id))
}
