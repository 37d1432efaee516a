import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { inOrganisation } from '../../database/tenancy.ts'
import { multipartOf } from '../../testing/given/imports.ts'
import { givenAuthority } from '../../testing/seals/authority.ts'
import { hasProgram } from '../../testing/seals/tools.ts'
import { typstPdf } from '../../testing/seals/typst.ts'
import { testApp } from '../../testing/test-app.ts'
import { verifyPdf } from '../seals/index.ts'
import { lookAfterKey } from './keys.ts'
import { sealPdf } from './seal.ts'

const NOW = '2026-03-02T12:00:00Z'
const PLAIN = typstPdf()

type App = Awaited<ReturnType<typeof testApp>>

function seal({ world, organisation }: App, bytes: Uint8Array = PLAIN) {
  return sealPdf(world, organisation, { bytes, reason: 'Record', at: world.clock() })
}

async function sealedBytes(app: App): Promise<Buffer> {
  const sealed = await seal(app)
  if (sealed.state === 'not_sealed') throw new Error(sealed.problem)
  return sealed.bytes
}

function eventsOf({ world, organisation }: App, like: string) {
  return inOrganisation(world.db, organisation, async (tx) => {
    const rows = await tx
      .selectFrom('events')
      .select('name')
      .where('name', 'like', like)
      .orderBy('id')
      .execute()
    return rows.map(({ name }) => name)
  })
}

describe('the key of an organisation', () => {
  test('is made with the first seal, and its state is there to be seen', async () => {
    const app = await testApp({ now: NOW })
    const before = await app.as('administrator').get('/signing')
    expect(before.body).toMatchObject({ state: 'not_made', key: null, earlier: [] })

    const { signatures } = await verifyPdf(await sealedBytes(app))

    const { body } = await app.as('administrator').get('/signing')
    expect(body).toMatchObject({
      state: 'ready',
      key: {
        kind: 'self_made',
        subject: 'CN=Example Ltd, O=Example Ltd',
        fingerprint: signatures[0]?.certificate?.fingerprint,
        validFrom: '2026-03-02T12:00:00.000Z',
        validUntil: '2036-03-01T12:00:00.000Z',
      },
    })
    expect(signatures[0]).toMatchObject({ signer: 'Example Ltd', signedAt: app.world.clock() })
    expect(await eventsOf(app, 'signing_key.%')).toEqual(['signing_key.made'])
  })

  test('is one, however many seal at once for the first time', async () => {
    const app = await testApp({ now: NOW })
    const sealed = await Promise.all([seal(app), seal(app), seal(app)])
    expect(new Set(sealed.map(({ fingerprint }) => fingerprint)).size).toBe(1)
  })

  test('is kept encrypted, and shown to nobody', async () => {
    const app = await testApp({ now: NOW })
    await seal(app)
    const { privateKey } = await inOrganisation(app.world.db, app.organisation, (tx) =>
      tx.selectFrom('signingKeys').select('privateKey').executeTakeFirstOrThrow(),
    )
    expect(privateKey).toMatch(/^k1\./)
    const { body } = await app.as('administrator').get('/signing')
    expect(JSON.stringify(body)).not.toMatch(/private/i)
  })

  test('replaced: what it sealed stays ours and intact, and it can seal nothing more', async () => {
    const app = await testApp({ now: NOW })
    const bytes = await sealedBytes(app)
    const { body } = await app.as('administrator').post('/signing/keys')
    expect(body.earlier).toHaveLength(1)
    expect(body.key.fingerprint).not.toBe(body.earlier[0].fingerprint)

    const { body: form, headers } = multipartOf([{ name: 'record.pdf', content: bytes }])
    const reply = await app.as('seller').post('/signing/verifications', form, headers)
    expect(reply.body).toMatchObject({ state: 'intact', signatures: [{ isOurs: true }] })

    const left = await inOrganisation(app.world.db, app.organisation, (tx) =>
      tx
        .selectFrom('signingKeys')
        .select('privateKey')
        .where('replacedAt', 'is not', null)
        .execute(),
    )
    expect(left).toEqual([{ privateKey: '' }])
  })

  test.each([
    ['2028-03-01T11:59:59Z', 1],
    ['2028-03-01T12:00:00Z', 2],
  ])('is renewed after two years: at %s there are %i', async (now, count) => {
    const app = await testApp({ now: NOW })
    await seal(app)
    app.setNow(now)
    await lookAfterKey(app.world, app.organisation)
    expect(await eventsOf(app, 'signing_key.made')).toHaveLength(count)
  })

  test("is not another organisation's", async () => {
    const app = await testApp({ now: NOW })
    const other = await app.given.organisation()
    const bytes = await sealedBytes(app)
    const theirs = app.as(await app.given.in(other).person('administrator'), other)
    expect((await theirs.get('/signing')).body).toMatchObject({ state: 'not_made', earlier: [] })
    const { body: form, headers } = multipartOf([{ name: 'record.pdf', content: bytes }])
    const { body } = await theirs.post('/signing/verifications', form, headers)
    expect(body).toMatchObject({ state: 'intact', signatures: [{ isOurs: false }] })
  })
})

const hasOpenssl = hasProgram('openssl')

/** A PKCS#12 file as openssl makes it. */
function pkcs12(exporting: readonly string[] = [], key = 'rsa:2048'): string {
  const folder = mkdtempSync(join(tmpdir(), 'p12-'))
  const run = (...args: string[]) => spawnSync('openssl', args, { cwd: folder })
  try {
    const subject = ['-subj', '/O=Own GmbH/CN=Own Seal', '-days', '400']
    const kind = key === 'ec' ? ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] : [key]
    run('req', '-x509', '-newkey', ...kind, '-nodes', '-keyout', 'k', '-out', 'c', ...subject)
    run(
      'pkcs12',
      '-export',
      '-inkey',
      'k',
      '-in',
      'c',
      '-passout',
      'pass:pw',
      '-out',
      'p',
      ...exporting,
    )
    return readFileSync(join(folder, 'p')).toString('base64')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function soon(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString()
}

describe.skipIf(!hasOpenssl)('a certificate of its own, made by openssl', () => {
  const today = new Date().toISOString()

  test.each([
    ['RSA, AES', [], 'rsa:2048'],
    ['elliptic curve, AES', [], 'ec'],
    [
      'RSA, triple DES as Windows wrote it',
      ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
      'rsa:2048',
    ],
  ])('seals from then on: %s', async (_, exporting, key) => {
    const app = await testApp({ now: soon(0) })
    app.setNow(soon(1))
    const file = pkcs12(exporting, key)
    const reply = await app
      .as('administrator')
      .put('/signing/certificate', { file, password: 'pw' })
    expect(reply.body).toMatchObject({
      state: 'ready',
      key: { kind: 'own', subject: 'CN=Own Seal, O=Own GmbH' },
    })
    const { state, signatures } = await verifyPdf(await sealedBytes(app))
    expect(state).toBe('intact')
    expect(signatures[0]).toMatchObject({ signer: 'Own Seal' })
  })

  test.each([
    ['another password', () => ({ file: pkcs12(), password: 'no' }), 'wrong_certificate_password'],
    [
      'no such file',
      () => ({ file: Buffer.from('Dear all').toString('base64'), password: '' }),
      'not_a_pkcs12',
    ],
    ['no key', () => ({ file: pkcs12(['-nokeys']), password: 'pw' }), 'no_private_key'],
    ['a weak key', () => ({ file: pkcs12([], 'rsa:1024'), password: 'pw' }), 'key_too_weak'],
  ])('is refused with its reason, and nothing changes: %s', async (_, body, code) => {
    const app = await testApp({ now: soon(1) })
    const reply = await app.as('administrator').put('/signing/certificate', body())
    expect(reply).toMatchObject({ status: 422, body: { code } })
    expect((await app.as('administrator').get('/signing')).body.state).toBe('not_made')
  })

  test.each([
    [soon(-1), 'certificate_not_yet_valid'],
    [soon(401), 'certificate_ended'],
  ])('is refused when it is not valid: %s', async (now, code) => {
    const app = await testApp({ now })
    const body = { file: pkcs12(), password: 'pw' }
    const reply = await app.as('administrator').put('/signing/certificate', body)
    expect(reply).toMatchObject({ status: 422, body: { code } })
  })

  test('P78 that ends is told in time, once, and then seals nothing instead of something doubtful', async () => {
    const app = await testApp({ now: today })
    app.setNow(soon(1))
    await app.as('administrator').put('/signing/certificate', { file: pkcs12(), password: 'pw' })
    const stateAt = async (days: number) => {
      app.setNow(soon(days))
      await lookAfterKey(app.world, app.organisation)
      await lookAfterKey(app.world, app.organisation)
      return (await app.as('administrator').get('/signing')).body.state
    }
    expect(await stateAt(369)).toBe('ready')
    expect(await stateAt(371)).toBe('ends_soon')
    expect(await stateAt(399)).toBe('ends_soon')
    expect(await stateAt(401)).toBe('ended')
    expect(await seal(app)).toMatchObject({ state: 'not_sealed', problem: 'certificate_ended' })
    expect(await eventsOf(app, 'signing_key.end%')).toEqual([
      'signing_key.ends_soon',
      'signing_key.ended',
    ])
  })
})

describe('a timestamp authority', () => {
  test('P78 that fails leaves a seal without timestamp, and is seen until it works again', async () => {
    const app = await testApp({ now: NOW })
    const admin = app.as('administrator')
    const authority = await givenAuthority()
    await admin.put('/signing/timestamps', { url: authority.url })
    expect(await seal(app)).toMatchObject({ state: 'sealed_b_t', timestampProblem: null })

    authority.setGone(true)
    expect(await seal(app)).toMatchObject({ state: 'sealed_b_b', timestampProblem: 'unreachable' })
    await seal(app)
    const failed = await admin.get('/signing')
    expect(failed.body.timestamps).toMatchObject({
      problem: 'unreachable',
      lastGoodAt: '2026-03-02T12:00:00.000Z',
      lastFailedAt: '2026-03-02T12:00:00.000Z',
    })

    authority.setGone(false)
    const again = await admin.post('/signing/timestamps/checks')
    expect(again.body.timestamps.problem).toBeNull()
    expect(await eventsOf(app, 'timestamp%')).toEqual([
      'timestamp_authority.changed',
      'timestamp.failed',
      'timestamp.works_again',
    ])
  })

  test('is asked only where one is set', async () => {
    const app = await testApp({ now: NOW })
    const reply = await app.as('administrator').post('/signing/timestamps/checks')
    expect(reply).toMatchObject({ status: 409, body: { code: 'no_timestamp_authority' } })
    expect(await seal(app)).toMatchObject({ state: 'sealed_b_b', timestampProblem: null })
  })

  test.each(['ftp://example.test', 'file:///etc/passwd', 'tsa'])(
    'has an address of the web: not %s',
    async (url) => {
      const app = await testApp({ now: NOW })
      const reply = await app.as('administrator').put('/signing/timestamps', { url })
      expect(reply.status).toBe(422)
    },
  )
})

test.each(['seller', 'collector', 'credit_manager', 'auditor'] as const)(
  'a %s may verify, and sets nothing',
  async (role) => {
    const app = await testApp({ now: NOW })
    expect((await app.as(role).get('/signing')).status).toBe(403)
    expect((await app.as(role).post('/signing/keys')).status).toBe(403)
    expect((await app.as(role).post('/signing/verifications', {})).body.code).toBe('file_missing')
  },
)
