import { isNote, type Finding, type PdfVerification } from '../../access/seals/index.ts'

const UNOPENED = {
  not_found: 'there is no such file',
  folder: 'this is a folder, not a file',
  unreadable: 'this file cannot be read',
}

export function unopenedSentence(file: string, problem: keyof typeof UNOPENED): string {
  return `${oneLine(file)}\n  ✗ It was not verified: ${UNOPENED[problem]}.`
}

const STATES: Readonly<Record<PdfVerification['state'], string>> = {
  intact: '✓ Sealed and unchanged.',
  changed: '✗ Not as it was sealed: do not rely on this file.',
  unsigned: '✗ Not sealed: this PDF carries no signature.',
  unreadable: '✗ It cannot be verified.',
}

/** What a person reads about a file: the answer first, then who sealed it, when, and what is wrong. */
export function fileSentences(
  file: string,
  { state, signatures, findings }: PdfVerification,
): string[] {
  const more = findings.filter((finding) => finding !== 'no_signature')
  return [
    oneLine(file),
    `  ${STATES[state]}`,
    ...more.map((finding) => `  ✗ ${FINDINGS[finding]}`),
    ...signatures.flatMap((signature, at) => signatureSentences(signature, at, signatures.length)),
  ]
}

type Signature = PdfVerification['signatures'][number]

function signatureSentences(signature: Signature, at: number, count: number): string[] {
  const { signer, isIntact, reason, location, certificate, timestamp, signedAt } = signature
  const name = count === 1 ? 'Seal' : `Seal ${at + 1} of ${count}`
  const about = [reason && `"${oneLine(reason)}"`, location && `at ${oneLine(location)}`]
    .filter(Boolean)
    .join(', ')
  const by = signer === '' ? 'an unknown signer' : oneLine(signer)
  const errors = signature.findings.filter((finding) => !isNote(finding))
  const notes = signature.findings.filter(isNote)
  return [
    `  ${name} by ${by}${about && `: ${about}`}`,
    `    ${isIntact ? '✓ intact' : '✗ not intact'}, ${momentOf(signedAt)}${stampOf(timestamp)}`,
    ...errors.map((finding) => `    ✗ ${FINDINGS[finding]}`),
    ...(certificate ? [`    Certificate (SHA-256): ${certificate.fingerprint}`] : []),
    ...(signature.isOurs === false ? ['    ✗ It is not of the certificate that you named.'] : []),
    ...(signature.isOurs === true ? ['    ✓ It is of the certificate that you named.'] : []),
    ...notes.map((finding) => `    · ${FINDINGS[finding]}`),
  ]
}

function momentOf(at: string | null): string {
  return at === null ? 'at an unknown time' : `${spoken(at)} by the clock of the signer`
}

function stampOf(timestamp: Signature['timestamp']): string {
  if (!timestamp) return ''
  return `; ${spoken(timestamp.at)} by the timestamp of ${oneLine(timestamp.authority)}`
}

/** '2026-11-22 10:45:00 UTC'. */
function spoken(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`
}

const FINDINGS: Readonly<Record<Finding, string>> = {
  not_a_pdf: 'This is not a PDF.',
  too_large: 'This file is larger than 100 MB.',
  cut_off: 'The end of the file is missing: ask for it again.',
  damaged: 'The file is damaged, or it is no whole PDF: ask for it again.',
  no_signature: 'This PDF carries no signature.',
  stray_signature: 'A signature in this file is not where the document says: it was tampered with.',
  part_only: 'The signature is over a part of the file only: the rest could be anything.',
  added_after: 'Something was added behind the end of what was sealed.',
  changed_after: 'The document was changed after this seal, before a later one.',
  content_changed: 'The content is not the one that was sealed.',
  signature_invalid: 'The signature does not belong to this certificate and these data.',
  malformed_signature: 'The signature is damaged.',
  certificate_missing: 'The certificate of the signature is not in the file.',
  certificate_swapped: 'The certificate is another one than the signature names.',
  certificate_not_valid_then: 'The certificate was not valid at the time of signing.',
  certificate_not_for_signing: 'The certificate was not issued for signing.',
  unprotected_content: 'The signature carries data that nothing protects.',
  unsupported_algorithm: 'The signature uses an algorithm that is unknown here, or too weak.',
  timestamp_invalid: 'The timestamp is not valid.',
  not_pades: 'The signature is of an older form than PAdES.',
  self_signed:
    'The certificate vouches for itself: compare its fingerprint with the one that the organisation names.',
  time_not_proved: 'The time is the one that the signer stated; no timestamp authority proves it.',
}

/** A text from a file must not write over the lines around it. */
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()
}
