import { first } from './de/first.ts'
import { rest } from './de/rest.ts'
import type { Texts } from './translated.ts'

export const de: Texts = {
  ...first,
  ...rest,
  desk: { ...first.desk, ...rest.desk },
  refusals: { ...first.refusals, ...rest.refusals },
}
