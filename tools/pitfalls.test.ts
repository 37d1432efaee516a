import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const IDS = Array.from({ length: 78 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`)

/** Names of tests and groups, as they stand at the begin of a string. */
const NAMED = /['"`](?:P\d\d )+/g

function idsIn(file: string): Set<string> {
  const text = readFileSync(join(ROOT, file), 'utf8')
  return new Set([...text.matchAll(NAMED)].flatMap(([names]) => names.match(/P\d\d/g) ?? []))
}

const rows = readFileSync(join(ROOT, 'docs/pitfalls.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, id, , where] = line.split('|').map((cell) => cell.trim())
    return id !== undefined && where !== undefined && /^P\d\d$/.test(id) ? [{ id, where }] : []
  })

test('the page of pitfalls has every one of them, in order', () => {
  expect(rows.map(({ id }) => id)).toEqual(IDS)
})

/** What a row gets wrong: files without such a test, or a test of what is not there yet. */
function wrongIn({ id, where }: { readonly id: string; readonly where: string }): string[] {
  if (where.startsWith('not yet: ')) {
    const files = globSync('{server,scenarios,web,tools}/**/*.test.ts', { cwd: ROOT })
    return files.filter((file) => idsIn(file).has(id))
  }
  const files = [...where.matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? '')
  if (files.length === 0) return ['no file is named']
  return files.filter((file) => !existsSync(join(ROOT, file)) || !idsIn(file).has(id))
}

describe('the page of pitfalls', () => {
  test.each(rows)('has tests of $id by that name, or says why not', (row) => {
    expect(wrongIn(row)).toEqual([])
  })
})
