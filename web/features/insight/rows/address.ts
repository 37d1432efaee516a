import type { InsightSearch } from '../insight.ts'
import { insightSearch } from '../insight.ts'

/** The rows of one term: which term it is, and the address at which the server has them. */
export type RowsSearch = InsightSearch & { readonly of?: string; readonly rows: string }

const KINDS = {
  '/open-items': 'items',
  '/receivables': 'sales',
  '/allocations': 'collected',
} as const

export type RowsKind = (typeof KINDS)[keyof typeof KINDS]
export type Asked = {
  readonly kind: RowsKind
  readonly query: Readonly<Record<string, string>>
}

/** What an address asks for; null when it is none that has rows. */
export function askedOf(address: string): Asked | null {
  const [path, search] = address.split('?')
  const known = Object.entries(KINDS).find(([name]) => name === path)
  if (!known) return null
  return { kind: known[1], query: Object.fromEntries(new URLSearchParams(search)) }
}

export function rowsSearch(search: Readonly<Record<string, unknown>>): RowsSearch {
  const { of, rows } = search
  return {
    ...insightSearch(search),
    ...(typeof of === 'string' ? { of } : {}),
    rows: typeof rows === 'string' ? rows : '',
  }
}

/** The address of open items with some conditions, as the figures' own addresses are written. */
export function itemsAddress(conditions: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(conditions).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return `/open-items?${new URLSearchParams(given)}`
}
