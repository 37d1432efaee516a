import { expect, test } from 'vitest'

import { testApp } from '../../testing/test-app.ts'
import { hashPassword } from '../passwords/index.ts'
import { noteRefusedSignIn } from './history.ts'

const password = 'the heron waits for the tide'
const ada = { name: 'Ada', email: 'ada@example.test' }

/** An app with Ada, a collector who has a password. */
async function appWithAda(options: Parameters<typeof testApp>[0] = {}) {
  const app = await testApp(options)
  const passwordHash = await hashPassword(password, ada)
  const adaId = await app.given.personWith({ ...ada, roles: ['collector'], passwordHash })
  const signIn = (fields: object = {}, headers: Record<string, string> = {}) =>
    app.stranger.post('/session', { email: ada.email, password, ...fields }, headers)
  return { ...app, adaId, signIn }
}

type Cookies = { headers: Record<string, unknown> }

function cookieOf({ headers }: Cookies, name = 'goodterms'): string {
  const line = [headers['set-cookie']].flat().find((one) => String(one).startsWith(`${name}=`))
  return String(line).split(';')[0] ?? ''
}

test('somebody who signs in is known by the cookie from then on, until they sign out', async () => {
  const { stranger, signIn, organisation } = await appWithAda()

  const reply = await signIn({ email: ' ADA@example.test ' })
  expect(reply).toMatchObject({
    status: 200,
    body: { person: { name: 'Ada', email: ada.email }, organisation: { id: organisation } },
  })
  expect(String(reply.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/)

  const cookie = cookieOf(reply)
  expect((await stranger.get('/me', { cookie })).body.permissions).toContain('runs.send')
  expect((await stranger.delete('/session', { cookie })).status).toBe(200)
  expect((await stranger.get('/me', { cookie })).status).toBe(401)
})

test('over https the cookie is one that no subdomain can set', async () => {
  const { stranger, given, as } = await testApp({ origin: 'https://terms.example' })
  const passwordHash = await hashPassword(password, ada)
  await given.personWith({ ...ada, roles: ['collector'], passwordHash })
  const signedIn = await stranger.post('/session', { email: ada.email, password })
  expect(cookieOf(signedIn, '__Host-goodterms')).toMatch(/^__Host-goodterms=.{43}$/)
  expect(String(signedIn.headers['set-cookie'])).toContain('Secure')
  expect(signedIn.headers['strict-transport-security']).toContain('max-age')
  expect((await as('collector').get('/me')).status).toBe(200)
})

test('a wrong password and an unknown address are refused in the same words', async () => {
  const { signIn } = await appWithAda()
  const wrong = await signIn({ password: 'not the tide at all' })
  const unknown = await signIn({ email: 'nobody@example.test' })
  expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } })
  expect(unknown.body).toEqual(wrong.body)
  expect(unknown.status).toBe(401)
})

test('a session ends seven days after its last use', async () => {
  const { signIn, stranger, setNow } = await appWithAda({ now: '2026-03-01T08:00:00Z' })
  const cookie = cookieOf(await signIn())

  setNow('2026-03-08T07:59:59Z')
  expect((await stranger.get('/me', { cookie })).status).toBe(200)
  setNow('2026-03-15T07:59:58Z')
  expect((await stranger.get('/me', { cookie })).status).toBe(200)
  setNow('2026-03-22T07:59:58Z')
  expect((await stranger.get('/me', { cookie })).status).toBe(401)
})

test('a session in daily use still ends thirty days after sign-in', async () => {
  const { signIn, stranger, setNow } = await appWithAda({ now: '2026-03-01T08:00:00Z' })
  const cookie = cookieOf(await signIn())
  for (let day = 2; day <= 30; day += 1) {
    setNow(`2026-03-${String(day).padStart(2, '0')}T08:00:00Z`)
    expect((await stranger.get('/me', { cookie })).status).toBe(200)
  }
  setNow('2026-03-31T07:59:59Z')
  expect((await stranger.get('/me', { cookie })).status).toBe(200)
  setNow('2026-03-31T08:00:00Z')
  expect((await stranger.get('/me', { cookie })).status).toBe(401)
})

test('one ends a session of one’s own elsewhere, and nobody else’s', async () => {
  const { signIn, stranger, as } = await appWithAda()
  const [here, there] = [cookieOf(await signIn()), cookieOf(await signIn())]
  const { body } = await stranger.get('/sessions', { cookie: here })
  const elsewhere = body.sessions.find(({ isThis }: { isThis: boolean }) => !isThis)

  expect((await as('collector').delete(`/sessions/${elsewhere.id}`)).status).toBe(404)
  expect((await stranger.delete(`/sessions/${elsewhere.id}`, { cookie: here })).status).toBe(200)
  expect((await stranger.get('/me', { cookie: there })).status).toBe(401)
  expect((await stranger.get('/me', { cookie: here })).status).toBe(200)
})

test('an administrator ends the sessions of a member, in their own organisation only', async () => {
  const { signIn, stranger, as, adaId, given } = await appWithAda()
  const cookie = cookieOf(await signIn())
  const other = await given.organisation()
  const foreign = await given.in(other).person('administrator')

  expect((await as(foreign, other).delete(`/people/${adaId}/sessions`)).status).toBe(404)
  const ended = await as('administrator').delete(`/people/${adaId}/sessions`)
  expect(ended.body).toEqual({ ended: 1 })
  expect((await stranger.get('/me', { cookie })).status).toBe(401)
})

test('a changed password ends every other session and is asked for from then on', async () => {
  const { signIn, stranger } = await appWithAda()
  const [here, there] = [cookieOf(await signIn()), cookieOf(await signIn())]
  const next = 'nine herons and a kingfisher'
  const change = (body: object) => stranger.put('/me/password', body, { cookie: here })

  expect((await change({ current: 'wrong', next })).body.code).toBe('wrong_password')
  const weak = await change({ current: password, next: 'password123' })
  expect(weak.body).toEqual({ code: 'weak_password', details: { problem: 'common' } })
  expect((await change({ current: password, next })).status).toBe(200)

  expect((await stranger.get('/me', { cookie: here })).status).toBe(200)
  expect((await stranger.get('/me', { cookie: there })).status).toBe(401)
  expect((await signIn()).status).toBe(401)
  expect((await signIn({ password: next })).status).toBe(200)
})

test('somebody who has left is nobody in that organisation, at once', async () => {
  const { signIn, stranger, as, adaId } = await appWithAda()
  const cookie = cookieOf(await signIn())
  expect((await as('administrator').delete(`/people/${adaId}`)).status).toBe(200)
  expect((await stranger.get('/people', { cookie })).status).toBe(401)
  const again = await signIn()
  expect(again.body).toMatchObject({ organisation: null, organisations: [], permissions: [] })
  const outside = await stranger.get('/people', { cookie: cookieOf(again) })
  expect(outside).toMatchObject({ status: 403, body: { code: 'choose_an_organisation' } })
})

test('after ten wrong passwords the account rests for strangers, until the quarter of an hour ends', async () => {
  const { signIn, setNow } = await appWithAda({ now: '2026-03-02T08:00:00Z' })
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    expect((await signIn({ password: `wrong guess ${attempt}` })).status).toBe(401)
  }
  const refused = await signIn()
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_attempts' } })
  expect(refused.body.details.seconds).toBe(900)

  setNow('2026-03-02T08:14:59Z')
  expect((await signIn()).status).toBe(429)
  setNow('2026-03-02T08:15:00Z')
  expect((await signIn()).status).toBe(200)
})

test('a stranger who guesses does not keep out a browser that signed in before', async () => {
  const { signIn } = await appWithAda()
  const cookie = cookieOf(await signIn(), 'goodterms-device')
  for (let attempt = 1; attempt <= 12; attempt += 1) await signIn({ password: `guess ${attempt}` })
  expect((await signIn()).status).toBe(429)

  expect((await signIn({}, { cookie })).status).toBe(200)
  expect((await signIn({}, { cookie: `${cookie}x` })).status).toBe(429)
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    expect((await signIn({ password: 'wrong guess' }, { cookie })).status).toBe(401)
  }
  expect((await signIn({}, { cookie })).status).toBe(429)
})

test('one network tries sixty times in a quarter of an hour, whatever the accounts', async () => {
  const { signIn, world } = await appWithAda()
  await world.db.updateTable('rateWindows').set({ hits: 0 }).execute()
  await signIn({ email: 'nobody0@example.test' })
  const network = world.db.selectFrom('rateWindows').where('key', 'like', 'sign-in from %')
  expect(await network.select('hits').execute()).toEqual([{ hits: 1 }])
  await world.db
    .updateTable('rateWindows')
    .set({ hits: 59 })
    .where('key', 'like', 'sign-in from %')
    .execute()
  expect((await signIn({ email: 'nobody1@example.test' })).status).toBe(401)
  expect((await signIn({ email: 'nobody2@example.test' })).status).toBe(429)
})

test('who signs in and who fails to is in the history', async () => {
  const { signIn, world, adaId, as } = await appWithAda()
  await signIn()
  await noteRefusedSignIn(world, world.secrets.installation.hash(ada.email))
  await noteRefusedSignIn(world, world.secrets.installation.hash('nobody@example.test'))
  const { body } = await as('auditor').get('/audit?name=sign_in')
  expect(body.rows).toMatchObject([
    { name: 'sign_in.refused', by: '', byKind: 'system', subjectId: adaId },
    { name: 'sign_in.done', by: 'Ada', byKind: 'person' },
  ])
})

test('a person of two organisations goes on where they were, and changes over', async () => {
  const { signIn, stranger, given, adaId } = await appWithAda()
  const other = await given.organisation({ name: 'Another Ltd' })
  await given.in(other).member({ personId: adaId, roles: ['seller'] })
  const cookie = cookieOf(await signIn())

  const choose = (organisationId: string) =>
    stranger.put('/session/organisation', { organisationId }, { cookie })
  const moved = await choose(other)
  expect(moved.body).toMatchObject({ organisation: { id: other }, roles: ['seller'] })
  expect((await signIn()).body.organisation.id).toBe(other)
  const third = await given.organisation()
  expect((await choose(third)).status).toBe(404)
})
