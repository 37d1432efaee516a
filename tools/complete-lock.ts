// npm leaves out of package-lock.json the builds for other machines that the registry in use does not
// carry, and "npm ci" then refuses the file. This adds them: the exact version that their parent asks
// for, and the machine that their name tells. With --check it only says what is missing.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Entry = {
  readonly version?: string
  readonly optional?: boolean
  readonly os?: string[]
  readonly cpu?: string[]
  readonly libc?: string[]
  readonly optionalDependencies?: Record<string, string>
}

const SYSTEMS = 'darwin linux win32 freebsd openbsd netbsd android sunos aix openharmony'.split(' ')
const PROCESSORS = 'x64 arm64 arm ia32 ppc64 riscv64 s390x loong64 mips64el wasm32'.split(' ')

process.chdir(join(import.meta.dirname, '..'))
const FILE = 'package-lock.json'
const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync(FILE, 'utf8'))
const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name, version]) => /^\d/.test(version) && !isLocked(path, name))
    .map(([name, version]) => ({ path: `node_modules/${name}`, entry: entryOf(name, version) })),
)

if (process.argv.includes('--check')) {
  for (const { path } of missing) console.log(`${FILE} lacks ${path}: node tools/complete-lock.ts`)
  if (missing.length > 0) process.exitCode = 1
} else {
  for (const { path, entry } of missing) lock.packages[path] = entry
  const [root, ...rest] = Object.entries(lock.packages)
  const sorted = rest.toSorted(([a], [b]) => a.localeCompare(b, 'en'))
  lock.packages = Object.fromEntries(root ? [root, ...sorted] : sorted)
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`added ${missing.length} packages for other machines to ${FILE}`)
}

/** As Node looks packages up: beside the parent, then outwards. */
function isLocked(parent: string, name: string): boolean {
  const folders = parent.split('/node_modules/')
  const places = folders.map((_, end) =>
    folders.slice(0, folders.length - end).join('/node_modules/'),
  )
  return [...places, ''].some(
    (place) => lock.packages[`${place ? `${place}/` : ''}node_modules/${name}`],
  )
}

function entryOf(name: string, version: string): Entry {
  const words = new Set((name.split('/').pop() ?? name).split(/[-.]/))
  const cpu = PROCESSORS.filter((word) => words.has(word))
  if (cpu.length === 0) throw new Error(`${name} does not say for which machine it is`)
  const os = SYSTEMS.filter((word) => words.has(word))
  const libc = words.has('musl') ? { libc: ['musl'] } : words.has('gnu') ? { libc: ['glibc'] } : {}
  return { version, cpu, ...libc, optional: true, ...(os.length > 0 ? { os } : {}) }
}
