import { createHash, createPrivateKey, sign } from 'node:crypto'

import { readCertificate } from '../certificates/read.ts'
import type { KeyAndCertificate } from '../certificates/self-made.ts'
import { OIDS, SHA256 } from '../der/names.ts'
import { integer, nothing, octets, oid, sequence, setOf, tagged } from '../der/write.ts'

export type Signature = {
  /** The value that a timestamp is over. */
  readonly value: Buffer
  /** The CMS SignedData, with a timestamp when there is one. */
  readonly encode: (timestamp: Buffer | null) => Buffer
}

/**
 * Signs a digest (SHA-256) as CAdES, detached: what PAdES B-B asks for (EN 319 142-1 §6.3), with
 * every certificate named in signing-certificate-v2, so that none can be changed, and without
 * signing-time, which PAdES forbids: the time is in the signature dictionary.
 */
export function signDigest(digest: Buffer, key: KeyAndCertificate): Signature {
  const { issuerBytes, serialBytes, publicKey } = readCertificate(key.certificate)
  const certificates = [key.certificate, ...key.chain]
  const attributes = setOf(
    attribute(OIDS.contentType, oid(OIDS.data)),
    attribute(OIDS.messageDigest, octets(digest)),
    attribute(
      OIDS.signingCertificateV2,
      // Of SHA-256, the default, the algorithm is left out (RFC 5035 §4).
      sequence(sequence(...certificates.map((der) => sequence(octets(sha256(der)))))),
    ),
  )
  const privateKey = createPrivateKey({ key: key.privateKey, format: 'der', type: 'pkcs8' })
  const value = sign('sha256', attributes, privateKey)
  const algorithm =
    publicKey.asymmetricKeyType === 'rsa'
      ? sequence(oid(OIDS.rsa), nothing())
      : sequence(oid(OIDS.ecdsaWithSha256))

  const encode = (timestamp: Buffer | null) =>
    signedData(
      certificates,
      sequence(
        integer(1),
        sequence(issuerBytes, serialBytes),
        sequence(oid(SHA256)),
        implicit(0, attributes),
        algorithm,
        octets(value),
        ...(timestamp ? [tagged(1, attribute(OIDS.timestampToken, timestamp))] : []),
      ),
    )
  return { value, encode }
}

function signedData(certificates: readonly Buffer[], signer: Buffer): Buffer {
  return sequence(
    oid(OIDS.signedData),
    tagged(
      0,
      sequence(
        integer(1),
        setOf(sequence(oid(SHA256))),
        sequence(oid(OIDS.data)),
        implicit(0, setOf(...certificates)),
        setOf(signer),
      ),
    ),
  )
}

function attribute(name: string, value: Buffer): Buffer {
  return sequence(oid(name), setOf(value))
}

/** A SET OF under [number] instead of its own tag. */
function implicit(number: number, set: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xa0 + number]), set.subarray(1)])
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}
