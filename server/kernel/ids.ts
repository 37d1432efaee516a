import { v7 } from 'uuid'

const RANDOM = new Uint8Array(16 * 256)
let used = RANDOM.length
let milliseconds = 0
let sequence = 0

/** A new time-ordered identifier (UUID version 7, RFC 9562), made here so that PostgreSQL 15 suffices. */
export function newId(): string {
  const random = nextRandom()
  const now = Date.now()
  if (now > milliseconds) {
    milliseconds = now
    sequence = firstOf(random)
  } else {
    sequence = (sequence + 1) | 0
    if (sequence === 0) milliseconds += 1
  }
  return v7({ random, msecs: milliseconds, seq: sequence })
}

// Drawn for many at once: drawing 16 bytes for each made up 9 of 11 µs.
function nextRandom(): Uint8Array {
  if (used === RANDOM.length) {
    crypto.getRandomValues(RANDOM)
    used = 0
  }
  used += 16
  return RANDOM.subarray(used - 16, used)
}

/** Where the count of a millisecond begins: anywhere in its lower half, so that it has room. */
function firstOf(random: Uint8Array): number {
  return new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(text: string): boolean {
  return UUID.test(text)
}
