import type { Texts } from './translated.ts'

export const fr: Texts = {} as never
