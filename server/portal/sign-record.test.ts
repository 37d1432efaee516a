import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'

import { inOrganisation } from '../database/tenancy.ts'
import { instant } from '../kernel/day.ts'
import { tenantTables } from '../testing/given/everything.ts'
import { recordApp } from '../testing/record-app.ts'
import { typstPdf } from '../testing/seals/typst.ts'

type App = Awaited<ReturnType<typeof recordApp>>

/** A form with a file, as a browser sends it. */
function check({ app, organisationId }: App, bytes: Buffer | null, id = organisationId) {
  const mark = 'mark'
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`
  const part = bytes ? [Buffer.from(head), bytes, Buffer.from('\r\n')] : []
  return app.inject({
    method: 'POST',
    url: `/verify/${id}`,
    headers: { 'content-type': `multipart/form-data; boundary=${mark}` },
    payload: Buffer.concat([...part, Buffer.from(`--${mark}--\r\n`)]),
  })
}

test('P78 the signer’s live link is in no table, event, job or answer, and in one mail only', async () => {
  const app = await recordApp()
  const { world, organisationId, collector, customerId } = app
  const id = await app.make()
  const path = await app.link(id)
  const secret = path.slice('/l/'.length + 24)
  const keys = await world.secrets.of(organisationId)
  let values = 0
  for (const { name } of await tenantTables(world)) {
    const { rows } = await inOrganisation(world.db, organisationId, (tx) =>
      sql<{
        row: Record<string, unknown>
      }>`select to_jsonb(t) as row from ${sql.table(name)} t`.execute(tx),
    )
    for (const value of rows.flatMap(({ row }) => Object.values(row))) {
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      const open = text.startsWith('k1.') ? keys.decrypt(text) : text
      values += 1
      expect({ name, has: open.includes(secret) }).toEqual({ name, has: false })
    }
  }
  expect(values).toBeGreaterThan(100)
  for (const url of [
    `/records/${id}`,
    `/customers/${customerId}/records`,
    `/customers/${customerId}/timeline`,
  ]) {
    const reply = await collector.get(url)
    expect([reply.status, reply.bytes.includes(secret)]).toEqual([200, false])
  }
  const having = (await app.mail.received()).filter(({ source }) =>
    source.replaceAll('=\r\n', '').includes(secret),
  )
  expect(having.map(({ to }) => to)).toEqual([['claire.roux@example.test']])
})

test('P78 a mail that came back is on the audit page, and its link is dead', async () => {
  const app = await recordApp()
  const id = await app.make()
  await app.ask(id, { address: 'reject-rcpt@example.test' })
  await app.sendMails()
  const record = await app.read(id)
  expect(record.mails).toMatchObject([{ kind: 'request', delivery: 'refused' }])
  expect(record.audit.map(({ name }: { name: string }) => name)).toContain('mail_refused')
  const links = await app.given.within((tx) =>
    tx.selectFrom('signedLinks').select('revokedAt').execute(),
  )
  expect(links.every(({ revokedAt }) => revokedAt !== null)).toBe(true)
})

test('P03 jobs that come at once send each mail once', async () => {
  const app = await recordApp()
  const id = await app.make()
  await app.signOnDevice(id)
  await Promise.all([app.seal(id), app.seal(id)])
  await Promise.all([app.sendMails(), app.sendMails(), app.sendMails()])
  expect(await app.mail.received()).toHaveLength(2)
  const seals = await app.given.within((tx) => tx.selectFrom('recordSeals').select('id').execute())
  expect(seals).toHaveLength(1)
})

test('P78 a certificate that has ended is seen, and the record is sealed once there is another', async () => {
  const app = await recordApp()
  const id = await app.make()
  const admin = app.as('administrator')
  await admin.post('/signing/keys')
  await app.given.within((tx) =>
    tx
      .updateTable('signingKeys')
      .set({ kind: 'own', validUntil: instant('2026-03-01T00:00:00Z') })
      .execute(),
  )
  await app.signOnDevice(id)
  await app.seal(id)
  expect((await app.read(id)).seal).toMatchObject({
    state: 'not_sealed',
    problem: 'certificate_ended',
    sha256: null,
  })
  expect((await app.collector.get(`/records/${id}/file`)).body.code).toBe('not_sealed_yet')
  await admin.post('/signing/keys')
  expect((await app.collector.post(`/records/${id}/seals`)).status).toBe(201)
  await app.seal(id)
  expect((await app.read(id)).seal).toMatchObject({ state: 'sealed_b_b', problem: null })
})

describe('the page on which anybody may check a document', () => {
  test('knows what is unchanged, changed, somebody else’s, unsealed and none', async () => {
    const app = await recordApp()
    const id = await app.make()
    await app.signOnDevice(id)
    await app.seal(id)
    const pdf = await app.file(id)
    const changed = Buffer.from(pdf)
    changed[11] = (changed[11] ?? 0) ^ 1
    const other = await app.given.organisation()

    const good = await check(app, pdf)
    expect([good.statusCode, good.headers['set-cookie']]).toEqual([200, undefined])
    expect(good.body).toContain('Unchanged. Sealed by')
    expect((await check(app, changed)).body).toContain('Not as it was sealed.')
    expect((await check(app, pdf, other)).body).toContain('but not by')
    expect((await check(app, typstPdf())).body).toContain('carries no seal')
    expect((await check(app, Buffer.from('<svg/>'))).body).toContain('not a whole PDF')
    expect((await check(app, null)).statusCode).toBe(422)
    expect((await check(app, pdf, crypto.randomUUID())).statusCode).toBe(404)
    expect((await check(app, pdf, 'nobody')).statusCode).toBe(404)
  })

  test('takes ten megabytes and no more, thirty times a quarter of an hour', async () => {
    const app = await recordApp()
    const large = await check(app, Buffer.alloc(10 * 1024 * 1024 + 1))
    expect([large.statusCode, large.body.includes('at most 10 MB')]).toEqual([422, true])
    const codes = new Set<number>()
    for (let count = 0; count <= 30; count += 1) {
      codes.add((await check(app, Buffer.from('x'))).statusCode)
    }
    expect([...codes]).toEqual([200, 429])
  })
})
