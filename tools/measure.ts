// npm run measure: the sizes of the code beside what STYLE.md §9 aims at.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

process.chdir(join(import.meta.dirname, '..'))
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && existsSync(file))
const sizes = tracked
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/schema\.ts$|\.d\.ts$/.test(file))
  .map((file) => ({ file, ...measure(readFileSync(file, 'utf8')) }))
const isTest = ({ file }: { file: string }) => /\.test\.tsx?$|^scenarios\/|\/testing\//.test(file)

const server = sizes.filter((size) => size.file.startsWith('server/') && !isTest(size))
const web = sizes.filter((size) => size.file.startsWith('web/') && !isTest(size))
const tests = sizes.filter(isTest)

row('', 'files', 'lines', 'median', 'p90', 'longest', 'comments')
for (const [name, group] of Object.entries({ server, web, tests, all: sizes })) {
  const lines = group.map((size) => size.lines)
  const most = Math.max(0, ...lines)
  const share = (100 * sum(group.map((size) => size.comments))) / Math.max(1, sum(lines))
  const cells = [group.length, sum(lines), percentile(lines, 50), percentile(lines, 90), most]
  row(name, ...cells, `${share.toFixed(1)} %`)
}
row('aim', '', '', '≤ 45', '≤ 150', '300', '4–12 %')

const serverTests = sum(
  tests.filter(({ file }) => file.startsWith('server/')).map(({ lines }) => lines),
)
const ratio = serverTests / Math.max(1, sum(server.map(({ lines }) => lines)))
console.log(`\ntests per line of server code: ${ratio.toFixed(2)} (aim 1.2–1.5)`)

console.log('\nthe longest files')
for (const { file, lines } of sizes.toSorted((a, b) => b.lines - a.lines).slice(0, 10)) {
  console.log(`  ${String(lines).padStart(4)}  ${file}`)
}

const rooms = Map.groupBy(server, ({ file }) => file.split('/').slice(0, -1).join('/'))
const big = [...rooms].map(([room, files]) => ({
  room,
  files: files.length,
  lines: sum(files.map((f) => f.lines)),
}))
console.log('\nthe largest folders (aim ≤ 12 files, ≤ 800 lines)')
for (const { room, files, lines } of big.toSorted((a, b) => b.lines - a.lines).slice(0, 8)) {
  console.log(`  ${String(lines).padStart(4)} lines ${String(files).padStart(3)} files  ${room}`)
}

const PITFALLS = 78
const named = new Set(
  tests.flatMap(({ file }) =>
    [...readFileSync(file, 'utf8').matchAll(/\bP(\d\d)\b/g)].map(([id]) => id),
  ),
)
const every = Array.from(
  { length: PITFALLS },
  (_, index) => `P${String(index + 1).padStart(2, '0')}`,
)
const untested = every.filter((id) => !named.has(id))
console.log(
  `\npitfalls of such systems with a test that names them: ${PITFALLS - untested.length} of ${PITFALLS}`,
)
console.log(`  without: ${untested.join(' ')}`)

function measure(text: string): { lines: number; comments: number } {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return {
    lines: lines.length,
    comments: lines.filter((line) => /^\s*(\/\/|\/\*|\*)/.test(line)).length,
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function percentile(numbers: number[], percent: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0
}

function row(name: string, ...cells: (string | number)[]): void {
  console.log(name.padEnd(8) + cells.map((cell) => String(cell).padStart(9)).join(''))
}
