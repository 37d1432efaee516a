import { isDay } from '../kernel/day.ts'
import { isId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'

type Part = string | number | null

/** Where the next page begins: the sort values of the last row. */
export function cursorOf(parts: readonly Part[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

const kinds = {
  id: (part: unknown): part is string => typeof part === 'string' && isId(part),
  day: (part: unknown): part is string => typeof part === 'string' && isDay(part),
  integer: (part: unknown): part is number => Number.isSafeInteger(part),
  /** 'infinity' is the last of days: what has no day comes after all that have. */
  dayOrLast: (part: unknown): part is string =>
    typeof part === 'string' && (part === 'infinity' || isDay(part)),
  // PostgreSQL takes no NUL in a text.
  text: (part: unknown): part is string => typeof part === 'string' && !part.includes('\0'),
} as const

type Kind = keyof typeof kinds

type PartsOf<Kinds extends readonly Kind[]> = {
  [At in keyof Kinds]: (typeof kinds)[Kinds[At]] extends ((part: unknown) => part is infer Type)
    ? Type
    : never
}

/** The sort values in a cursor that was handed out; null without one. Anything else is refused. */
export function partsOf<const Kinds extends readonly Kind[]>(
  cursor: string | undefined,
  expected: Kinds,
): PartsOf<Kinds> | null {
  if (cursor === undefined) return null
  const parts = read(cursor)
  const fits =
    Array.isArray(parts) &&
    parts.length === expected.length &&
    expected.every((kind, at) => kinds[kind](parts[at]))
  if (!fits) throw new Refusal('invalid', 'malformed_cursor')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each part was tested for its kind
  return parts as unknown as PartsOf<Kinds>
}

function read(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return null
  }
}

/** Of limit + 1 rows a page, and the cursor of its last row when there is more. */
export function pageFrom<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly Part[],
): { rows: Row[]; next: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: last && rows.length > limit ? cursorOf(keyOf(last)) : null }
}
