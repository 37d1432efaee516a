import { useEffect } from 'react'

export function useDoorTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Goodterms`
  }, [title])
}
