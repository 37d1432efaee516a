import { constants, inflateRawSync, inflateSync } from 'node:zlib'

import { isDictionary, isList, nameOf, type PdfDictionary, type PdfValue } from './values.ts'

export type PdfStream = { readonly dictionary: PdfDictionary; readonly data: Uint8Array }

/** How many bytes may still be unpacked; shared by all streams of a file. */
export type Budget = { left: number }

/** The unpacked content of a stream, or why there is none. */
export type Unpacked =
  | { readonly kind: 'content'; readonly content: Uint8Array }
  | { readonly kind: 'unreadable'; readonly reason: string }

/** Undoes the filters of a stream (ISO 32000-2 §7.4), never beyond the budget. */
export function unpack({ dictionary, data }: PdfStream, budget: Budget): Unpacked {
  const filters = listOf(dictionary.get('Filter') ?? dictionary.get('F')).map(nameOf)
  const parameters = listOf(dictionary.get('DecodeParms') ?? dictionary.get('DP'))
  let content = data
  for (const [index, filter] of filters.entries()) {
    const decoded = decode(filter, content, budget.left)
    if (typeof decoded === 'string') return { kind: 'unreadable', reason: decoded }
    budget.left -= decoded.length
    content = unpredicted(decoded, parameters[index])
  }
  return { kind: 'content', content }
}

function listOf(value: PdfValue | undefined): readonly PdfValue[] {
  if (value === undefined || value === null) return []
  return isList(value) ? value : [value]
}

function decode(filter: string | null, data: Uint8Array, limit: number): Uint8Array | string {
  if (filter === 'FlateDecode' || filter === 'Fl') return inflate(data, limit)
  if (filter === 'ASCIIHexDecode' || filter === 'AHx') return hexDecoded(data)
  if (filter === 'ASCII85Decode' || filter === 'A85') return base85Decoded(data)
  return `unknown compression ${filter ?? ''}`.trim()
}

/** A stream that was cut off gives what there is: the XML in it then says where it breaks. */
function inflate(data: Uint8Array, limit: number): Uint8Array | string {
  const options = { maxOutputLength: Math.max(limit, 1), finishFlush: constants.Z_SYNC_FLUSH }
  try {
    return inflateSync(data, options)
  } catch (problem) {
    if (isTooLarge(problem)) return 'too large'
  }
  try {
    return inflateRawSync(data.subarray(2), options)
  } catch (problem) {
    return isTooLarge(problem) ? 'too large' : 'its compressed data is damaged'
  }
}

function isTooLarge(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && problem.code === 'ERR_BUFFER_TOO_LARGE'
}

function hexDecoded(data: Uint8Array): Uint8Array {
  const digits = Buffer.from(data)
    .toString('latin1')
    .replace(/>[\s\S]*$/, '')
    .replace(/[^0-9A-Fa-f]/g, '')
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex')
}

function base85Decoded(data: Uint8Array): Uint8Array {
  const bytes: number[] = []
  let group: number[] = []
  function flush(): void {
    const padded = [...group, 84, 84, 84, 84].slice(0, 5)
    const value = padded.reduce((sum, digit) => sum * 85 + digit, 0)
    const four = [value / 2 ** 24, value / 2 ** 16, value / 2 ** 8, value]
    bytes.push(...four.map((part) => Math.floor(part) & 0xff).slice(0, group.length - 1))
    group = []
  }
  for (const byte of data) {
    if (byte === 0x7e) break
    if (byte === 0x7a && group.length === 0) bytes.push(0, 0, 0, 0)
    if (byte < 0x21 || byte > 0x75) continue
    group.push(byte - 0x21)
    if (group.length === 5) flush()
  }
  if (group.length > 1) flush()
  return Uint8Array.from(bytes)
}

/** Undoes the PNG predictors (§7.4.4.4), which some writers use on object streams. */
function unpredicted(data: Uint8Array, parameters: PdfValue | undefined): Uint8Array {
  if (!isDictionary(parameters) || numberOf(parameters, 'Predictor', 1) < 10) return data
  const colours = numberOf(parameters, 'Colors', 1)
  const bits = numberOf(parameters, 'BitsPerComponent', 8)
  const step = Math.max(1, Math.ceil((colours * bits) / 8))
  const width = Math.max(1, Math.ceil((colours * bits * numberOf(parameters, 'Columns', 1)) / 8))
  const rows = Math.ceil(data.length / (width + 1))
  const plain = new Uint8Array(Math.max(0, data.length - rows))
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (width + 1)] ?? 0
    for (let column = 0; column < width; column++) {
      const at = row * width + column
      if (at >= plain.length) break
      const left = column >= step ? (plain[at - step] ?? 0) : 0
      const up = row > 0 ? (plain[at - width] ?? 0) : 0
      const corner = row > 0 && column >= step ? (plain[at - width - step] ?? 0) : 0
      const raw = data[row * (width + 1) + 1 + column] ?? 0
      plain[at] = raw + predicted(kind, left, up, corner)
    }
  }
  return plain
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  if (kind !== 4) return 0
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(guess - value))
  if (Number(toLeft) <= Number(toUp) && Number(toLeft) <= Number(toCorner)) return left
  return Number(toUp) <= Number(toCorner) ? up : corner
}

function numberOf(dictionary: PdfDictionary, key: string, otherwise: number): number {
  const value = dictionary.get(key)
  return typeof value === 'number' && value > 0 && value < 100_000 ? value : otherwise
}
