import { first } from './fr/first.ts'
import { rest } from './fr/rest.ts'
import type { Texts } from './translated.ts'

export const fr: Texts = {
  ...first,
  ...rest,
  desk: { ...first.desk, ...rest.desk },
  refusals: { ...first.refusals, ...rest.refusals },
}
