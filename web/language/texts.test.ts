import { describe, expect, test } from 'vitest'

import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { flattened } from './saying.ts'

const english = flattened(en)
const languages = { de: flattened(de), fr: flattened(fr), es: flattened(es) }

function namesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').toSorted()
}

describe.each(Object.entries(languages))('%s', (_language, texts) => {
  test('has every text that English has, and no other', () => {
    expect([...texts.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  })

  test('names the same values in each text', () => {
    const different = [...english].filter(([key, text]) => {
      const translated = texts.get(key) ?? ''
      // A language may leave the number of "one" in words.
      const isOne = key.endsWith('_one') || key.endsWith('_zero')
      const wanted = namesIn(text).filter((name) => !isOne || name !== 'count')
      return !wanted.every((name) => namesIn(translated).includes(name))
    })
    expect(different.map(([key]) => key)).toEqual([])
  })

  test('leaves nothing empty, and no sentence of English', () => {
    const sentences = [...english].filter(([, text]) => wordsOf(text).length > 3)
    const same = sentences.filter(([key, text]) => texts.get(key) === text || texts.get(key) === '')
    expect(same.map(([key]) => key)).toEqual([])
  })
})

/** A text of blanks to fill alone may be the same in every language. */
function wordsOf(text: string): string[] {
  return text.replaceAll(/\{\w+\}/g, '').match(/\p{L}+/gu) ?? []
}
