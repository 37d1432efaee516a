// Passages that stand in two places, word for word: what belongs together should be one thing.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const LINES = 14
const SAYS_NOTHING = /^([\])}>;,]*|import .*|export \{.*|\/\/.*|\*.*|<\/?\w*>?)$/

type Line = { readonly text: string; readonly number: number }
type Place = { readonly file: string; readonly at: number }

process.chdir(join(import.meta.dirname, '..'))
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
const files = listed
  .split('\n')
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && existsSync(file))
  .filter((file) => !/\.test\.tsx?$|\/schema\.ts$|^web\/language\//.test(file))
const lines = new Map(files.map((file) => [file, meaningOf(readFileSync(file, 'utf8'))]))

const findings = [...passages(lines).values()].flatMap(repeated)
for (const finding of findings) console.log(finding)
console.log(`${files.length} files, ${findings.length} passages of ${LINES} lines twice`)
if (findings.length > 0) process.exitCode = 1

function meaningOf(text: string): Line[] {
  return text
    .split('\n')
    .map((line, index) => ({ text: line.trim(), number: index + 1 }))
    .filter((line) => !SAYS_NOTHING.test(line.text))
}

function passages(all: Map<string, Line[]>): Map<string, Place[]> {
  const places = new Map<string, Place[]>()
  for (const [file, list] of all) {
    for (let at = 0; at + LINES <= list.length; at += 1) {
      const passage = list
        .slice(at, at + LINES)
        .map(({ text }) => text)
        .join('\n')
      const known = places.get(passage)
      if (known) known.push({ file, at })
      else places.set(passage, [{ file, at }])
    }
  }
  return places
}

/** Only where a repeated passage begins, or each of its lines would be told. */
function repeated(places: Place[]): string[] {
  const [first, ...others] = places
  if (!first) return []
  return others
    .filter((other) => before(first) === null || before(first) !== before(other))
    .map((other) => `${numberOf(first)} = ${numberOf(other)}`)
}

function before({ file, at }: Place): string | null {
  return lines.get(file)?.[at - 1]?.text ?? null
}

function numberOf({ file, at }: Place): string {
  return `${file}:${lines.get(file)?.[at]?.number ?? 0}`
}
