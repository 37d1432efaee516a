import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { onTestFinished } from 'vitest'

const SCRIPTS = /\.(js|css|html)$/
/** The worker's word for all its files. */
const VERSION = /(goodterms-shell-.{1,30})[0-9a-f]{12}/

/**
 * The same application as another build would name it: no part is called as before, and its worker is
 * another one. A build of its own would say no more and take ten times as long.
 */
export async function anotherBuild(root: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'goodterms-build-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await cp(root, folder, { recursive: true, filter: isServed })
  const assets = join(folder, 'assets')
  const names = new Map((await readdir(assets)).map((name) => [name, `x-${name}`]))
  const named = new RegExp(
    [...names.keys()].map((name) => name.replaceAll('.', String.raw`\.`)).join('|'),
    'g',
  )
  for (const entry of await readdir(folder, { recursive: true })) {
    if (!SCRIPTS.test(entry)) continue
    const text = await readFile(join(folder, entry), 'utf8')
    const other = text.replaceAll(named, (name) => names.get(name) ?? name)
    await writeFile(join(folder, entry), other.replace(VERSION, '$10123456789ab'))
  }
  for (const [name, other] of names) await rename(join(assets, name), join(assets, other))
  return folder
}

function isServed(path: string): boolean {
  return !/\.(br|gz)$|\.vite/.test(path)
}
