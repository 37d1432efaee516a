import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { onTestFinished } from 'vitest'

import { OIDS, SHA256 } from '../../access/seals/der/names.ts'
import { readElement, sequenceOf } from '../../access/seals/der/read.ts'
import {
  bits,
  element,
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
} from '../../access/seals/der/write.ts'
import { instant, type Instant } from '../../kernel/day.ts'

type Behaviour = {
  readonly at?: string
  /** What goes wrong. */
  readonly fault?:
    | 'http_error'
    | 'refused'
    | 'malformed'
    | 'other_nonce'
    | 'other_value'
    | 'unsuited'
    | 'ended'
    | 'bad_signature'
}

/** A timestamp authority on this machine, with a fresh key. */
export async function givenAuthority(behaviour: Behaviour = {}) {
  const authority = authorityOf(behaviour)
  let isGone = false
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (isGone) return void response.destroy()
      response.statusCode = behaviour.fault === 'http_error' ? 503 : 200
      response.setHeader('content-type', 'application/timestamp-reply')
      response.end(authority.answer(Buffer.concat(chunks)))
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on TCP
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/tsa`,
    certificate: authority.certificate,
    /** From now on it hangs up on everybody, or answers again. */
    setGone: (gone: boolean) => void (isGone = gone),
  }
}

function authorityOf({ at = '2026-03-02T12:00:05Z', fault }: Behaviour) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
  const key = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' })
  const algorithm = sequence(oid(OIDS.sha256WithRsa), nothing())
  const named = sequence(setOf(sequence(oid(OIDS.commonName), text('Test Time Authority'))))
  const serial = integer(7)
  const until = fault === 'ended' ? '2025-01-01T00:00:00Z' : '2040-01-01T00:00:00Z'
  const purpose = fault === 'unsuited' ? '1.3.6.1.5.5.7.3.4' : OIDS.timestamping
  const content = sequence(
    tagged(0, integer(2)),
    serial,
    algorithm,
    named,
    sequence(time(instant('2020-01-01T00:00:00Z')), time(instant(until))),
    named,
    publicKey,
    tagged(
      3,
      sequence(sequence(oid(OIDS.extendedKeyUsage), yes(), octets(sequence(oid(purpose))))),
    ),
  )
  const certificate = sequence(content, algorithm, bits(sign('sha256', content, key)))

  function answer(request: Buffer): Buffer {
    if (fault === 'refused') return sequence(sequence(integer(2)))
    if (fault === 'malformed') return Buffer.from('<html>')
    const [, imprint, nonce] = sequenceOf(readElement(request))
    const other = sequence(sequence(oid(SHA256)), octets(randomBytes(32)))
    const info = sequence(
      integer(1),
      oid('1.3.6.1.4.1.99999.1'),
      fault === 'other_value' ? other : (imprint?.raw ?? other),
      integer(randomBytes(8)),
      generalTime(instant(at)),
      fault === 'other_nonce' ? integer(1) : (nonce?.raw ?? integer(1)),
    )
    return sequence(sequence(integer(0)), token(info))
  }

  function token(info: Buffer): Buffer {
    const attributes = setOf(
      attribute(OIDS.contentType, oid(OIDS.timestampInfo)),
      attribute(OIDS.messageDigest, octets(sha256(info))),
      attribute(
        OIDS.signingCertificateV2,
        sequence(sequence(sequence(octets(sha256(certificate))))),
      ),
    )
    const value = sign('sha256', attributes, key)
    if (fault === 'bad_signature') value[40] = (value[40] ?? 0) ^ 1
    const signer = sequence(
      integer(1),
      sequence(named, serial),
      sequence(oid(SHA256)),
      Buffer.concat([Buffer.from([0xa0]), attributes.subarray(1)]),
      sequence(oid(OIDS.rsa), nothing()),
      octets(value),
    )
    return sequence(
      oid(OIDS.signedData),
      tagged(
        0,
        sequence(
          integer(3),
          setOf(sequence(oid(SHA256))),
          sequence(oid(OIDS.timestampInfo), tagged(0, octets(info))),
          tagged(0, certificate),
          setOf(signer),
        ),
      ),
    )
  }
  return { answer, certificate }
}

function attribute(name: string, value: Buffer): Buffer {
  return sequence(oid(name), setOf(value))
}

function generalTime(at: Instant): Buffer {
  return element(0x18, Buffer.from(`${at.slice(0, 19).replaceAll(/[-:T]/g, '')}Z`))
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}
