import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'

import type { Instant } from '../../../kernel/day.ts'
import { OIDS, SIGNATURES } from '../der/names.ts'
import {
  bitsOf,
  expect,
  insideOf,
  MalformedDer,
  oidOf,
  partsOf,
  readElement,
  sequenceOf,
  setPartsOf,
  TAGS,
  timeOf,
  type Element,
} from '../der/read.ts'

export type Certificate = {
  readonly der: Buffer
  /** SHA-256 over the certificate, in hexadecimal: what people compare. */
  readonly fingerprint: string
  readonly subject: string
  readonly issuer: string
  /** As they stand in it, to match what refers to it. */
  readonly subjectBytes: Buffer
  readonly issuerBytes: Buffer
  readonly serialBytes: Buffer
  readonly validFrom: Instant
  readonly validUntil: Instant
  readonly publicKey: KeyObject
  /** Null when it names no usage, which allows all. */
  readonly keyUsage: { readonly signs: boolean; readonly commits: boolean } | null
  readonly purposes: readonly string[] | null
  readonly isAuthority: boolean
}

/** Reads an X.509 certificate; throws MalformedDer for anything else. */
export function readCertificate(der: Buffer): Certificate {
  const [content, algorithm, signature, more] = sequenceOf(readElement(der))
  const parts = sequenceOf(content)
  // Version 1 has no [0] in front; nothing that seals or stamps is of it.
  const [, serial, innerAlgorithm, issuer, validity, subject, key] = parts
  if (more || !algorithm || !innerAlgorithm?.raw.equals(algorithm.raw)) {
    throw new MalformedDer('a certificate that contradicts itself')
  }
  bitsOf(signature)
  const [from, until] = sequenceOf(validity)
  const extensions = extensionsIn(parts)
  return {
    der,
    fingerprint: createHash('sha256').update(der).digest('hex'),
    subject: namesIn(subject),
    issuer: namesIn(issuer),
    subjectBytes: expect(subject, TAGS.sequence).raw,
    issuerBytes: expect(issuer, TAGS.sequence).raw,
    serialBytes: expect(serial, TAGS.integer).raw,
    validFrom: timeOf(from),
    validUntil: timeOf(until),
    publicKey: publicKeyOf(key),
    keyUsage: keyUsageOf(extensions.get(OIDS.keyUsage)),
    purposes: purposesOf(extensions.get(OIDS.extendedKeyUsage)),
    isAuthority: isAuthority(extensions.get(OIDS.basicConstraints)),
  }
}

function publicKeyOf(key: Element | undefined): KeyObject {
  try {
    return createPublicKey({ key: expect(key, TAGS.sequence).raw, format: 'der', type: 'spki' })
  } catch (cause) {
    throw new MalformedDer('no public key', { cause })
  }
}

function extensionsIn(parts: readonly Element[]): Map<string, Buffer> {
  const list = parts.find(({ tag }) => tag === 0xa3)
  if (!list) return new Map()
  return new Map(
    sequenceOf(insideOf(list, 3)).map((extension) => {
      const fields = sequenceOf(extension)
      return [oidOf(fields[0]), expect(fields.at(-1), TAGS.octets).content]
    }),
  )
}

function keyUsageOf(bytes: Buffer | undefined): Certificate['keyUsage'] {
  if (!bytes) return null
  const usage = expect(readElement(bytes), TAGS.bits).content[1] ?? 0
  return { signs: (usage & 0x80) !== 0, commits: (usage & 0x40) !== 0 }
}

function purposesOf(bytes: Buffer | undefined): string[] | null {
  return bytes ? sequenceOf(readElement(bytes)).map(oidOf) : null
}

function isAuthority(bytes: Buffer | undefined): boolean {
  const [first] = bytes ? sequenceOf(readElement(bytes)) : []
  return first?.tag === TAGS.boolean && first.content[0] !== 0
}

const NAME_PARTS: Readonly<Record<string, string>> = {
  [OIDS.commonName]: 'CN',
  [OIDS.organisationName]: 'O',
  '2.5.4.11': 'OU',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.97': 'organizationIdentifier',
}

/** 'CN=Nordlicht GmbH, O=Nordlicht GmbH'; parts of no known name are left out. */
function namesIn(name: Element | undefined): string {
  return sequenceOf(name)
    .flatMap((part) => setPartsOf(part))
    .map((pair) => {
      const [what, value] = partsOf(pair)
      const label = NAME_PARTS[oidOf(what)]
      return label && value ? `${label}=${textOf(value)}` : null
    })
    .filter((part) => part !== null)
    .toReversed()
    .join(', ')
}

function textOf({ tag, content }: Element): string {
  const isWide = tag === 0x1e
  const characters = isWide ? Buffer.from(content).swap16().toString('utf16le') : content.toString()
  return characters.replaceAll(/[\p{Cc}\p{Cf},]+/gu, ' ').trim()
}

/** The name that people read: the common name, or the organisation's. */
export function displayName(names: string): string {
  const parts = new Map(
    names.split(', ').map((part) => {
      const at = part.indexOf('=')
      return [part.slice(0, at), part.slice(at + 1)]
    }),
  )
  return parts.get('CN') ?? parts.get('O') ?? names
}

export function isSelfSigned({ subjectBytes, issuerBytes }: Certificate): boolean {
  return subjectBytes.equals(issuerBytes)
}

/** Whether `issuer` has signed `certificate`. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (!certificate.issuerBytes.equals(issuer.subjectBytes)) return false
  const [content, algorithm, signature] = sequenceOf(readElement(certificate.der))
  const way = SIGNATURES[oidOf(sequenceOf(algorithm)[0])]
  if (!way?.digest || way.key !== issuer.publicKey.asymmetricKeyType) return false
  return verify(way.digest, content?.raw ?? Buffer.alloc(0), issuer.publicKey, bitsOf(signature))
}
