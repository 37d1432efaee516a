import { createHash } from 'node:crypto'

import type { KeyAndCertificate } from '../certificates/self-made.ts'
import { signDigest } from '../cms/sign.ts'
import type { SealText } from './place.ts'

/** Asks an authority for a timestamp over a value; null when there is none to be had. */
type Stamp = (value: Buffer) => Promise<Buffer | null>

export type SealedBytes = { readonly bytes: Buffer; readonly isStamped: boolean }

// A signature with its attributes takes some 900 bytes; a timestamp with its chain rarely 10 kB.
const ROOM_FOR_SIGNATURE = 2_048
const ROOM_FOR_TIMESTAMP = 20_480

/** Seals bytes with a key: PAdES B-B, or B-T when a timestamp came and has room. */
export async function sealBytes(
  original: Uint8Array,
  key: KeyAndCertificate,
  { text, stamp }: { text: SealText; stamp: Stamp | null },
): Promise<SealedBytes> {
  const certificates = [key.certificate, ...key.chain].reduce((sum, der) => sum + der.length, 0)
  const reserved = certificates + ROOM_FOR_SIGNATURE + (stamp ? ROOM_FOR_TIMESTAMP : 0)
  // Only when something is sealed: what reads and writes PDFs is half of what a command would load.
  const { placeSeal } = await import('./place.ts')
  const { bytes, gap } = await placeSeal(original, text, reserved)
  const signature = signDigest(digestAround(bytes, gap), key)
  const token = (await stamp?.(signature.value)) ?? null
  const stamped = token && signature.encode(token)
  const fits = stamped !== null && stamped.length <= reserved
  const encoded = fits ? stamped : signature.encode(null)
  bytes.write(encoded.toString('hex'), gap.from + 1, 'latin1')
  return { bytes, isStamped: fits }
}

/** The digest of everything but the gap. */
export function digestAround(
  bytes: Buffer,
  gap: { readonly from: number; readonly to: number },
  algorithm = 'sha256',
): Buffer {
  return createHash(algorithm)
    .update(bytes.subarray(0, gap.from))
    .update(bytes.subarray(gap.to))
    .digest()
}
