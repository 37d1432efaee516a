import { createHash, randomBytes } from 'node:crypto'

import type { Instant } from '../../../kernel/day.ts'
import type { Certificate } from '../certificates/read.ts'
import { DIGESTS, OIDS, SHA256 } from '../der/names.ts'
import {
  expect,
  integerOf,
  MalformedDer,
  oidOf,
  readElement,
  sequenceOf,
  TAGS,
  timeOf,
} from '../der/read.ts'
import { integer, octets, oid, sequence, yes } from '../der/write.ts'
import { checkSigner } from './check.ts'
import { readSignedData } from './signed-data.ts'

export type TimestampProblem =
  | 'unreachable'
  | 'timed_out'
  | 'http_error'
  | 'refused'
  | 'malformed'
  | 'not_for_this'
  | 'signature_invalid'
  | 'certificate_unsuited'

export type Timestamp = {
  readonly at: Instant
  readonly certificate: Certificate | null
  readonly problem: TimestampProblem | null
}

/** A TimeStampReq (RFC 3161 §2.4.1) for a value, and the number that its answer has to repeat. */
export function timestampRequest(value: Buffer): { request: Buffer; nonce: string } {
  const nonce = integer(randomBytes(8))
  const imprint = sequence(sequence(oid(SHA256)), octets(sha256(value)))
  return {
    request: sequence(integer(1), imprint, nonce, yes()),
    nonce: integerOf(readElement(nonce)),
  }
}

/** The token in a TimeStampResp; null when the authority refuses (RFC 3161 §2.4.2). */
export function tokenIn(response: Buffer): Buffer | null {
  const [status, token] = sequenceOf(readElement(response))
  const isGranted = ['0', '1'].includes(integerOf(sequenceOf(status)[0]))
  return isGranted && token ? token.raw : null
}

/** Checks that a token is a valid timestamp over a value; with a nonce, that it answers our request. */
export function checkTimestamp(token: Buffer, value: Buffer, nonce?: string): Timestamp {
  const data = readSignedData(token)
  const { content } = data
  if (data.contentType !== OIDS.timestampInfo || !content) throw new MalformedDer('no timestamp')
  const [version, , imprint, , time, ...rest] = sequenceOf(readElement(content))
  const [algorithm, hash] = sequenceOf(imprint)
  const digest = DIGESTS[oidOf(sequenceOf(algorithm)[0])]
  if (integerOf(version) !== '1' || !digest) throw new MalformedDer('an unknown timestamp')
  const answers =
    nonce === undefined ||
    rest.some(
      ({ tag, content: number, raw }) =>
        tag === TAGS.integer && number.length > 0 && integerOf(readElement(raw)) === nonce,
    )
  const isOverValue = expect(hash, TAGS.octets).content.equals(
    createHash(digest).update(value).digest(),
  )
  const signer = checkSigner(data, (name) => createHash(name).update(content).digest())
  const at = timeOf(time)
  return {
    at,
    certificate: signer.certificate,
    problem: problemOf(isOverValue && answers, signer, at),
  }
}

function problemOf(
  isForThis: boolean,
  { problems, certificate, namesCertificate }: ReturnType<typeof checkSigner>,
  at: Instant,
): TimestampProblem | null {
  if (!isForThis) return 'not_for_this'
  if (problems.length > 0 || !certificate || !namesCertificate) return 'signature_invalid'
  const isSuited = certificate.purposes?.includes(OIDS.timestamping) ?? false
  const isValid = certificate.validFrom <= at && at <= certificate.validUntil
  return isSuited && isValid ? null : 'certificate_unsuited'
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}
