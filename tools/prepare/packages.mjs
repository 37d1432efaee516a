import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { npmFlags, root, run } from './shell.mjs'

const wanted = join(root, 'package-lock.json')
// npm writes what it has installed here, as its last act.
const installed = join(root, 'node_modules/.package-lock.json')

/** Every package that package-lock.json asks for on this machine is installed in that version. */
export function isInstalled() {
  if (!existsSync(installed)) return false
  const present = packagesOf(installed)
  return Object.entries(packagesOf(wanted)).every(
    ([path, entry]) => path === '' || !fits(entry) || present[path]?.version === entry.version,
  )
}

export async function install() {
  await run({
    saying: 'Installing the packages of Goodterms (once, about 600 MB; a minute or two) …',
    command: 'npm',
    args: ['ci', ...npmFlags],
  })
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** Optional packages may be for another machine; those bound to a C library are npm's to choose. */
function fits({ optional, os, cpu, libc }) {
  if (!optional) return true
  return !libc && allows(os, process.platform) && allows(cpu, process.arch) && Boolean(os)
}

function allows(list, value) {
  return list === undefined || [list].flat().includes(value)
}
