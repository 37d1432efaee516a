import { createContext, use } from 'react'

import { day, type Day } from '#kernel/day.ts'

/** Whom the page is written for, and which day it is where the money is owed. */
export type Reader = {
  readonly locale: string
  readonly today: Day
  readonly zone: string
}

export const ReaderContext = createContext<Reader>({
  locale: 'en-GB',
  today: day('2000-01-01'),
  zone: 'UTC',
})

export function useReader(): Reader {
  return use(ReaderContext)
}
