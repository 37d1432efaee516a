import { createHash, verify } from 'node:crypto'

import {
  isIssuedBy,
  isSelfSigned,
  readCertificate,
  type Certificate,
} from '../certificates/read.ts'
import { DIGESTS, OIDS, SIGNATURES } from '../der/names.ts'
import { expect, MalformedDer, oidOf, sequenceOf, TAGS } from '../der/read.ts'
import { valueOf, type SignedData } from './signed-data.ts'

export type CmsProblem =
  | 'certificate_missing'
  | 'certificate_swapped'
  | 'content_changed'
  | 'signature_invalid'
  | 'unsupported_algorithm'
  | 'unprotected_content'

export type CheckedSigner = {
  readonly certificate: Certificate | null
  readonly problems: readonly CmsProblem[]
  /** Whether the signature itself names its certificate, as PAdES asks. */
  readonly namesCertificate: boolean
}

type DigestName = 'sha256' | 'sha384' | 'sha512'

/** Checks one signature against its content: digest, signature value, and that its certificate is meant. */
export function checkSigner(
  data: SignedData,
  digestOf: (name: DigestName) => Buffer,
  allowedUnsigned: readonly string[] = [],
): CheckedSigner {
  const { signer } = data
  const certificates = data.certificates.map((der) => readCertificate(der))
  const certificate = certificates.find(
    ({ issuerBytes, serialBytes }) =>
      issuerBytes.equals(signer.issuerBytes) && serialBytes.equals(signer.serialBytes),
  )
  if (!certificate) {
    return { certificate: null, problems: ['certificate_missing'], namesCertificate: false }
  }
  const digest = DIGESTS[signer.digestAlgorithm]
  if (!digest) {
    return { certificate, problems: ['unsupported_algorithm'], namesCertificate: false }
  }
  const named = namedCertificates(data)
  const problems: CmsProblem[] = []
  if (!isDigest(data, digestOf(digest))) problems.push('content_changed')
  problems.push(...signatureProblems(data, certificate, digest))
  if (named && !named.isFirst(certificate.der)) problems.push('certificate_swapped')
  const isLoose = (other: Certificate) =>
    other !== certificate && !named?.has(other.der) && !isLinked(other, certificates)
  if (
    certificates.some(isLoose) ||
    signer.unsigned.some(({ name }) => !allowedUnsigned.includes(name))
  ) {
    problems.push('unprotected_content')
  }
  return { certificate, problems, namesCertificate: named !== null }
}

function isDigest({ contentType, signer }: SignedData, digest: Buffer): boolean {
  const type = valueOf(signer.signed, OIDS.contentType)
  const stated = valueOf(signer.signed, OIDS.messageDigest)
  return oidOf(type) === contentType && expect(stated, TAGS.octets).content.equals(digest)
}

function signatureProblems(
  { signer }: SignedData,
  { publicKey }: Certificate,
  digest: DigestName,
): CmsProblem[] {
  const way = SIGNATURES[signer.signatureAlgorithm]
  if (!way || way.key !== publicKey.asymmetricKeyType || (way.digest ?? digest) !== digest) {
    return ['unsupported_algorithm']
  }
  const isValid = verify(digest, signer.signedBytes, publicKey, signer.signature)
  return isValid ? [] : ['signature_invalid']
}

type Named = {
  readonly isFirst: (der: Buffer) => boolean
  readonly has: (der: Buffer) => boolean
}

/** The certificates that the signed attributes name by their digests; null when they name none. */
function namedCertificates({ signer }: SignedData): Named | null {
  const second = valueOf(signer.signed, OIDS.signingCertificateV2)
  const first = valueOf(signer.signed, OIDS.signingCertificate)
  const attribute = second ?? first
  if (!attribute) return null
  const [list] = sequenceOf(attribute)
  const matchers = sequenceOf(list).map((reference) => {
    const fields = sequenceOf(reference)
    const hash = fields.find(({ tag }) => tag === TAGS.octets)
    const algorithm = second
      ? digestNamed(fields[0]?.tag === TAGS.sequence ? oidOf(sequenceOf(fields[0])[0]) : null)
      : 'sha1'
    return (der: Buffer) =>
      createHash(algorithm).update(der).digest().equals(expect(hash, TAGS.octets).content)
  })
  return {
    isFirst: (der) => matchers[0]?.(der) ?? false,
    has: (der) => matchers.some((matches) => matches(der)),
  }
}

function digestNamed(name: string | null): string {
  const digest = name === null ? 'sha256' : DIGESTS[name]
  if (!digest) throw new MalformedDer('a certificate named by an unknown digest')
  return digest
}

/** Whether a certificate that nothing names is vouched for by the signature of one that is there. */
function isLinked(certificate: Certificate, all: readonly Certificate[]): boolean {
  if (isSelfSigned(certificate)) return isIssuedBy(certificate, certificate)
  const issuers = all.filter(({ subjectBytes }) => subjectBytes.equals(certificate.issuerBytes))
  return issuers.length === 0 || issuers.some((issuer) => isIssuedBy(certificate, issuer))
}
