import { type KeyboardEvent, useState } from 'react'

export type Cursor = {
  readonly index: number
  /** Moved by a key: the row takes the focus and comes into sight. */
  readonly isKeyed: boolean
  readonly point: (index: number) => void
  readonly move: (step: number) => void
}

type Place = { readonly index: number; readonly key: string | undefined; readonly isKeyed: boolean }

const PAGE_ROWS = 10

/** The row that keys act on. It stays on its row when the list changes around it. */
export function useCursor(keys: readonly string[], after?: string): Cursor {
  const [place, set] = useState<Place>({
    index: after === undefined ? 0 : keys.indexOf(after) + 1,
    key: undefined,
    isKeyed: after !== undefined,
  })
  const now = placeAfter(keys, place)
  if (now.key !== place.key || now.index !== place.index) set({ ...place, ...now })
  const { index } = now
  const go = (to: number, isKeyed: boolean) => {
    const within = Math.max(0, Math.min(keys.length - 1, to))
    set({ index: within, key: keys[within], isKeyed })
  }
  return {
    index,
    isKeyed: place.isKeyed,
    point: (to) => go(to, false),
    move: (step) => go(index + step, true),
  }
}

/** The place in a list that has changed: the next change counts from here. */
export function placeAfter(keys: readonly string[], place: Pick<Place, 'index' | 'key'>) {
  const index = placeIn(keys, place)
  return { index, key: keys[index] ?? place.key }
}

/** Where the row is now; when it has left the list, whatever took its place. */
export function placeIn(keys: readonly string[], place: Pick<Place, 'index' | 'key'>): number {
  const found = place.key === undefined ? -1 : keys.indexOf(place.key)
  return Math.max(0, Math.min(keys.length - 1, found >= 0 ? found : place.index))
}

/** How far a key moves in a list, or null when it is no key for moving. */
export function stepOfKey(key: string, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: PAGE_ROWS,
    PageUp: -PAGE_ROWS,
    Home: -count,
    End: count,
  }
  return steps[key] ?? null
}

export function moveByKey(event: KeyboardEvent, count: number, move: (step: number) => void): void {
  const step = stepOfKey(event.key, count)
  if (step === null) return
  event.preventDefault()
  move(step)
}
