import { spawnSync } from 'node:child_process'

import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'

import { instant } from '../../kernel/day.ts'
import { givenAuthority } from '../../testing/seals/authority.ts'
import { hasPreflight, preflightOf } from '../../testing/seals/pdfa.ts'
import { hasProgram, said } from '../../testing/seals/tools.ts'
import { typstPdf } from '../../testing/seals/typst.ts'
import { askAuthority } from './authority.ts'
import { readCertificate } from './certificates/read.ts'
import { makeCertificate, type KeyAndCertificate } from './certificates/self-made.ts'
import { sealBytes } from './pdf/seal.ts'
import { verifyPdf } from './verify.ts'

const AT = instant('2026-03-02T12:00:00Z')
const VALID = { from: instant('2026-01-01T00:00:00Z'), until: instant('2036-01-01T00:00:00Z') }
const TEXT = { reason: 'Aufzeichnung des Gesprächs', location: 'Köln', name: 'Zoë & Söhne', at: AT }

let key: KeyAndCertificate
let plain: Buffer
let sealed: Buffer
let twice: Buffer

beforeAll(async () => {
  key = await makeCertificate('Zoë & Söhne GmbH', VALID)
  plain = typstPdf()
  sealed = await seal(plain)
  twice = await seal(sealed)
})

async function seal(bytes: Uint8Array, by = key, at = AT): Promise<Buffer> {
  return (await sealBytes(bytes, by, { text: { ...TEXT, at }, stamp: null })).bytes
}

async function sealWithStamp(): Promise<Buffer> {
  const { url } = await givenAuthority()
  const stamp = async (value: Buffer) => (await askAuthority(url, value)).token
  const { bytes, isStamped } = await sealBytes(plain, key, { text: TEXT, stamp })
  expect(isStamped).toBe(true)
  return bytes
}

async function findingsOf(bytes: Uint8Array): Promise<string[]> {
  const { state, findings, signatures } = await verifyPdf(bytes)
  return [state, ...findings, ...signatures.flatMap((signature) => signature.findings)]
}

function changed(bytes: Buffer, at: number, by = 1): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ by
  return copy
}

describe('a sealed document', () => {
  test('is intact, and says who sealed it, why, where and when', async () => {
    const { state, signatures } = await verifyPdf(sealed)
    expect(state).toBe('intact')
    expect(signatures).toMatchObject([
      {
        signer: 'Zoë & Söhne GmbH',
        reason: TEXT.reason,
        location: 'Köln',
        signedAt: AT,
        timestamp: null,
        level: 'b_b',
        coversWholeDocument: true,
        isIntact: true,
        isOurs: null,
        findings: ['self_signed', 'time_not_proved'],
        certificate: { fingerprint: readCertificate(key.certificate).fingerprint },
      },
    ])
  })

  test('keeps every byte that it had', () => {
    expect(sealed.subarray(0, plain.length).equals(plain)).toBe(true)
    expect(twice.subarray(0, sealed.length).equals(sealed)).toBe(true)
  })

  test('can be sealed again, and both seals stay intact', async () => {
    const { state, signatures } = await verifyPdf(await seal(twice))
    expect(state).toBe('intact')
    expect(signatures.map(({ field }) => field)).toEqual(['Seal 1', 'Seal 2', 'Seal 3'])
    expect(signatures.map(({ coversWholeDocument }) => coversWholeDocument)).toEqual([
      false,
      false,
      true,
    ])
  })

  test('is known as ours by the fingerprint of its certificate alone', async () => {
    const { fingerprint } = readCertificate(key.certificate)
    const [ours] = (await verifyPdf(sealed, { ours: new Set([fingerprint]) })).signatures
    const [theirs] = (await verifyPdf(sealed, { ours: new Set(['0'.repeat(64)]) })).signatures
    expect([ours?.isOurs, theirs?.isOurs]).toEqual([true, false])
  })

  test('without a seal is neither intact nor changed', async () => {
    expect(await findingsOf(plain)).toEqual(['unsigned', 'no_signature'])
  })
})

describe('P78 one changed byte fails verification', () => {
  test('anywhere, whichever bits change', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(twice.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          expect((await verifyPdf(changed(twice, at, by))).state).not.toBe('intact')
        },
      ),
      { numRuns: 300 },
    )
  })

  test('in what no digest is over: the signature, its certificate, its timestamp, the zeros behind', async () => {
    const stamped = await sealWithStamp()
    expect((await verifyPdf(stamped)).state).toBe('intact')
    const from = stamped.indexOf('/Contents <') + '/Contents '.length
    const to = stamped.indexOf('>', from) + 1
    const digits = stamped.subarray(from, to).toString('latin1').replace(/0+>$/, '').length
    const places = fc.oneof(fc.nat(digits), fc.integer({ min: digits, max: to - from - 1 }))
    // A digit becomes another, or the same in the other case; a bracket something else.
    await fc.assert(
      fc.asyncProperty(places, fc.constantFrom(1, 0x20), async (at, by) => {
        expect((await verifyPdf(changed(stamped, from + at, by))).state).not.toBe('intact')
      }),
      { numRuns: 400 },
    )
  })

  test('when a byte goes or comes', async () => {
    for (const at of [9, 1_000, plain.length + 50, sealed.length - 3]) {
      const without = Buffer.concat([sealed.subarray(0, at), sealed.subarray(at + 1)])
      const withOne = Buffer.concat([sealed.subarray(0, at), Buffer.from(' '), sealed.subarray(at)])
      expect((await verifyPdf(without)).state).not.toBe('intact')
      expect((await verifyPdf(withOne)).state).not.toBe('intact')
    }
  })
})

describe('tampering', () => {
  test.each([
    ['a line end behind the end', '\n', 'added_after'],
    ['a whole update without a seal', '\n1 0 obj\n<<>>\nendobj\nxref\n', 'added_after'],
  ])('is seen: %s', async (_, added, finding) => {
    const bytes = Buffer.concat([sealed, Buffer.from(added)])
    expect(await findingsOf(bytes)).toEqual(expect.arrayContaining(['changed', finding]))
  })

  test('is seen: the content, as the finding says', async () => {
    expect(await findingsOf(changed(sealed, 2_000))).toContain('content_changed')
  })

  test('is seen: an update that changes a page, sealed by a stranger', async () => {
    const stranger = await makeCertificate('Zoë & Söhne GmbH', VALID)
    const { PDFDocument } = await import('@cantoo/pdf-lib')
    const document = await PDFDocument.load(sealed, {
      forIncrementalUpdate: true,
      updateMetadata: false,
    })
    document.getPage(0).drawText('and 10 % more')
    const snapshot = document.context.snapshot
    if (!snapshot) throw new Error('no snapshot')
    const update = await document.saveIncremental(snapshot, { useObjectStreams: false })
    const forged = await seal(Buffer.concat([sealed, update]), stranger)
    const { state, signatures } = await verifyPdf(forged)
    expect(state).toBe('changed')
    expect(signatures.map(({ isIntact }) => isIntact)).toEqual([false, true])
    expect(signatures[0]?.findings).toContain('changed_after')
  })

  test("is seen: an honest second seal after somebody else's change is not blamed for it", async () => {
    const { signatures } = await verifyPdf(await seal(Buffer.concat([plain])))
    expect(signatures).toHaveLength(1)
  })

  test('is seen: a signature that leaves out more than its own digits', async () => {
    const text = sealed.toString('latin1')
    const [whole = '', from = '', to = '', rest = ''] =
      /\/ByteRange \[ 0 (\d+) (\d+) (\d+) \]/.exec(text) ?? []
    const shifted = `/ByteRange [ 0 ${Number(from) - 100} ${to} ${rest} ]`
    const bytes = Buffer.from(text.replace(whole, shifted.padEnd(whole.length)), 'latin1')
    expect(await findingsOf(bytes)).toContain('part_only')
  })

  test('is seen: a signature over the front only', async () => {
    const text = sealed.toString('latin1')
    const [whole = '', from = '', to = '', rest = ''] =
      /\/ByteRange \[ 0 (\d+) (\d+) (\d+) \]/.exec(text) ?? []
    const shorter = `/ByteRange [ 0 ${from} ${to} ${Number(rest) - 20} ]`
    const bytes = Buffer.from(text.replace(whole, shorter.padEnd(whole.length)), 'latin1')
    expect(await findingsOf(bytes)).toContain('added_after')
  })

  test('is seen: another certificate of the same name and number over the same key', async () => {
    const { publicKey } = readCertificate(key.certificate)
    expect(publicKey.asymmetricKeyType).toBe('rsa')
    const other = swapCertificate(sealed)
    expect(await findingsOf(other)).toContain('certificate_swapped')
  })

  test('is seen: the form that names the signature is gone', async () => {
    const text = sealed.toString('latin1').replace('/AcroForm <<', '/AcroFork <<')
    const findings = await findingsOf(Buffer.from(text, 'latin1'))
    expect(findings).toContain('stray_signature')
  })
})

/** The certificate in the signature with another end: what somebody who has the key could issue. */
function swapCertificate(bytes: Buffer): Buffer {
  const hex = key.certificate.toString('hex')
  const end = Buffer.from('360101000000Z').toString('hex')
  const later = hex.replace(end, Buffer.from('370101000000Z').toString('hex'))
  expect(later).not.toBe(hex)
  return Buffer.from(bytes.toString('latin1').replace(hex, later), 'latin1')
}

describe('what is no sealed document', () => {
  test.each([
    ['empty', Buffer.alloc(0), 'not_a_pdf'],
    ['a text', Buffer.from('Dear all'), 'not_a_pdf'],
    ['only the first line', Buffer.from('%PDF-1.7\n'), 'cut_off'],
  ])('is a finding: %s', async (_, bytes, finding) => {
    expect(await findingsOf(bytes)).toEqual(['unreadable', finding])
  })

  test('with a number of 100,000 digits takes no time', async () => {
    const bytes = Buffer.concat([plain, Buffer.from(`\n${'7'.repeat(100_000)}\n`), sealed])
    const start = performance.now()
    expect((await verifyPdf(bytes)).state).not.toBe('intact')
    expect(performance.now() - start).toBeLessThan(5_000)
  })

  test('cut off anywhere is never intact and never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), async (length) => {
        expect((await verifyPdf(sealed.subarray(0, length))).state).not.toBe('intact')
      }),
      { numRuns: 60 },
    )
  })

  test('garbage is never intact and never a crash', async () => {
    const garbage = fc.uint8Array({ maxLength: 400 })
    await fc.assert(
      fc.asyncProperty(garbage, garbage, fc.nat(sealed.length), async (one, other, at) => {
        const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), one, sealed.subarray(at), other])
        expect((await verifyPdf(bytes)).state).not.toBe('intact')
      }),
      { numRuns: 60 },
    )
  })
})

describe('the times of a certificate', () => {
  test.each([
    ['the second it begins', VALID.from, true],
    ['a second before', instant('2025-12-31T23:59:59Z'), false],
    ['the second it ends', VALID.until, true],
    ['a second after', instant('2036-01-01T00:00:01Z'), false],
  ])('%s', async (_, at, isIntact) => {
    const findings = await findingsOf(await seal(plain, key, at))
    expect(findings.includes('certificate_not_valid_then')).toBe(!isIntact)
    expect(findings[0]).toBe(isIntact ? 'intact' : 'changed')
  })
})

describe('a timestamp', () => {
  test('proves the time, and the note that nothing does is gone', async () => {
    const { state, signatures } = await verifyPdf(await sealWithStamp())
    expect(state).toBe('intact')
    expect(signatures).toMatchObject([
      {
        level: 'b_t',
        timestamp: { at: '2026-03-02T12:00:05.000Z', authority: 'Test Time Authority' },
        findings: ['self_signed'],
      },
    ])
  })

  test.each([
    ['http_error', 'http_error'],
    ['refused', 'refused'],
    ['malformed', 'malformed'],
    ['other_nonce', 'not_for_this'],
    ['other_value', 'not_for_this'],
    ['bad_signature', 'signature_invalid'],
    ['unsuited', 'certificate_unsuited'],
    ['ended', 'certificate_unsuited'],
  ] as const)('is not taken from an authority at fault: %s', async (fault, problem) => {
    const { url } = await givenAuthority({ fault })
    expect(await askAuthority(url, Buffer.from('value'))).toEqual({ token: null, problem })
  })

  test('is not waited for where nobody listens', async () => {
    const answer = await askAuthority('http://127.0.0.1:9/', Buffer.from('value'))
    expect(answer).toEqual({ token: null, problem: 'unreachable' })
  })
})

describe.skipIf(!hasProgram('pdfsig'))('pdfsig of poppler-utils', () => {
  test('finds both seals valid, the last over the whole document', () => {
    const answer = said('pdfsig', ['-nocert'], twice)
    expect(answer.match(/Signature is Valid/g)).toHaveLength(2)
    expect(answer).toContain('Signature Type: ETSI.CAdES.detached')
    expect(answer.match(/Total document signed/g)).toHaveLength(1)
    expect(answer).toContain('Signing Hash Algorithm: SHA-256')
  })

  test('finds one with a timestamp valid', async () => {
    expect(said('pdfsig', ['-nocert'], await sealWithStamp())).toContain('Signature is Valid')
  })

  test('finds a changed byte, as we do', () => {
    const answer = said('pdfsig', ['-nocert'], changed(sealed, 2_000))
    expect(answer).toContain('Digest Mismatch')
  })
})

describe.skipIf(!hasProgram('qpdf'))('qpdf', () => {
  test('finds no fault in the structure of what was sealed twice', () => {
    expect(said('qpdf', ['--check'], twice)).toContain('No syntax or stream encoding errors found')
  })
})

describe.skipIf(!hasPreflight)('Apache PDFBox Preflight, a validator of PDF/A-1b', () => {
  test('finds a document valid before and after two seals', async () => {
    const document = typstPdf('a-1b')
    const after = await seal(await seal(document))
    expect(preflightOf(document)).toContain('is a valid PDF/A-1b file')
    expect(preflightOf(after)).toContain('is a valid PDF/A-1b file')
  })
})

test.skipIf(!hasProgram('openssl'))(
  'openssl reads the certificate and finds it meant for signing',
  () => {
    const { stdout } = spawnSync('openssl', ['x509', '-inform', 'der', '-noout', '-text'], {
      input: key.certificate,
    })
    const text = stdout.toString()
    expect(text).toContain('Digital Signature, Non Repudiation')
    expect(text).toContain('Public-Key: (3072 bit)')
    expect(text).toContain('CA:FALSE')
  },
)
