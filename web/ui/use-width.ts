import { type RefObject, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/**
 * The width of an element, kept while it changes; known before anything is painted. Whoever does not
 * need it is not drawn again for it.
 */
export function useWidth(element: RefObject<HTMLElement | null>, isNeeded = true): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (!isNeeded || !element.current) return undefined
    const observer = new ResizeObserver(([entry]) =>
      flushSync(() => setWidth(entry?.contentRect.width ?? 0)),
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element, isNeeded])
  return width
}
