import { Refusal } from '../../../kernel/refusal.ts'

type Key = readonly (string | number)[]

/** Where a page ended, as an opaque word for the next request. */
export function cursorOf(key: Key): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Reads such a word; anything else is refused. */
export function keyOf(cursor: string | undefined, parts: number): Key | null {
  if (cursor === undefined) return null
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const isKey = Array.isArray(key) && key.length === parts && key.every(isPart)
    if (isKey) return key as Key
  } catch {
    // Not JSON: refused below.
  }
  throw new Refusal('invalid', 'bad_cursor')
}

function isPart(part: unknown): boolean {
  return typeof part === 'string' || (typeof part === 'number' && Number.isFinite(part))
}

/** Cuts the one row too many that tells that there is a further page. */
export function pageFrom<Row>(
  rows: readonly Row[],
  limit: number,
  keyOfRow: (row: Row) => Key,
): { rows: Row[]; next: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? cursorOf(keyOfRow(last)) : null }
}
