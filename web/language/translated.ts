import type { en } from './en.ts'

/** The same keys as English, in another language. */
export type Translated<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Translated<Source[Key]>
}

export type Texts = Translated<typeof en>
