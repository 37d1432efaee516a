// What a browser downloads before it shows a page: the entry, what it imports, the frame, the page, and
// what one language says first; scripts only, as compressed as they are sent.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { build, isBuilt } from './prepare/web.mjs'

const LIMIT_KILOBYTES = 200

type Chunk = {
  readonly file: string
  readonly src?: string
  readonly isEntry?: boolean
  readonly imports?: string[]
  readonly dynamicImports?: string[]
}

process.chdir(join(import.meta.dirname, '..'))
if (!isBuilt()) await build()
const manifest: Record<string, Chunk> = JSON.parse(
  readFileSync('dist/web/.vite/manifest.json', 'utf8'),
)
const chunks = Object.entries(manifest).map(([key, chunk]) => ({ key, ...chunk }))

const entry = chunks.filter(({ isEntry }) => isEntry).map(({ key }) => key)
const frame = keysOf(/^frame\/Frame\.tsx$/)
const languages = keysOf(/^language\/\w\w\/first\.ts$/)
const pages = keysOf(/^pages\/.*Page\.tsx$/)
const language = languages.toSorted((a, b) => weightOf([b]) - weightOf([a])).slice(0, 1)

const weights = pages
  .map((page) => ({ page, weight: weightOf([...entry, ...frame, ...language, page]) }))
  .toSorted((a, b) => b.weight - a.weight)
for (const { page, weight } of weights) console.log(`${weight.toFixed(1).padStart(6)} kB  ${page}`)

const tooHeavy = weights.filter(({ weight }) => weight > LIMIT_KILOBYTES)
for (const { page } of tooHeavy) console.log(`too heavy: ${page}`)
const isLost = [entry, frame, language, weights].some(({ length }) => length === 0)
if (isLost) console.log('the build has no entry, frame, language or page where this looks for them')
if (isLost || tooHeavy.length > 0) process.exitCode = 1

function keysOf(pattern: RegExp): string[] {
  return chunks.filter(({ src }) => src && pattern.test(src)).map(({ key }) => key)
}

/** Compressed kilobytes of these chunks and everything that they import at once. */
function weightOf(keys: string[]): number {
  const needed = new Set<string>()
  const queue = [...keys]
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (needed.has(key)) continue
    needed.add(key)
    queue.push(...(manifest[key]?.imports ?? []))
  }
  const files = new Set(
    [...needed].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js')),
  )
  return [...files].reduce(
    (sum, file) => sum + statSync(join('dist/web', `${file}.br`)).size / 1000,
    0,
  )
}
