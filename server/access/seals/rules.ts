import type { Instant } from '../../kernel/day.ts'

/** What is wrong with, or to be known of, a PDF and its signatures. */
export type Finding =
  | 'not_a_pdf'
  | 'too_large'
  | 'cut_off'
  | 'damaged'
  | 'no_signature'
  | 'stray_signature'
  | 'part_only'
  | 'added_after'
  | 'changed_after'
  | 'content_changed'
  | 'signature_invalid'
  | 'malformed_signature'
  | 'certificate_missing'
  | 'certificate_swapped'
  | 'certificate_not_valid_then'
  | 'certificate_not_for_signing'
  | 'unprotected_content'
  | 'unsupported_algorithm'
  | 'timestamp_invalid'
  | 'not_pades'
  | 'self_signed'
  | 'time_not_proved'

/** What says something about a signature without making it doubtful. */
const NOTES: ReadonlySet<Finding> = new Set<Finding>([
  'not_pades',
  'self_signed',
  'time_not_proved',
])

export function isNote(finding: Finding): boolean {
  return NOTES.has(finding)
}

export type SignatureCheck = {
  readonly field: string
  readonly signer: string
  readonly reason: string
  readonly location: string
  /** As the signer's own clock said. */
  readonly signedAt: Instant | null
  readonly certificate: {
    readonly fingerprint: string
    readonly subject: string
    readonly issuer: string
    readonly validFrom: Instant
    readonly validUntil: Instant
  } | null
  /** Null when there is nothing to compare with. */
  readonly isOurs: boolean | null
  readonly timestamp: { readonly at: Instant; readonly authority: string } | null
  readonly level: 'b_b' | 'b_t'
  readonly coversWholeDocument: boolean
  readonly findings: readonly Finding[]
}

export type PdfVerification = {
  readonly state: 'intact' | 'changed' | 'unsigned' | 'unreadable'
  readonly signatures: readonly (SignatureCheck & { readonly isIntact: boolean })[]
  readonly findings: readonly Finding[]
}

/** What all signatures together say: intact only when there is one and all of them are. */
export function stateOf(
  checks: readonly SignatureCheck[],
  found: readonly Finding[],
): PdfVerification {
  const signatures = checks.map((check) => ({ ...check, isIntact: check.findings.every(isNote) }))
  const isUnreadable = found.some((finding) => UNREADABLE.has(finding)) && checks.length === 0
  if (isUnreadable) return { state: 'unreadable', signatures, findings: found }
  if (checks.length === 0 && found.length === 0) {
    return { state: 'unsigned', signatures, findings: ['no_signature'] }
  }
  const isIntact = found.length === 0 && signatures.every((signature) => signature.isIntact)
  return { state: isIntact ? 'intact' : 'changed', signatures, findings: found }
}

const UNREADABLE: ReadonlySet<Finding> = new Set<Finding>([
  'not_a_pdf',
  'too_large',
  'cut_off',
  'damaged',
])

type SignerFacts = {
  readonly certificate: {
    readonly validFrom: Instant
    readonly validUntil: Instant
    readonly keyUsage: { readonly signs: boolean; readonly commits: boolean } | null
  } | null
  readonly isSelfSigned: boolean
  readonly signedAt: Instant | null
  readonly timestamp: { readonly at: Instant } | null
  readonly namesCertificate: boolean
  readonly saysTime: boolean
  readonly isPades: boolean
}

/** What the certificate and the form of a signature add to what its arithmetic says. */
export function findingsOfSigner(facts: SignerFacts): Finding[] {
  const { certificate, timestamp, signedAt } = facts
  if (!certificate) return []
  const at = timestamp?.at ?? signedAt
  const { keyUsage } = certificate
  const findings: Finding[] = []
  if (at === null || at < certificate.validFrom || at > certificate.validUntil) {
    findings.push('certificate_not_valid_then')
  }
  if (keyUsage && !keyUsage.signs && !keyUsage.commits) findings.push('certificate_not_for_signing')
  if (!facts.isPades || !facts.namesCertificate || facts.saysTime) findings.push('not_pades')
  if (facts.isSelfSigned) findings.push('self_signed')
  if (!timestamp) findings.push('time_not_proved')
  return findings
}
