import { instant, type Instant } from '../../../kernel/day.ts'

/** What was read is not DER, or not of the shape that was expected. */
export class MalformedDer extends Error {
  override readonly name = 'MalformedDer'
}

export type Element = {
  readonly tag: number
  readonly content: Buffer
  /** With tag and length, as it stands in the file. */
  readonly raw: Buffer
}

export const TAGS = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const

/** The one element that these bytes are, to the last byte. */
export function readElement(bytes: Uint8Array, tag?: number): Element {
  const first = readFirst(bytes)
  if (first.raw.length !== bytes.length) throw new MalformedDer('bytes after the end')
  return tag === undefined ? first : expect(first, tag)
}

/** The first element of these bytes, whatever follows it. */
export function readFirst(given: Uint8Array): Element {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const tag = byteAt(bytes, 0)
  if ((tag & 0x1f) === 0x1f) throw new MalformedDer('a tag of several bytes')
  const { length, start } = readLength(bytes)
  if (start + length > bytes.length) throw new MalformedDer('cut off')
  return {
    tag,
    content: bytes.subarray(start, start + length),
    raw: bytes.subarray(0, start + length),
  }
}

/** The length in its one shortest form: a second way to write it could hide a change. */
function readLength(bytes: Buffer): { length: number; start: number } {
  const first = byteAt(bytes, 1)
  if (first < 0x80) return { length: first, start: 2 }
  const digits = first - 0x80
  if (digits === 0 || digits > 4) throw new MalformedDer('a length of no known form')
  const length = Number(`0x${bytes.subarray(2, 2 + digits).toString('hex')}`)
  if (bytes.length < 2 + digits || length < 0x80 || length < 2 ** (8 * (digits - 1))) {
    throw new MalformedDer('a length longer than need be')
  }
  return { length, start: 2 + digits }
}

function byteAt(bytes: Buffer, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw new MalformedDer('cut off')
  return byte
}

export function expect(found: Element | undefined, tag: number): Element {
  if (found?.tag !== tag)
    throw new MalformedDer(`expected ${tag}, found ${found?.tag ?? 'nothing'}`)
  return found
}

/** The elements inside a sequence, a set or a tagged one. */
export function partsOf({ content }: Element): Element[] {
  const parts: Element[] = []
  for (let rest = content; rest.length > 0;) {
    const part = readFirst(rest)
    parts.push(part)
    rest = rest.subarray(part.raw.length)
  }
  return parts
}

/** The parts of what must be a sequence. */
export function sequenceOf(found: Element | undefined): Element[] {
  return partsOf(expect(found, TAGS.sequence))
}

/** The parts of what must be a set. */
export function setPartsOf(found: Element | undefined): Element[] {
  return partsOf(expect(found, TAGS.set))
}

/** The one part of what must be [number]. */
export function insideOf(found: Element | undefined, number: number): Element {
  return readElement(expect(found, 0xa0 + number).content)
}

/** The dotted form of an object identifier. */
export function oidOf(found: Element | undefined): string {
  const { content } = expect(found, TAGS.oid)
  const arcs: number[] = []
  let arc = 0
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f)
    if (byte >= 0x80) continue
    arcs.push(arc)
    arc = 0
  }
  const [first = 0, ...rest] = arcs
  const top = Math.min(2, Math.floor(first / 40))
  return [top, first - top * 40, ...rest].join('.')
}

/** A whole number as hexadecimal digits, as certificates are numbered. */
export function integerOf(found: Element | undefined): string {
  return BigInt(`0x0${expect(found, TAGS.integer).content.toString('hex')}`).toString(16)
}

/** The bytes of a string of bits whose every bit counts. */
export function bitsOf(found: Element | undefined): Buffer {
  const { content } = expect(found, TAGS.bits)
  if (content[0] !== 0) throw new MalformedDer('bits that end inside a byte')
  return content.subarray(1)
}

const TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d(?:\.\d+)?)Z$/

/** The moment of a UTCTime or GeneralizedTime. */
export function timeOf(found: Element | undefined): Instant {
  const digits = found?.content.toString('latin1') ?? ''
  // RFC 5280 §4.1.2.5.1: two digits from 50 on are of the last century.
  const century = found?.tag !== 0x17 ? '' : Number(digits.slice(0, 2)) < 50 ? '20' : '19'
  const [, year, month, date, hour, minute, second] = TIME.exec(century + digits) ?? []
  if (year === undefined) throw new MalformedDer('not a time')
  try {
    return instant(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`)
  } catch (cause) {
    throw new MalformedDer('not a time', { cause })
  }
}
