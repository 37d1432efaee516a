import { Refusal } from '../kernel/refusal.ts'

/** Where a page ended, as an opaque word for the next request. */
function cursorOf(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Reads such a word; anything else is refused. */
export function keyOf(cursor: string | undefined, parts: number): string[] | null {
  if (cursor === undefined) return null
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(key) && key.length === parts && key.every(isText)) return key
  } catch {
    // Not JSON: refused below.
  }
  throw new Refusal('invalid', 'bad_cursor')
}

function isText(part: unknown): part is string {
  return typeof part === 'string'
}

/** Cuts the one row too many that tells that there is a further page. */
export function pageFrom<Row>(
  rows: readonly Row[],
  limit: number,
  keyOfRow: (row: Row) => readonly string[],
): { rows: Row[]; next: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? cursorOf(keyOfRow(last)) : null }
}
