import type { Texts } from './translated.ts'

export const es: Texts = {} as never
