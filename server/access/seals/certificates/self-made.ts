import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  randomBytes,
  sign,
} from 'node:crypto'
import { promisify } from 'node:util'

import type { Instant } from '../../../kernel/day.ts'
import { OIDS } from '../der/names.ts'
import { readElement, sequenceOf } from '../der/read.ts'
import {
  bits,
  integer,
  nothing,
  octets,
  oid,
  sequence,
  setOf,
  tagged,
  text,
  time,
  yes,
} from '../der/write.ts'

export type KeyAndCertificate = {
  /** PKCS#8, DER. */
  readonly privateKey: Buffer
  /** X.509, DER. */
  readonly certificate: Buffer
  /** The certificates between it and its root, the nearest first. */
  readonly chain: readonly Buffer[]
}

// RSA, because every reader of PDFs checks it; 3072 bits, as ETSI TS 119 312 asks for beyond 2025.
const KEY_BITS = 3072
// X.520 gives a common name and an organisation's name at most 64 characters.
const LONGEST_NAME = 64

/** A new key, and a certificate in which the organisation vouches for itself. */
export async function makeCertificate(
  name: string,
  validity: { readonly from: Instant; readonly until: Instant },
): Promise<KeyAndCertificate> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: KEY_BITS,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
  const key = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const algorithm = sequence(oid(OIDS.sha256WithRsa), nothing())
  const named = nameOf(name)

  const content = sequence(
    tagged(0, integer(2)),
    integer(serialNumber()),
    algorithm,
    named,
    sequence(time(validity.from), time(validity.until)),
    named,
    publicKey,
    tagged(3, extensionsOf(publicKey)),
  )
  const certificate = sequence(content, algorithm, bits(sign('sha256', content, key)))
  return { privateKey, certificate, chain: [] }
}

/** RFC 5280 §4.1.2.2: positive, at most 20 bytes. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return bytes
}

function nameOf(name: string): Buffer {
  const short = Array.from(name.replaceAll(/\p{Cc}+/gu, ' ').trim())
    .slice(0, LONGEST_NAME)
    .join('')
  const part = (what: string) => setOf(sequence(oid(what), text(short)))
  return sequence(part(OIDS.organisationName), part(OIDS.commonName))
}

function extensionsOf(publicKey: Buffer): Buffer {
  const [, keyBits] = sequenceOf(readElement(publicKey))
  const keyId = createHash('sha1')
    .update(keyBits?.content.subarray(1) ?? '')
    .digest()
  return sequence(
    sequence(oid(OIDS.basicConstraints), yes(), octets(sequence())),
    // digitalSignature and nonRepudiation, the first two bits of eight.
    sequence(oid(OIDS.keyUsage), yes(), octets(bits(Buffer.from([0xc0]), 6))),
    sequence(oid(OIDS.subjectKeyId), octets(octets(keyId))),
  )
}
