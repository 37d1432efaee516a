import { createContext, use } from 'react'

/** Where floating parts are put: the open dialog, which covers everything else, or the page. */
export const Layer = createContext<HTMLElement | null>(null)

export function useLayer(): HTMLElement | null {
  return use(Layer)
}
