import { first } from './en/first.ts'
import { rest } from './en/rest.ts'

/** The master: every other language has the same keys. */
export const en = {
  ...first,
  ...rest,
  desk: { ...first.desk, ...rest.desk },
  refusals: { ...first.refusals, ...rest.refusals },
} as const
