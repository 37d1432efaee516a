import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { Trouble } from './explain.mjs'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Where the commands of our own Node and of the installed packages lie: first in PATH. */
const ours = [join(root, '.runtime/node_modules/.bin'), join(root, 'node_modules/.bin')]

/** Install scripts link PostgreSQL's libraries; a dead network is told after seconds, not minutes. */
export const npmFlags = [
  '--no-audit',
  '--no-fund',
  '--ignore-scripts=false',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
]

/** Says what happens, runs it, and repeats how long it has been at it while it takes its time. */
export async function run({ saying, command, args, cwd = root }) {
  console.error(saying)
  const started = performance.now()
  const reminder = setInterval(() => {
    console.error(`  … still at it after ${Math.round((performance.now() - started) / 1000)} s`)
  }, 15_000)
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, PATH: [...ours, process.env.PATH].join(delimiter) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject).once('close', resolve)
    })
    if (code !== 0) throw new Trouble(saying, output)
  } finally {
    clearInterval(reminder)
  }
  return output
}
