import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { inflate } from '@sparticuz/chromium'

export type Chromium = { readonly program: string; readonly env: Record<string, string> }

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A Chromium: GOODTERMS_CHROMIUM, the system's, or the one that npm brought, unpacked on first use. */
export async function findChromium(): Promise<Chromium> {
  const chosen = process.env['GOODTERMS_CHROMIUM']
  const program = chosen === 'npm' ? undefined : (chosen ?? SYSTEM.find((path) => existsSync(path)))
  return program ? { program, env: {} } : unpacked()
}

async function unpacked(): Promise<Chromium> {
  const folder = join(import.meta.dirname, '../../.runtime', `chromium-${versionOfPackage()}`)
  if (!existsSync(folder)) await unpackTo(folder)
  const program = join(folder, 'chromium')
  const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023/lib') }
  const fonts = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(folder, 'fonts') }
  return { program, env: { ...fonts, ...(runs(program) ? {} : libraries) } }
}

function packageFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')
}

function versionOfPackage(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(packageFolder(), 'package.json'), 'utf8'),
  )
  return version
}

/** Unpacks aside and moves into place, so that several test files may do it at once. */
async function unpackTo(folder: string): Promise<void> {
  const draft = `${folder}.new-${process.pid}`
  mkdirSync(draft, { recursive: true })
  const before = process.env['TMPDIR']
  // The package unpacks to the temporary folder of the system and nowhere else.
  process.env['TMPDIR'] = draft
  try {
    const parts = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br']
    await Promise.all(parts.map((part) => inflate(join(packageFolder(), 'bin', part))))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  if (existsSync(folder)) rmSync(draft, { recursive: true })
  else renameSync(draft, folder)
}

/** False where the libraries of a desktop (nss, nspr) are missing. */
function runs(program: string): boolean {
  return spawnSync(program, ['--no-sandbox', '--version'], { stdio: 'ignore' }).status === 0
}
