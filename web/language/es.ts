import { first } from './es/first.ts'
import { rest } from './es/rest.ts'
import type { Texts } from './translated.ts'

export const es: Texts = {
  ...first,
  ...rest,
  desk: { ...first.desk, ...rest.desk },
  refusals: { ...first.refusals, ...rest.refusals },
}
