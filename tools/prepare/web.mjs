import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import { root, run } from './shell.mjs'

const page = join(root, 'dist/web/index.html')
const stamp = join(root, 'dist/web.stamp')

/** The built web application belongs to these very sources. */
export function isBuilt() {
  return existsSync(page) && existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOfSources()
}

export async function build() {
  const before = stampOfSources()
  putAside()
  await run({
    saying: 'Building the web application (once, and after each update) …',
    command: join(root, 'tools/node24'),
    args: ['node_modules/vite/bin/vite.js', 'build', 'web'],
  })
  compress(join(root, 'dist/web'))
  bringBack()
  writeFileSync(stamp, before)
}

const assets = join(root, 'dist/web/assets')
const aside = join(root, 'dist/web.before')

/** Pages that are open across an update still fetch their parts: those of one build before stay. */
function putAside() {
  rmSync(aside, { recursive: true, force: true })
  const manifest = join(root, 'dist/web/.vite/manifest.json')
  if (!existsSync(manifest)) return
  mkdirSync(aside, { recursive: true })
  const parts = Object.values(JSON.parse(readFileSync(manifest, 'utf8')))
  const names = parts.flatMap(({ file, css = [] }) => [file, ...css]).map((file) => basename(file))
  for (const name of names.flatMap((file) => [file, `${file}.br`, `${file}.gz`])) {
    if (existsSync(join(assets, name))) copyFileSync(join(assets, name), join(aside, name))
  }
}

function bringBack() {
  if (!existsSync(aside)) return
  for (const name of readdirSync(aside)) {
    if (!existsSync(join(assets, name))) copyFileSync(join(aside, name), join(assets, name))
  }
  rmSync(aside, { recursive: true })
}

/** Browsers get what was compressed here once and as small as can be; the server only hands it out. */
function compress(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(js|css|svg)$/.test(entry.name)) continue
    const file = join(entry.parentPath ?? entry.path, entry.name)
    const bytes = readFileSync(file)
    writeFileSync(`${file}.br`, brotliCompressSync(bytes))
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

/** The web takes contracts and kernel from the server, so the server's sources count as well. */
function stampOfSources() {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', ...filesIn('web'), ...filesIn('server')]) {
    hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function filesIn(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return filesIn(path)
      return entry.isFile() && !/\.(test\.tsx?|sql)$/.test(entry.name) ? [path] : []
    })
}
