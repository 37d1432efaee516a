import {
  nameOf,
  type PdfDictionary,
  type PdfName,
  type PdfRef,
  type PdfText,
  type PdfValue,
} from './values.ts'

/** A place in the bytes; reading moves it forwards. */
export type Cursor = {
  readonly bytes: Buffer
  at: number
  /** How many values may still be read; shared by all that read one file. */
  readonly allowance: Allowance
}
export type Allowance = { values: number }

/** Nothing that is a value starts here: the end of the file, a closing bracket, a keyword. */
const END = Symbol('end')

const LIMITS = { depth: 100, text: 1_000_000 }

/** Reads one value; broken syntax ends it early instead of failing. Never reads a byte twice. */
export function readValue(cursor: Cursor): PdfValue {
  const value = valueOrEnd(cursor, 0)
  return value === END ? null : value
}

export function skipSpace(cursor: Cursor): void {
  const { bytes } = cursor
  while (cursor.at < bytes.length) {
    const byte = bytes[cursor.at]
    if (byte === 0x25) skipComment(cursor)
    else if (isSpace(byte)) cursor.at += 1
    else return
  }
}

export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 9 || byte === 12 || byte === 0
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}

function skipComment(cursor: Cursor): void {
  const { bytes } = cursor
  while (cursor.at < bytes.length && bytes[cursor.at] !== 0x0a && bytes[cursor.at] !== 0x0d) {
    cursor.at += 1
  }
}

function valueOrEnd(cursor: Cursor, depth: number): PdfValue | typeof END {
  skipSpace(cursor)
  if (depth > LIMITS.depth || --cursor.allowance.values < 0) return END
  const { bytes, at } = cursor
  const byte = bytes[at]
  if (byte === 0x2f) return readName(cursor)
  if (byte === 0x28) return readLiteral(cursor)
  if (byte === 0x3c) return bytes[at + 1] === 0x3c ? readMap(cursor, depth) : readHex(cursor)
  if (byte === 0x5b) return readList(cursor, depth)
  if (isDigit(byte) || byte === 0x2b || byte === 0x2d || byte === 0x2e) return readNumber(cursor)
  return readKeyword(cursor)
}

function readName(cursor: Cursor): PdfName {
  cursor.at += 1
  const word = readRegular(cursor)
  if (!word.includes('#')) return { name: word }
  const name = word.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return { name }
}

/** The longest run of characters that are neither space nor delimiter. */
function readRegular(cursor: Cursor): string {
  const { bytes, at } = cursor
  while (cursor.at < bytes.length && isRegular(bytes[cursor.at])) cursor.at += 1
  return bytes.toString('latin1', at, Math.min(cursor.at, at + 200))
}

const DELIMITERS = new Set(Buffer.from('()<>[]{}/%\0\t\n\f\r '))

function isRegular(byte: number | undefined): boolean {
  return byte !== undefined && !DELIMITERS.has(byte)
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

function readLiteral(cursor: Cursor): PdfText | typeof END {
  const { bytes } = cursor
  const text: number[] = []
  let open = 1
  cursor.at += 1
  while (cursor.at < bytes.length && text.length < LIMITS.text) {
    const byte = bytes[cursor.at++] ?? 0
    if (byte === 0x5c) readEscape(cursor, text)
    else if (byte === 0x29 && --open === 0) return { text: Uint8Array.from(text) }
    else {
      if (byte === 0x28) open += 1
      text.push(byte)
    }
  }
  return END
}

function readEscape(cursor: Cursor, text: number[]): void {
  const { bytes } = cursor
  const octal = /^[0-7]{1,3}/.exec(bytes.toString('latin1', cursor.at, cursor.at + 3))?.[0]
  if (octal !== undefined) {
    cursor.at += octal.length
    text.push(Number.parseInt(octal, 8) & 0xff)
    return
  }
  const byte = bytes[cursor.at++] ?? 0
  if (byte === 0x0d && bytes[cursor.at] === 0x0a) cursor.at += 1
  if (byte !== 0x0d && byte !== 0x0a) text.push(ESCAPES[String.fromCharCode(byte)] ?? byte)
}

function readHex(cursor: Cursor): PdfText | typeof END {
  const ahead = cursor.bytes.subarray(cursor.at + 1, cursor.at + 2 * LIMITS.text)
  const end = ahead.indexOf(0x3e)
  cursor.at += end < 0 ? ahead.length + 1 : end + 2
  if (end < 0) return END
  const digits = ahead.toString('latin1', 0, end).replace(/[^0-9A-Fa-f]/g, '')
  return { text: Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex') }
}

function readList(cursor: Cursor, depth: number): PdfValue[] {
  const list: PdfValue[] = []
  cursor.at += 1
  while (true) {
    const item = valueOrEnd(cursor, depth + 1)
    if (item === END) break
    list.push(item)
  }
  if (cursor.bytes[cursor.at] === 0x5d) cursor.at += 1
  return list
}

function readMap(cursor: Cursor, depth: number): PdfDictionary {
  const map = new Map<string, PdfValue>()
  cursor.at += 2
  while (true) {
    const key = valueOrEnd(cursor, depth + 1)
    if (key === END) break
    const name = nameOf(key)
    if (name === null) continue
    const value = valueOrEnd(cursor, depth + 1)
    if (value === END) break
    map.set(name, value)
  }
  if (cursor.bytes[cursor.at] === 0x3e && cursor.bytes[cursor.at + 1] === 0x3e) cursor.at += 2
  return map
}

const REFERENCE = /^(\d{1,10})[\s\0]+\d{1,5}[\s\0]+R(?![\w.])/

function readNumber(cursor: Cursor): number | PdfRef {
  const { bytes, at } = cursor
  const word = readRegular(cursor)
  // Only two whole numbers in a row can be the start of '12 0 R'.
  const next = bytes[cursor.at + 1]
  const reference =
    isDigit(next) || isSpace(next) ? REFERENCE.exec(bytes.toString('latin1', at, at + 30)) : null
  if (reference) {
    cursor.at = at + reference[0].length
    return { ref: Number(reference[1]) }
  }
  const number = Number.parseFloat(word)
  return Number.isNaN(number) ? 0 : number
}

function readKeyword(cursor: Cursor): boolean | null | typeof END {
  const { at } = cursor
  const word = readRegular(cursor)
  if (word === 'true') return true
  if (word === 'false') return false
  if (word === 'null') return null
  cursor.at = at
  return END
}
