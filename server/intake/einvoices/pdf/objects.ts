import { type Budget, type PdfStream, unpack } from './streams.ts'
import { type Allowance, type Cursor, isSpace, readValue, skipSpace } from './syntax.ts'
import { isDictionary, nameOf, type PdfDictionary, type PdfValue, refOf } from './values.ts'

export type PdfObjects = {
  readonly values: ReadonlyMap<number, PdfValue>
  readonly streams: ReadonlyMap<number, PdfStream>
  /** What the trailers say, later ones over earlier ones. */
  readonly trailer: PdfDictionary
}

type Found = {
  readonly bytes: Buffer
  readonly values: Map<number, PdfValue>
  readonly streams: Map<number, PdfStream>
  readonly trailer: Map<string, PdfValue>
  readonly budget: Budget
  readonly allowance: Allowance
}

/** No PDF that a person made has more; a forged one shall not take the memory. */
const MOST_VALUES = 3_000_000

/**
 * Collects all objects of a PDF by walking through its bytes once, whatever its cross-reference
 * table says: half of the odd PDFs are odd there. A later object replaces an earlier one of the
 * same number, as an incremental update does. Time grows with the size of the file and no more.
 */
export function collectObjects(file: Uint8Array, budget: Budget): PdfObjects {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const found: Found = {
    bytes,
    values: new Map(),
    streams: new Map(),
    trailer: new Map(),
    budget,
    allowance: { values: MOST_VALUES },
  }
  let at = bytes.indexOf('obj')
  while (at >= 0 && found.allowance.values > 0) {
    const number = objectNumberBefore(bytes, at)
    const next = number === null ? at + 3 : readObject(found, number, at + 3)
    at = bytes.indexOf('obj', next)
  }
  readTrailers(found)
  return found
}

/** The number of the object whose keyword 'obj' is at a place; null when it is 'endobj' or text. */
function objectNumberBefore(bytes: Buffer, at: number): number | null {
  const before = bytes.toString('latin1', Math.max(0, at - 30), at)
  const header = /(?:^|[^\d])(\d{1,10})[\s\0]+\d{1,5}[\s\0]*$/.exec(before)
  return header ? Number(header[1]) : null
}

/** Keeps the object and returns where to look for the next. */
function readObject(found: Found, number: number, start: number): number {
  const cursor: Cursor = { bytes: found.bytes, at: start, allowance: found.allowance }
  const value = readValue(cursor)
  found.values.set(number, value)
  found.streams.delete(number)
  if (!isDictionary(value)) return cursor.at
  skipSpace(cursor)
  if (!startsWith(found.bytes, 'stream', cursor.at)) return cursor.at
  const begin = dataStart(found.bytes, cursor.at + 'stream'.length)
  const end = dataEnd(found, value, begin)
  const stream = { dictionary: value, data: found.bytes.subarray(begin, end) }
  found.streams.set(number, stream)
  if (nameOf(value.get('Type')) === 'ObjStm') expand(found, stream)
  if (nameOf(value.get('Type')) === 'XRef') mergeTrailer(found, value)
  return end
}

function dataStart(bytes: Buffer, at: number): number {
  if (bytes[at] === 0x0d) return bytes[at + 1] === 0x0a ? at + 2 : at + 1
  return bytes[at] === 0x0a ? at + 1 : at
}

/** The declared length when it leads to 'endstream', else the next 'endstream', else the end. */
function dataEnd(found: Found, dictionary: PdfDictionary, begin: number): number {
  const length = dictionary.get('Length')
  if (typeof length === 'number' && length >= 0) {
    const after = found.bytes.toString('latin1', begin + length, begin + length + 14)
    if (/^[\s\0]{0,4}endstream/.test(after)) return begin + length
  }
  const end = found.bytes.indexOf('endstream', begin)
  return end < 0 ? found.bytes.length : withoutLineEnd(found.bytes, begin, end)
}

function withoutLineEnd(bytes: Buffer, begin: number, end: number): number {
  if (end - 2 >= begin && bytes[end - 2] === 0x0d && bytes[end - 1] === 0x0a) return end - 2
  return end - 1 >= begin && isSpace(bytes[end - 1]) ? end - 1 : end
}

/** Keeps the objects that are packed in an object stream (§7.5.7). */
function expand(found: Found, stream: PdfStream): void {
  const unpacked = unpack(stream, found.budget)
  const offset = stream.dictionary.get('First')
  if (unpacked.kind !== 'content' || typeof offset !== 'number') return
  const content = Buffer.from(unpacked.content)
  const index = content.toString('latin1', 0, offset)
  const numbers = (index.match(/\d+/g) ?? []).map(Number)
  for (let pair = 0; pair + 1 < numbers.length; pair += 2) {
    const [number = 0, relative = 0] = numbers.slice(pair, pair + 2)
    const cursor = { bytes: content, at: offset + relative, allowance: found.allowance }
    found.values.set(number, readValue(cursor))
    found.streams.delete(number)
    // A forged index may point into the same text again and again.
    found.budget.left -= Math.max(0, cursor.at - offset - relative)
    if (found.budget.left < 0 || found.allowance.values < 0) return
  }
}

function readTrailers(found: Found): void {
  const { bytes, allowance } = found
  let at = bytes.indexOf('trailer')
  while (at >= 0 && allowance.values > 0) {
    const cursor = { bytes, at: at + 'trailer'.length, allowance }
    const value = readValue(cursor)
    if (isDictionary(value)) mergeTrailer(found, value)
    at = bytes.indexOf('trailer', Math.max(cursor.at, at + 7))
  }
}

function mergeTrailer(found: Found, dictionary: PdfDictionary): void {
  for (const key of ['Root', 'Encrypt']) {
    const value = dictionary.get(key)
    if (refOf(value) !== null || isDictionary(value)) found.trailer.set(key, value ?? null)
  }
}

function startsWith(bytes: Buffer, word: string, at: number): boolean {
  return bytes.toString('latin1', at, at + word.length) === word
}
