/** Where a signature stands in a file, found by its bytes alone. */
export type SealPlace = {
  readonly range: readonly [number, number, number, number]
  /** From the opening bracket of the signature's digits to behind the closing one. */
  readonly gap: { readonly from: number; readonly to: number }
  /** Where the part of the file that it is over ends. */
  readonly end: number
}

export type PlaceProblem = 'part_only' | 'malformed_signature'

const BYTE_RANGE = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g

/** Every place of a signature in a file, in the order of what they cover. */
export function placesIn(bytes: Buffer): SealPlace[] {
  const places = bytes.toString('latin1').matchAll(BYTE_RANGE)
  return Array.from(places, ([, ...numbers]) => {
    const [start = 0, length = 0, next = 0, rest = 0] = numbers.map(Number)
    return {
      range: [start, length, next, rest] as const,
      gap: { from: start + length, to: next },
      end: next + rest,
    }
  }).toSorted((one, other) => one.end - other.end)
}

/**
 * A signature has to be over all of its file but its own digits: whatever else is left out, in
 * front, in between or behind, could be changed unseen.
 */
export function placeProblem(bytes: Buffer, { range, gap, end }: SealPlace): PlaceProblem | null {
  if (range[0] !== 0 || gap.to <= gap.from || end > bytes.length) return 'part_only'
  const between = bytes.subarray(gap.from, gap.to).toString('latin1')
  if (!/^<[0-9a-fA-F]*>$/.test(between)) return 'part_only'
  const before = bytes.subarray(Math.max(0, gap.from - 40), gap.from).toString('latin1')
  return /\/Contents\s*$/.test(before) ? null : 'malformed_signature'
}

/**
 * The signature between the brackets, without what fills the rest. Its digits have to be all of
 * one case and the rest zeros, so that not even a byte that changes nothing goes unnoticed.
 */
export function signatureIn(bytes: Buffer, gap: SealPlace['gap']): Buffer | null {
  const digits = bytes.subarray(gap.from + 1, gap.to - 1).toString('latin1')
  if (digits.length % 2 === 1 || (/[a-f]/.test(digits) && /[A-F]/.test(digits))) return null
  const filled = Buffer.from(digits, 'hex')
  const length = lengthOfDer(filled)
  if (length === null || filled.subarray(length).some((byte) => byte !== 0)) return null
  return filled.subarray(0, length)
}

function lengthOfDer(bytes: Buffer): number | null {
  const digits = (bytes[1] ?? 0) - 0x80
  if (bytes[0] !== 0x30 || digits < 1 || digits > 4) return null
  const length = 2 + digits + bytes.readUIntBE(2, digits)
  return length <= bytes.length ? length : null
}

/** Where the last table of references begins, and the one before it, as the end of a file says. */
export type Revision = { readonly table: number; readonly previous: number | null }

export function revisionOf(bytes: Buffer): Revision | null {
  const tail = bytes.subarray(-64).toString('latin1')
  const [, start] = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(tail) ?? []
  if (start === undefined) return null
  const section = bytes.subarray(Number(start)).toString('latin1')
  const [, previous] = /^xref[\s\S]*?trailer[\s\S]*?\/Prev\s+(\d{1,10})/.exec(section) ?? []
  return { table: Number(start), previous: previous === undefined ? null : Number(previous) }
}

/**
 * The numbers of the objects that an update brings, by its table of references; null when the
 * table does not say just what stands in the update, so that readers may see different things.
 */
export function objectsOfUpdate(bytes: Buffer, from: number): number[] | null {
  const revision = revisionOf(bytes)
  const before = revisionOf(bytes.subarray(0, from))
  if (!revision || !before || revision.table < from || revision.previous !== before.table)
    return null
  const section = bytes.subarray(revision.table).toString('latin1')
  const [, table] = /^xref\s+([\d\s nf]+?)\s*trailer/.exec(section) ?? []
  const entries = table === undefined ? null : entriesOf(table)
  const update = bytes.subarray(from, revision.table).toString('latin1')
  const written = Array.from(update.matchAll(/(?:^|\n)(\d{1,10}) 0 obj\b/g))
  if (!entries || entries.length !== written.length) return null
  const isThere = ({ number, offset }: Entry) =>
    offset >= from && update.slice(offset - from).startsWith(`${number} 0 obj`)
  return entries.every(isThere) ? entries.map(({ number }) => number) : null
}

type Entry = { readonly number: number; readonly offset: number }

/** The objects in use of a table; null when it is not one as it is usually written. */
function entriesOf(table: string): Entry[] | null {
  const lines = table.split(/\r\n|\r|\n/).map((line) => line.trim())
  const entries: Entry[] = []
  while (lines.length > 0) {
    const [, first, count] = /^(\d+) (\d+)$/.exec(lines.shift() ?? '') ?? []
    if (first === undefined) return null
    for (let index = 0; index < Number(count); index += 1) {
      const [, offset, generation, use] =
        /^(\d{10}) (\d{5}) ([nf])$/.exec(lines.shift() ?? '') ?? []
      if (offset === undefined) return null
      const number = Number(first) + index
      if (use === 'f' && number === 0) continue
      if (use !== 'n' || generation !== '00000') return null
      entries.push({ number, offset: Number(offset) })
    }
  }
  return entries
}
