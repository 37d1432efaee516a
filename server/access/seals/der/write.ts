import type { Instant } from '../../../kernel/day.ts'

/** One element of ASN.1 in DER (X.690 §8): tag, length, and the parts one after the other. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content])
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const digits = bytesOf(BigInt(length))
  return Buffer.from([0x80 + digits.length, ...digits])
}

function bytesOf(number: bigint): Buffer {
  const hex = number.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
}

export function sequence(...parts: readonly Uint8Array[]): Buffer {
  return element(0x30, ...parts)
}

/** A SET OF: DER wants its parts in the order of their bytes (X.690 §11.6). */
export function setOf(...parts: readonly Uint8Array[]): Buffer {
  return element(0x31, ...parts.toSorted((one, other) => Buffer.compare(one, other)))
}

/** A whole number that is not negative. */
export function integer(number: number | bigint | Uint8Array): Buffer {
  const given =
    number instanceof Uint8Array ? BigInt(`0x${Buffer.from(number).toString('hex')}`) : number
  const bytes = bytesOf(BigInt(given))
  const isHigh = (bytes[0] ?? 0) >= 0x80
  return element(0x02, isHigh ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes)
}

/** An object identifier, '1.2.840.113549.1.7.2'. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

function base128(arc: number): number[] {
  const digits = [arc % 128]
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
    digits.unshift(128 + (left % 128))
  }
  return digits
}

export function octets(bytes: Uint8Array): Buffer {
  return element(0x04, bytes)
}

/** A string of bits; `unused` of the last byte do not count. */
export function bits(bytes: Uint8Array, unused = 0): Buffer {
  return element(0x03, Buffer.from([unused]), bytes)
}

export function text(characters: string): Buffer {
  return element(0x0c, Buffer.from(characters, 'utf8'))
}

export function nothing(): Buffer {
  return element(0x05)
}

export function yes(): Buffer {
  return element(0x01, Buffer.from([0xff]))
}

/** [number] EXPLICIT, or IMPLICIT of something that has parts. */
export function tagged(number: number, ...parts: readonly Uint8Array[]): Buffer {
  return element(0xa0 + number, ...parts)
}

/** Whole seconds; UTCTime before 2050, GeneralizedTime from then on (RFC 5280 §4.1.2.5). */
export function time(at: Instant): Buffer {
  const digits = `${at.slice(0, 19).replaceAll(/[-:T]/g, '')}Z`
  return at < '2050'
    ? element(0x17, Buffer.from(digits.slice(2)))
    : element(0x18, Buffer.from(digits))
}
