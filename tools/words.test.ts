import { globSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

/** Words that were once said for the same thing; the house has one for each. */
const REJECTED = {
  de: [/\bFinanzen\b/, /[Gg]enehmig/],
  fr: [/\b[Ll]a finance\b/, /\b[Vv]endeurs?\b/],
  es: [/\b[Ff]inanzas\b/, /\b[Vv]endedor(?:es)?\b/],
} as const

test.each(Object.entries(REJECTED))('%s says one word for one thing', (language, rejected) => {
  const places = ['web/language/LL/*.ts', 'server/**/LL.ts', 'server/**/LL/*.ts']
  const files = places.flatMap((place) => globSync(place.replaceAll('LL', language)))
  const found = files.flatMap((file) => {
    const lines = readFileSync(file, 'utf8').split('\n')
    return lines.flatMap((line, at) =>
      rejected.some((word) => word.test(line)) ? [`${file}:${at + 1}: ${line.trim()}`] : [],
    )
  })
  expect(files.length).toBeGreaterThan(40)
  expect(found).toEqual([])
})
