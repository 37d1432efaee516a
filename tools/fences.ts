// The fences of .dependency-cruiser.mjs, and that the cruise has seen every module there is: a parser
// that skips files would let anything through.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { cruise } from 'dependency-cruiser'
import readOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'

const FOLDERS = ['server', 'web', 'bench', 'scenarios', 'tools']

process.chdir(join(import.meta.dirname, '..'))
const { output } = await cruise(FOLDERS, await readOptions('./.dependency-cruiser.mjs'))
if (typeof output === 'string') throw new Error(`not a result: ${output}`)

const violations = output.summary.violations.map(({ rule, from, to, cycle }) =>
  cycle
    ? `${rule.name}: ${[from, ...cycle.map(({ name }) => name)].join(' → ')}`
    : `${rule.name}: ${from} → ${to}`,
)
const seen = new Set(output.modules.map(({ source }) => source))
const unseen = FOLDERS.flatMap(modulesIn).filter((file) => !seen.has(file))

for (const line of violations) console.log(line)
for (const file of unseen) console.log(`not looked at: ${file}`)
console.log(
  `${seen.size} modules, ${violations.length} fences broken, ${unseen.length} not looked at`,
)
if (violations.length + unseen.length > 0) process.exitCode = 1

function modulesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile() && /[.]tsx?$/.test(entry.name))
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.endsWith('.d.ts'))
}
