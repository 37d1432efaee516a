// npm run check: every gate except the tests. npm run check -- types fences: only these.
// npm run format: puts right what can be put right by machine.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const GATES: Record<string, string[]> = {
  format: ['oxfmt', '--check'],
  lint: ['oxlint', '--type-aware', '--deny-warnings'],
  types: ['tsc'],
  fences: ['node', 'tools/fences.ts'],
  unused: ['knip'],
  schema: ['node', 'tools/schema.ts', '--check'],
  hygiene: ['node', 'tools/hygiene.ts'],
  repeats: ['node', 'tools/repeats.ts'],
  lock: ['node', 'tools/complete-lock.ts', '--check'],
  weight: ['node', 'tools/weight.ts'],
}
const FIXES: Record<string, string[]> = {
  format: ['oxfmt'],
  lint: ['oxlint', '--type-aware', '--fix'],
}

type Result = { readonly name: string; readonly code: number | null; readonly output: string }

process.chdir(join(import.meta.dirname, '..'))
const asked = process.argv.slice(2)
const isFixing = asked.includes('--fix')
const gates = Object.entries(isFixing ? FIXES : GATES).filter(
  ([name]) => isFixing || asked.length === 0 || asked.includes(name),
)
const failed = (await runAll(gates)).filter(({ code }) => code !== 0)
for (const { name, output } of failed) console.log(`\n── ${name} ──\n${output.trim()}`)
const names = failed.map(({ name }) => name).join(', ')
console.log(failed.length > 0 ? `\nFailed: ${names}` : `\nAll ${gates.length} gates passed`)
process.exitCode = failed.length > 0 ? 1 : 0

/** Two at a time: each is a single thread, or nearly. */
async function runAll(waiting: [string, string[]][]): Promise<Result[]> {
  const results: Result[] = []
  const queue = [...waiting]
  async function work(): Promise<void> {
    for (let gate = queue.shift(); gate; gate = queue.shift()) results.push(await run(gate))
  }
  await Promise.all([work(), work()])
  return results
}

async function run([name, [command = '', ...args]]: [string, string[]]): Promise<Result> {
  const started = performance.now()
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${name.padEnd(8)} ${seconds.padStart(5)} s`)
  return { name, code, output: stripVTControlCharacters(output) }
}
