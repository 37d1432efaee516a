import { useSyncExternalStore } from 'react'

export type Toast = {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'came' | 'act'
  /** Milliseconds until it goes; null stays until it is closed. */
  readonly lasts: number | null
  readonly action?: { readonly name: string; readonly run: () => void } | undefined
}

const LASTS_MILLISECONDS = 5000

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function change(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

export type NewToast = Partial<Omit<Toast, 'id' | 'text'>>

/** Tells the reader in passing. Errors stay until closed; what can be undone offers it. */
export function say(text: string, rest: NewToast = {}): number {
  lastId += 1
  const tone = rest.tone ?? 'plain'
  const lasts = tone === 'act' ? null : LASTS_MILLISECONDS
  change([...toasts.slice(-2), { id: lastId, text, tone, lasts, ...rest }])
  return lastId
}

export function dismiss(id: number): void {
  change(toasts.filter((toast) => toast.id !== id))
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
}
