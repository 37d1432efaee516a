import { MalformedDer, readElement } from './read.ts'
import { element } from './write.ts'

type Part = { readonly der: Buffer; readonly length: number }

const DEEPEST = 64

/**
 * The same in DER: lengths that were left open are counted, strings in pieces put together, so that
 * all reading after it is strict. Some programs write PKCS#12 files that way.
 */
export function derOfBer(bytes: Uint8Array): Buffer {
  return readPart(Buffer.from(bytes), 0).der
}

function readPart(bytes: Buffer, depth: number): Part {
  const [tag, first] = bytes
  if (tag === undefined || first === undefined || depth > DEEPEST) {
    throw new MalformedDer('cut off, or nested without end')
  }
  const isOpen = first === 0x80
  const digits = first > 0x80 ? first - 0x80 : 0
  if (digits > 4 || bytes.length < 2 + digits) throw new MalformedDer('a length of no known form')
  const start = 2 + digits
  const stated = digits === 0 ? first : bytes.readUIntBE(2, digits)
  const end = isOpen ? bytes.length : start + stated
  if (end > bytes.length) throw new MalformedDer('cut off')
  if ((tag & 0x20) === 0) {
    return { der: element(tag, bytes.subarray(start, end)), length: end }
  }
  const { parts, length } = readParts(bytes.subarray(start, end), isOpen, depth)
  return { der: joined(tag, parts), length: start + length }
}

function readParts(
  bytes: Buffer,
  isOpen: boolean,
  depth: number,
): { parts: Buffer[]; length: number } {
  const parts: Buffer[] = []
  let at = 0
  while (at < bytes.length) {
    if (isOpen && bytes[at] === 0 && bytes[at + 1] === 0) return { parts, length: at + 2 }
    const part = readPart(bytes.subarray(at), depth + 1)
    parts.push(part.der)
    at += part.length
  }
  if (isOpen) throw new MalformedDer('without an end')
  return { parts, length: at }
}

/** A string in pieces becomes one; everything else keeps its parts. */
function joined(tag: number, parts: readonly Buffer[]): Buffer {
  if (tag !== 0x24) return element(tag, ...parts)
  return element(0x04, ...parts.map((part) => readElement(part).content))
}
