import { useSyncExternalStore } from 'react'

export type LayerName = 'palette' | 'keys'

let open: LayerName | null = null
const listeners = new Set<() => void>()

/** Opens one of the frame's layers from wherever it is asked for. */
export function openLayer(name: LayerName | null): void {
  open = name
  for (const listener of listeners) listener()
}

export function closeLayer(): void {
  openLayer(null)
}

/** Whether a layer is open or on its way: what is typed now is meant for it. */
export function isLayerOpen(): boolean {
  return open !== null
}

export function useOpenLayer(): LayerName | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open,
  )
}
