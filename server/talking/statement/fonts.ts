import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { coverageOf, legibleText } from './glyphs.ts'

const SHIPPED = ['inter', 'noto-sans-arabic', 'noto-sans-hebrew']
const WEIGHTS = ['400Regular', '600SemiBold']

/** The typefaces that come along, and those of the folders in GOODTERMS_FONTS (for other scripts). */
export function fontFolders(): string[] {
  const require = createRequire(import.meta.url)
  const shipped = SHIPPED.flatMap((family) => {
    const home = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`))
    return WEIGHTS.map((weight) => join(home, weight))
  })
  const own = (process.env['GOODTERMS_FONTS'] ?? '').split(':').filter(Boolean)
  return [...shipped, ...own.filter((path) => existsSync(path))]
}

const FAMILIES = ['Inter', 'Noto Sans Arabic', 'Noto Sans Hebrew']

/** Inter first; the others where it has no letters. GOODTERMS_FONT_FAMILIES names those brought along. */
export function fontFamilies(): string[] {
  const own = (process.env['GOODTERMS_FONT_FAMILIES'] ?? '').split(',').filter(Boolean)
  return [...FAMILIES, ...own]
}

/** Which typesetter and typefaces are installed, exactly. */
export function versions(): string[] {
  const require = createRequire(import.meta.url)
  const packages = SHIPPED.map((family) => `@expo-google-fonts/${family}/package.json`)
  const own = process.env['GOODTERMS_FONTS'] ?? ''
  const typesetter = require.resolve('@myriaddreamin/typst-ts-node-compiler')
  const files = [...packages.map((name) => require.resolve(name)), packageOf(typesetter)]
  return [own, ...files.map((file) => readFileSync(file, 'utf8'))]
}

/** The package.json above a module of a package that does not export it. */
function packageOf(path: string): string {
  const file = join(dirname(path), 'package.json')
  return existsSync(file) ? file : packageOf(dirname(path))
}

let known: ((text: string) => string) | null = null

/** Takes out of a text what no typeface at hand can set. */
export function legible(text: string): string {
  if (isPlain(text)) return text
  known ??= withCoverage()
  return known(text)
}

// What Inter has for certain: Latin, Greek and Cyrillic letters and common signs.
function isPlain(text: string): boolean {
  return /^[\u0020-\u007E\u00A0-\u017F\u0391-\u03C9\u0410-\u044F\u2010-\u2026\u20AC]*$/.test(text)
}

function withCoverage(): (text: string) => string {
  const covers = coverageOf(fontFolders().flatMap(fontFiles))
  return (text) => legibleText(text, covers)
}

function fontFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return /\.(ttf|otf)$/i.test(path) ? [path] : []
  return readdirSync(path).flatMap((name) => fontFiles(join(path, name)))
}
