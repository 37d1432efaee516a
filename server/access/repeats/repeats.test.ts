import { expect, test } from 'vitest'

import { inOrganisation } from '../../database/tenancy.ts'
import { addSeconds } from '../../kernel/day.ts'
import { testApp } from '../../testing/test-app.ts'

const view = { page: 'customers', name: 'Mine', search: '?owner=me' }
const keyed = (key = 'k-1') => ({ 'idempotency-key': key })

async function app() {
  const opened = await testApp()
  const save = (body: object = view, key?: string) =>
    opened.as('collector').post('/views', body, keyed(key))
  const saved = async () => (await opened.as('collector').get('/views')).body.views.length
  return { ...opened, save, saved }
}

test('P13 a write that is asked again under its key is done once and answered the same', async () => {
  const { save, saved } = await app()
  const first = await save()
  const again = await save()
  expect(again).toMatchObject({ status: 201, body: first.body })
  expect(again.headers['idempotency-replayed']).toBe('true')
  expect(first.headers['idempotency-replayed']).toBeUndefined()
  expect(await saved()).toBe(1)
})

test('P13 another request under the same key is refused', async () => {
  const { save, saved } = await app()
  await save()
  const other = await save({ ...view, name: 'Theirs' })
  expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } })
  expect(await saved()).toBe(1)
})

test('P13 of ten at once under one key one is done', async () => {
  const { save, saved } = await app()
  const replies = await Promise.all(Array.from({ length: 10 }, () => save()))
  expect(await saved()).toBe(1)
  const others = replies.filter(({ status }) => status !== 201)
  expect(others.every(({ body }) => body.code === 'still_being_done')).toBe(true)
  expect(await save()).toMatchObject({ status: 201 })
})

test('P13 a refusal is remembered, and a malformed request is not', async () => {
  const { as } = await app()
  const foreign = '018f0000-0000-7000-8000-000000000000'
  const remove = () => as('collector').delete(`/views/${foreign}`, keyed())
  expect(await remove()).toMatchObject({ status: 404, body: { code: 'no_such_view' } })
  const again = await remove()
  expect(again).toMatchObject({ status: 404, body: { code: 'no_such_view' } })
  expect(again.headers['idempotency-replayed']).toBe('true')

  const malformed = await as('collector').post('/views', { page: 'X' }, keyed('k-2'))
  expect(malformed.status).toBe(422)
  expect((await as('collector').post('/views', view, keyed('k-2'))).status).toBe(201)
})

test('P13 a key belongs to a person in an organisation', async () => {
  const { as, save, given } = await app()
  await save()
  const colleague = await as('legal').post('/views', { ...view, name: 'Theirs' }, keyed())
  expect(colleague.status).toBe(201)
  const other = await given.organisation()
  const stranger = await given.in(other).person('collector')
  expect((await as(stranger, other).post('/views', view, keyed())).status).toBe(201)
})

test('P13 a key may be used again a day later', async () => {
  const { save, saved, setNow, world } = await app()
  await save()
  setNow(addSeconds(world.clock(), 24 * 60 * 60))
  expect((await save({ ...view, name: 'Later' })).headers['idempotency-replayed']).toBeUndefined()
  expect(await saved()).toBe(2)
})

test('P13 a request whose process was killed is told as interrupted, not done again', async () => {
  const { save, saved, world, organisation } = await app()
  await save()
  await inOrganisation(world.db, organisation, (tx) =>
    tx
      .updateTable('idempotencyKeys')
      .set({ status: null, heldBy: '018f0000-0000-7000-8000-000000000000' })
      .execute(),
  )
  expect(await save()).toMatchObject({ status: 409, body: { code: 'interrupted' } })
  expect(await saved()).toBe(1)
})

test.each([' ', '', 'ä', 'x'.repeat(201)])('the key %j is refused', async (key) => {
  const { save } = await app()
  expect(await save(view, key)).toMatchObject({
    status: 422,
    body: { code: 'bad_idempotency_key' },
  })
})
