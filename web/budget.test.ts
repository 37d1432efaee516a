import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

import { describe, expect, test } from 'vitest'

const DIST = fileURLToPath(new URL('../dist/web/', import.meta.url))
const MANIFEST = `${DIST}.vite/manifest.json`
const BUDGET_BYTES = 200_000

type Chunk = {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
}

/** What has been fetched when the first page can be used: the frame, one language and Today. */
const FIRST_PAGE = [
  'index.html',
  'language/en/first.ts',
  'frame/Frame.tsx',
  'pages/today/TodayPage.tsx',
]

function compressed(files: Iterable<string>): number {
  return [...files]
    .map((file) => gzipSync(readFileSync(DIST + file), { level: 9 }).length)
    .reduce((sum, bytes) => sum + bytes, 0)
}

describe.skipIf(!existsSync(MANIFEST))('the built application', () => {
  const manifest = new Map(
    Object.entries<Chunk>(existsSync(MANIFEST) ? JSON.parse(readFileSync(MANIFEST, 'utf8')) : {}),
  )

  function filesOf(names: readonly string[], seen = new Set<string>()): Set<string> {
    for (const name of names) {
      const chunk = manifest.get(name)
      expect(chunk, `${name} is in the build`).toBeDefined()
      if (!chunk || seen.has(chunk.file)) continue
      seen.add(chunk.file)
      filesOf(chunk.imports ?? [], seen)
    }
    return seen
  }

  test('needs less than 200 kB of compressed JavaScript for its first page', () => {
    expect(compressed(filesOf(FIRST_PAGE))).toBeLessThan(BUDGET_BYTES)
  })

  test('loads each further language by itself, and only when it is asked for', () => {
    const first = filesOf(FIRST_PAGE)
    const others = [
      'language/en/rest.ts',
      'language/de/first.ts',
      'language/fr/first.ts',
      'language/es/first.ts',
    ]
    expect(others.filter((name) => first.has(manifest.get(name)?.file ?? ''))).toEqual([])
  })
})
