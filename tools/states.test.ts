import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

test('every table of the page of states is walked by one test, and by one only', () => {
  const page = read('docs/states.md').split('\n## ').slice(1)
  const titles = page.map((section) => section.split('\n')[0] ?? '')
  const files = globSync('server/**/walk.test.ts', { cwd: ROOT })
  const walked = files.flatMap((file) =>
    [...read(file).matchAll(/title: '([^']+)'/g)].map(([, title]) => title ?? ''),
  )

  expect(walked.toSorted()).toEqual(titles.toSorted())
  expect(page.filter((section) => !section.includes('\n| what happens |'))).toEqual([])
})
