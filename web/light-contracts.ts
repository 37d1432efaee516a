import { pathToFileURL } from 'node:url'

import type { Plugin } from 'vite'

const CONTRACT = /\/server\/.+\/contract\.ts$/

/**
 * The browser gets of a contract what it uses (method, url, lists of codes). Schemas
 * stay on the server: types travel through tsc, and zod is never downloaded.
 */
export function lightContracts(): Plugin {
  return {
    name: 'light-contracts',
    enforce: 'pre',
    async load(id) {
      const file = id.split('?')[0] ?? id
      if (!CONTRACT.test(file)) return null
      this.addWatchFile(file)
      const url = `${pathToFileURL(file).href}?at=${Date.now()}`
      const contract: Readonly<Record<string, unknown>> = await import(url)
      return lightened(contract)
    },
  }
}

/** The source of a module with the plain values of a contract. */
export function lightened(contract: Readonly<Record<string, unknown>>): string {
  return Object.entries(contract)
    .map(([name, value]) => [name, plain(value)] as const)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`)
    .join('\n')
}

function plain(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (Array.isArray(value))
    return value.every((item) => plain(item) !== undefined) ? value : undefined
  if (typeof value !== 'object' || value === null) return undefined
  if ('method' in value && 'url' in value) {
    return { method: value.method, url: value.url }
  }
  const isBare = Object.getPrototypeOf(value) === Object.prototype
  return isBare && Object.values(value).every((part) => plain(part) !== undefined)
    ? value
    : undefined
}
