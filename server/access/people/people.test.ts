import { expect, test } from 'vitest'

import { addSeconds } from '../../kernel/day.ts'
import { givenSession } from '../../testing/given/people.ts'
import { raceFor } from '../../testing/race.ts'
import { testApp } from '../../testing/test-app.ts'
import { recognise } from '../sessions/index.ts'

const password = 'the heron waits for the tide'
const grace = { name: 'Grace Hopper', email: 'grace@example.test', roles: ['collector'] }

function ascending(a: number | false, b: number | false): number {
  return Number(a) - Number(b)
}

function tokenOf(link: string): string {
  return link.split('/').at(-1) ?? ''
}

test('an invited person chooses a password by a link that works once', async () => {
  const { as, stranger, organisation } = await testApp()
  const invited = await as('administrator').post('/people', grace)
  expect(invited.status).toBe(201)
  expect(invited.body.link).toMatch(/^http:\/\/localhost:4170\/password\/.{43}$/)
  const token = tokenOf(invited.body.link)
  expect((await stranger.get(`/password-links/${token}`)).body).toMatchObject({
    name: 'Grace Hopper',
    email: 'grace@example.test',
  })

  const weak = await stranger.post(`/password-links/${token}`, { password: 'hopper1234' })
  expect(weak.body.code).toBe('weak_password')
  const used = await stranger.post(`/password-links/${token}`, { password })
  expect(used).toMatchObject({ status: 200, body: { organisation: { id: organisation } } })
  const again = await stranger.post(`/password-links/${token}`, { password })
  expect(again).toMatchObject({ status: 409, body: { code: 'link_used' } })
  expect((await stranger.post('/session', { email: grace.email, password })).status).toBe(200)
})

test('a link ends after a week, and with the next one', async () => {
  const { as, stranger, setNow, world } = await testApp()
  const { body } = await as('administrator').post('/people', grace)
  const first = tokenOf(body.link)
  const renewed = await as('administrator').post(`/people/${body.id}/password-link`)
  expect((await stranger.get(`/password-links/${first}`)).body.code).toBe('link_expired')

  const second = tokenOf(renewed.body.link)
  const week = 7 * 24 * 60 * 60
  const madeAt = world.clock()
  setNow(addSeconds(madeAt, week - 1))
  expect((await stranger.get(`/password-links/${second}`)).status).toBe(200)
  setNow(addSeconds(madeAt, week))
  expect((await stranger.post(`/password-links/${second}`, { password })).body.code).toBe(
    'link_expired',
  )
  expect((await stranger.get('/password-links/guessed')).status).toBe(404)
})

test('of two who use one link at once one chooses the password', async () => {
  const { as, stranger, world } = await testApp()
  const { body } = await as('administrator').post('/people', grace)
  const [row] = await world.db.selectFrom('passwordLinks').select('id').execute()
  const use = () => stranger.post(`/password-links/${tokenOf(body.link)}`, { password })
  const replies = await raceFor(world, { table: 'password_links', id: row?.id ?? '' }, [use, use])
  const statuses = replies.map((reply) => reply.status === 'fulfilled' && reply.value.status)
  expect(statuses.toSorted(ascending)).toEqual([200, 409])
})

test('somebody who already signs in elsewhere keeps name and password, and no link opens their door', async () => {
  const { as, given, stranger } = await testApp()
  const other = await given.organisation()
  const admin = await given.in(other).person('administrator')
  const first = await as('administrator').post('/people', grace)
  await stranger.post(`/password-links/${tokenOf(first.body.link)}`, { password })

  const second = await as(admin, other).post('/people', { ...grace, name: 'Impostor' })
  expect(second).toMatchObject({ status: 201, body: { id: first.body.id, link: null } })
  const people = await as(admin, other).get('/people')
  expect(people.body.people).toContainEqual(expect.objectContaining({ name: 'Grace Hopper' }))
  const link = await as(admin, other).post(`/people/${first.body.id}/password-link`)
  expect(link).toMatchObject({ status: 409, body: { code: 'works_elsewhere_too' } })
})

test('an address is invited once, and again after its person has left', async () => {
  const { as } = await testApp()
  const { body } = await as('administrator').post('/people', grace)
  const twice = await as('administrator').post('/people', { ...grace, email: 'GRACE@example.test' })
  expect(twice).toMatchObject({ status: 409, body: { code: 'already_a_member' } })
  await as('administrator').delete(`/people/${body.id}`)
  const back = await as('administrator').post('/people', { ...grace, roles: ['seller'] })
  expect(back).toMatchObject({ status: 201, body: { id: body.id } })
  const { people } = (await as('administrator').get('/people')).body
  expect(people).toContainEqual(
    expect.objectContaining({ id: body.id, roles: ['seller'], isActive: true }),
  )
})

test('the last administrator can neither leave nor step down', async () => {
  const { as, personOf, given } = await testApp()
  const me = await personOf('administrator')
  const stepDown = () => as('administrator').patch(`/people/${me}`, { roles: ['auditor'] })
  const leave = () => as('administrator').delete(`/people/${me}`)
  expect((await stepDown()).body.code).toBe('last_administrator')
  expect((await leave()).body.code).toBe('last_administrator')

  const second = await given.person('administrator', 'legal')
  expect((await stepDown()).status).toBe(200)
  expect((await as(second).delete(`/people/${second}`)).body.code).toBe('last_administrator')
})

test('of the last two administrators who leave at once one stays', async () => {
  const { given, world, organisation, as } = await testApp()
  const [one, two] = [await given.person('administrator'), await given.person('administrator')]
  await Promise.all([one, two].map((id) => as(id).get('/me')))
  const leave = (id: string) => () => as(id).delete(`/people/${id}`)
  const replies = await raceFor(world, { table: 'organisations', id: organisation }, [
    leave(one),
    leave(two),
  ])
  const statuses = replies.map((reply) => reply.status === 'fulfilled' && reply.value.status)
  expect(statuses.toSorted(ascending)).toEqual([200, 409])
})

test('addresses of colleagues are for those who manage people', async () => {
  const { as, personOf } = await testApp()
  await personOf('seller')
  const seen = async (role: 'seller' | 'administrator') =>
    (await as(role).get('/people')).body.people.map(({ email }: { email: string }) => email)
  expect((await seen('seller')).every((email: string) => email === '')).toBe(true)
  expect((await seen('administrator')).some((email: string) => email.includes('@'))).toBe(true)
})

test('a manager sees the customers of the members of their teams, while they manage them', async () => {
  const { as, organisation, personOf, world } = await testApp()
  const [manager, seller] = [await personOf('sales_manager'), await personOf('seller')]
  const token = await givenSession(world, organisation, manager)
  const owners = async () => (await recognise(world, token))?.actor?.owners
  expect(await owners()).toEqual([manager])

  const team = await as('administrator').post('/teams', { name: 'North', managerId: manager })
  await as('administrator').patch(`/people/${seller}`, { teamId: team.body.id })
  expect(await owners()).toEqual([manager, seller])

  await as('administrator').put(`/teams/${team.body.id}`, { name: 'North', managerId: null })
  expect(await owners()).toEqual([manager])
})

test('a team of another organisation is nobody’s team here', async () => {
  const { as, given, personOf } = await testApp()
  const seller = await personOf('seller')
  const other = await given.organisation()
  const foreignAdmin = await given.in(other).person('administrator')
  const foreign = await as(foreignAdmin, other).post('/teams', { name: 'North', managerId: null })

  const join = await as('administrator').patch(`/people/${seller}`, { teamId: foreign.body.id })
  expect(join).toMatchObject({ status: 422, body: { code: 'no_such_team' } })
  expect((await as('administrator').delete(`/teams/${foreign.body.id}`)).status).toBe(404)
  const manage = await as(foreignAdmin, other).post('/teams', { name: 'South', managerId: seller })
  expect(manage).toMatchObject({ status: 422, body: { code: 'no_such_person' } })
})

test('two teams do not share a name, and a removed one leaves its members', async () => {
  const { as, personOf } = await testApp()
  const seller = await personOf('seller')
  const administrator = as('administrator')
  const { body } = await administrator.post('/teams', { name: 'North', managerId: null })
  const twin = await administrator.post('/teams', { name: ' North ', managerId: null })
  expect(twin).toMatchObject({ status: 409, body: { code: 'team_name_taken' } })

  await administrator.patch(`/people/${seller}`, { teamId: body.id })
  expect((await administrator.get('/teams')).body.teams).toMatchObject([{ members: 1 }])
  expect((await administrator.delete(`/teams/${body.id}`)).status).toBe(200)
  const { people } = (await administrator.get('/people')).body
  expect(people).toContainEqual(expect.objectContaining({ id: seller, teamId: null }))
})
