import { useSyncExternalStore } from 'react'

/** Whether a media query holds now: useMedia('(width < 40rem)'). */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}

export function usePhone(): boolean {
  return useMedia('(width < 40rem)')
}

export function usePrinting(): boolean {
  return useMedia('print')
}
