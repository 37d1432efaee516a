import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { npmFlags, root, run } from './shell.mjs'

const NEEDED = 24
const folder = join(root, '.runtime')
const program = join(folder, 'node_modules/.bin/node')
const hasOwn = Number(process.versions.node.split('.')[0]) >= NEEDED

/** Node 24 or newer runs this, or lies in .runtime and works. */
export function hasRuntime() {
  return hasOwn || existsSync(program)
}

/** Fetches Node 24 from npm into .runtime, which is outside node_modules and survives its renewal. */
export async function bringRuntime() {
  if (process.platform === 'win32') {
    throw new Error('Goodterms runs on Linux and macOS. On Windows, start it inside WSL.')
  }
  mkdirSync(folder, { recursive: true })
  const saying = `Fetching Node ${NEEDED} (once; this machine has ${process.version}) …`
  const pinned = join(root, 'tools/runtime', `${process.platform}-${process.arch}`)
  if (existsSync(pinned)) {
    for (const name of ['package.json', 'package-lock.json']) {
      copyFileSync(join(pinned, name), join(folder, name))
    }
    await run({ saying, command: 'npm', args: ['ci', ...npmFlags], cwd: folder })
  } else {
    // Elsewhere the package "node" picks the program for the machine in an install script.
    const args = ['install', '--no-save', ...npmFlags, `node@${NEEDED}`]
    await run({ saying, command: 'npm', args, cwd: folder })
  }
  const { status, stderr, error } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  if (status !== 0) {
    throw new Error(
      `The Node ${NEEDED} from npm does not run on this system (${process.platform} ${process.arch}). ` +
        `Install Node ${NEEDED} yourself and start again. ${stderr ?? error?.message ?? ''}`,
    )
  }
}
