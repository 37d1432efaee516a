import type { en } from './en.ts'
import type { first } from './en/first.ts'
import type { rest } from './en/rest.ts'

/** The same keys as English, in another language. */
export type Translated<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Translated<Source[Key]>
}

export type Texts = Translated<typeof en>
export type FirstTexts = Translated<typeof first>
export type RestTexts = Translated<typeof rest>
