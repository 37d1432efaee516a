import type { Texts } from './translated.ts'

export const de: Texts = {} as never
