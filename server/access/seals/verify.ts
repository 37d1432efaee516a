import { displayName, isSelfSigned, type Certificate } from './certificates/read.ts'
import { checkSigner, type CheckedSigner } from './cms/check.ts'
import { readSignedData, valueOf, type SignedData } from './cms/signed-data.ts'
import { checkTimestamp, type Timestamp } from './cms/timestamp.ts'
import { OIDS } from './der/names.ts'
import { MalformedDer } from './der/read.ts'
import type { SealField } from './pdf/fields.ts'
import { digestAround } from './pdf/seal.ts'
import { placeProblem, placesIn, signatureIn, type SealPlace } from './pdf/structure.ts'
import {
  findingsOfSigner,
  stateOf,
  type Finding,
  type PdfVerification,
  type SignatureCheck,
} from './rules.ts'

export type VerifyOptions = {
  /** Fingerprints of the organisation's own certificates, to say which seals are its own. */
  readonly ours?: ReadonlySet<string>
}

const LARGEST_BYTES = 100 * 1024 * 1024

/**
 * Says of every signature in a PDF whether what it was put on is unchanged, and why not. Bad files
 * are findings; it throws for nothing that a file can contain.
 */
export async function verifyPdf(
  given: Uint8Array,
  { ours }: VerifyOptions = {},
): Promise<PdfVerification> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') return stateOf([], ['not_a_pdf'])
  if (bytes.length > LARGEST_BYTES) return stateOf([], ['too_large'])
  const places = placesIn(bytes)
  const fields = isOverlong(bytes, places) ? null : await fieldsIn(bytes)
  if (fields === null) return stateOf([], [isCutOff(bytes) ? 'cut_off' : 'damaged'])

  const signatures: SignatureCheck[] = []
  for (const place of places) {
    const field = fields.find(({ range }) => String(range) === String(place.range))
    signatures.push(await checkPlace(bytes, { place, field, ours }))
  }
  const isLost = fields.length > places.length
  return stateOf(signatures, isLost ? ['stray_signature'] : isCutOff(bytes) ? ['cut_off'] : [])
}

// @cantoo/pdf-lib takes minutes for 100 kB of digits in a row; no number of a PDF has so many.
const OVERLONG_NUMBER = /\d{200}/

/** Whether there are numbers of absurd length anywhere but in the signatures. */
function isOverlong(bytes: Buffer, places: readonly SealPlace[]): boolean {
  const rest = Buffer.from(bytes)
  for (const { gap } of places) rest.subarray(gap.from, gap.to).fill(0)
  return OVERLONG_NUMBER.test(rest.toString('latin1'))
}

/** What reads PDFs, loaded when there is one to read. */
function readers() {
  return Promise.all([import('./pdf/changes.ts'), import('./pdf/fields.ts')])
}

async function fieldsIn(bytes: Buffer): Promise<SealField[] | null> {
  const [{ openPdf }, { sealFieldsOf }] = await readers()
  try {
    return sealFieldsOf(await openPdf(bytes))
  } catch {
    // Whatever the reader of PDFs stumbled over: the file is not whole.
    return null
  }
}

function isCutOff(bytes: Buffer): boolean {
  return !bytes.subarray(-1024).includes('%%EOF')
}

type Found = {
  readonly place: SealPlace
  readonly field: SealField | undefined
  readonly ours: ReadonlySet<string> | undefined
}

async function checkPlace(bytes: Buffer, { place, field, ours }: Found): Promise<SignatureCheck> {
  const cms = checkCms(bytes, place)
  const { certificate } = cms
  const findings = [
    ...(field ? [] : ['stray_signature' as const]),
    ...cms.findings,
    ...(await findingsAfter(bytes, place.end)),
    ...findingsOfSigner({
      ...cms,
      certificate,
      isSelfSigned: certificate !== null && isSelfSigned(certificate),
      signedAt: field?.at ?? null,
      isPades: field?.format === 'ETSI.CAdES.detached',
    }),
  ]
  return {
    field: field?.field ?? '',
    signer: certificate ? displayName(certificate.subject) : (field?.name ?? ''),
    reason: field?.reason ?? '',
    location: field?.location ?? '',
    signedAt: field?.at ?? null,
    certificate: certificate && shownCertificate(certificate),
    isOurs: ours && certificate ? ours.has(certificate.fingerprint) : null,
    timestamp: cms.timestamp && {
      at: cms.timestamp.at,
      authority: cms.timestamp.certificate ? displayName(cms.timestamp.certificate.subject) : '',
    },
    level: cms.timestamp ? 'b_t' : 'b_b',
    coversWholeDocument: place.end === bytes.length && place.range[0] === 0,
    findings,
  }
}

function shownCertificate(certificate: Certificate) {
  const { fingerprint, subject, issuer, validFrom, validUntil } = certificate
  return { fingerprint, subject, issuer, validFrom, validUntil }
}

type CheckedCms = {
  readonly certificate: Certificate | null
  readonly timestamp: Timestamp | null
  readonly findings: readonly Finding[]
  readonly namesCertificate: boolean
  readonly saysTime: boolean
}

const NOTHING = { certificate: null, timestamp: null, namesCertificate: false, saysTime: false }

function checkCms(bytes: Buffer, place: SealPlace): CheckedCms {
  const problem = placeProblem(bytes, place)
  if (problem) return { ...NOTHING, findings: [problem] }
  try {
    const der = signatureIn(bytes, place.gap)
    if (!der) return { ...NOTHING, findings: ['malformed_signature'] }
    return checkData(readSignedData(der), (name) =>
      digestAround(coveredBy(bytes, place), place.gap, name),
    )
  } catch (error) {
    if (error instanceof MalformedDer) return { ...NOTHING, findings: ['malformed_signature'] }
    throw error
  }
}

function coveredBy(bytes: Buffer, { end }: SealPlace): Buffer {
  return bytes.subarray(0, end)
}

function checkData(data: SignedData, digestOf: Parameters<typeof checkSigner>[1]): CheckedCms {
  const isDetached = data.contentType === OIDS.data && data.content === null
  const signer: CheckedSigner = checkSigner(data, digestOf, [OIDS.timestampToken])
  const token = valueOf(data.signer.unsigned, OIDS.timestampToken)
  const timestamp = token ? checkTimestamp(token.raw, data.signer.signature) : null
  return {
    certificate: signer.certificate,
    timestamp,
    namesCertificate: signer.namesCertificate,
    saysTime: data.signer.signed.some(({ name }) => name === OIDS.signingTime),
    findings: [
      ...(isDetached ? [] : ['malformed_signature' as const]),
      ...signer.problems,
      ...(timestamp?.problem ? ['timestamp_invalid' as const] : []),
    ],
  }
}

/** What came behind the part that a signature is over: nothing, further seals, or something else. */
async function findingsAfter(bytes: Buffer, end: number): Promise<Finding[]> {
  if (end >= bytes.length) return []
  const later = placesIn(bytes).filter((place) => place.end > end && place.end <= bytes.length)
  if (later.at(-1)?.end !== bytes.length) return ['added_after']
  let from = end
  for (const { end: to } of later) {
    if (!(await isHarmlessUpdate(bytes.subarray(0, to), from))) return ['changed_after']
    from = to
  }
  return []
}

async function isHarmlessUpdate(bytes: Buffer, from: number): Promise<boolean> {
  const [{ isOnlyAnotherSeal }] = await readers()
  try {
    return await isOnlyAnotherSeal(bytes, from)
  } catch {
    return false
  }
}
