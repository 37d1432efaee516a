import { describe, expect, test } from 'vitest'

import { returnOverdueBalls } from '../collecting/desk/ball/ball.ts'
import { warnOfReturns } from '../collecting/desk/ball/warnings.ts'
import { rebuildWorklist } from '../collecting/desk/index.ts'
import { endOldOffers } from '../collecting/desk/offers/offers.ts'
import { inOrganisation } from '../database/tenancy.ts'
import { addDays, addSeconds, instantAt } from '../kernel/day.ts'
import { formIn } from '../testing/asked-question.ts'
import { askedSeller, SAM } from '../testing/asked-seller.ts'
import { raceFor } from '../testing/race.ts'

type Row = { readonly name: string; readonly text: string }

describe('would you like to take this over?', () => {
  test('the seller takes the customer over from the mail, once, without signing in', async () => {
    const app = await askedSeller()
    expect((await app.offer()).status).toBe(201)
    expect((await app.offer()).body.code).toBe('already_offered')
    await app.minute()
    await app.minute()
    const [mail, ...more] = await app.mailsTo(SAM)
    expect([mail?.subject, more]).toEqual(['Would you like to take over Brasserie du Port?', []])
    const path = await app.linkTo(SAM)
    const page = await app.read(path)
    expect(page.body).toContain('You know Mr Roux')
    expect(page.body).toContain('€4,310.00')
    expect((await app.submit(path, { form: formIn(page.body) })).statusCode).toBe(422)
    expect(await app.history()).toEqual([])

    const form = { form: formIn(page.body), take: 'yes', note: 'We meet on Friday' }
    const done = await app.submit(path, form)
    expect([done.statusCode, done.body.includes('Thank you, it is yours.')]).toEqual([200, true])
    await app.submit(path, form)
    expect(await app.history()).toMatchObject([
      { kind: 'taken', holder: { id: app.owner }, note: 'We meet on Friday', returnedOn: null },
    ])
    const later = await app.read(path)
    expect([later.statusCode, later.body.includes('You have taken over')]).toEqual([410, true])
  })

  test('of link and application at once one takes it, and the link says how it stands', async () => {
    const app = await askedSeller()
    await app.offer()
    await app.minute()
    const path = await app.linkTo(SAM)
    const collector = app.as('collector')
    await collector.get(app.ball)
    const answers = await raceFor(app.world, { table: 'customers', id: app.customerId }, [
      async () => (await app.submit(path, { take: 'yes' })).statusCode,
      async () => (await collector.post(app.ball, { note: 'Please ask' })).status,
    ])
    const statuses = answers.map((one) => (one.status === 'fulfilled' ? one.value : 0))
    expect(statuses.toSorted((a, b) => a - b).at(-1)).toBe(409)
    expect(await app.history()).toHaveLength(1)
  })

  test('the link refuses what the application refuses, and says why', async () => {
    const app = await askedSeller()
    await app.offer()
    await app.minute()
    const path = await app.linkTo(SAM)
    await app.given.payment(app.customerId, {
      amountMinor: 431_000,
      openItemId: app.invoice.openItemId,
    })
    expect((await app.read(path)).body).toContain('Nothing is overdue any more')
    const late = await app.submit(path, { take: 'yes' })
    expect([late.statusCode, late.body.includes('Nothing is overdue any more')]).toEqual([
      409,
      true,
    ])
    expect((await app.offer()).body.code).toBe('already_offered')
  })

  test('no thanks is said from the mail, finance hears it, and is not asked again for a while', async () => {
    const app = await askedSeller()
    await app.offer()
    await app.minute()
    const path = await app.linkTo(SAM)
    const page = await app.read(path)
    const form = { form: formIn(page.body), decline: 'yes', note: 'They are moving house' }
    const done = await app.submit(path, form)
    expect([done.statusCode, done.body.includes('You said no, thanks.')]).toEqual([200, true])
    await app.submit(path, form)
    expect(await app.history()).toEqual([])
    const later = await app.read(path)
    expect([later.statusCode, later.body.includes('You said no, thanks.')]).toEqual([410, true])
    expect((await app.submit(path, { take: 'yes' })).statusCode).toBe(410)

    const { body } = await app
      .as('collector')
      .get(`/customers/${app.customerId}/timeline?kinds=ball`)
    expect(body.rows.map(({ name, text }: Row) => [name, text]).slice(0, 2)).toEqual([
      ['ball.declined', 'They are moving house'],
      ['ball.offered', 'You know Mr Roux'],
    ])
    await app.minute()
    const told = await app.as('collector').get('/notifications')
    expect(told.body.rows.map(({ title }: { title: string }) => title)).toContain(
      'No thanks: the seller leaves Brasserie du Port to finance',
    )
    expect((await app.offer()).body.code).toBe('offer_declined')
    app.setNow('2026-03-17T09:00:00Z')
    expect((await app.offer()).body.code).toBe('offer_declined')
    app.setNow('2026-03-18T09:00:00Z')
    expect((await app.offer()).status).toBe(201)
  })

  test('of yes by the link and no in the application at once one counts', async () => {
    const app = await askedSeller()
    await app.offer()
    await app.minute()
    const path = await app.linkTo(SAM)
    const asker = app.as(app.owner)
    await asker.get(app.ball)
    const answers = await raceFor(app.world, { table: 'customers', id: app.customerId }, [
      async () => (await app.submit(path, { take: 'yes' })).statusCode,
      async () => (await asker.post(`${app.ball}/offer/declining`, {})).status,
    ])
    const [yes, no] = answers.map((one) => (one.status === 'fulfilled' ? one.value : 0))
    // A seller may say no and take them over all the same; after a yes there is nothing to decline.
    expect([
      [200, 409],
      [200, 201],
    ]).toContainEqual([yes, no])
    const { body } = await asker.get(app.ball)
    expect([body.history.length, body.offer]).toEqual([1, null])
  })

  test.each(['Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'])(
    'an offer that nobody answers lapses after its seventh day in %s, once, and finance hears it',
    async (timeZone) => {
      const app = await askedSeller()
      await app.world.db
        .updateTable('organisations')
        .set({ timeZone })
        .where('id', '=', app.organisationId)
        .execute()
      // The week has the night in which the clocks change: in New York on 8 March, in Paris on the 29th.
      app.setNow('2026-03-25T12:00:00Z')
      const asked = await app.offer()
      const { until } = asked.body
      const lapse = () => endOldOffers(app.world, app.organisationId)
      app.setNow(addSeconds(instantAt(timeZone, addDays(until, 1), '00:00'), -1))
      expect(await lapse()).toBe(0)
      expect((await app.offer()).body.code).toBe('already_offered')
      app.setNow(instantAt(timeZone, addDays(until, 1), '00:00'))
      expect((await app.as(app.owner).post(`${app.ball}/offer/declining`, {})).body.code).toBe(
        'no_open_offer',
      )
      expect(await Promise.all([lapse(), lapse()])).toContain(1)
      expect(await lapse()).toBe(0)
      await app.minute()
      const { body } = await app.as('collector').get('/notifications')
      expect(
        body.rows.filter(({ title }: { title: string }) => title.startsWith('Nobody answered')),
      ).toHaveLength(1)
      expect((await app.offer()).status).toBe(201)
    },
  )

  test('who is asked sees it in the application, on top, and nobody else may answer', async () => {
    const app = await askedSeller()
    await app.offer()
    const { body } = await app.as(app.owner).get(app.ball)
    expect(body.offer).toMatchObject({ note: 'You know Mr Roux', isMine: true })
    const others = await app.as('collector').get(app.ball)
    expect(others.body.offer).toMatchObject({ isMine: false })
    const stranger = await app.as('sales_manager').post(`${app.ball}/offer/declining`, {})
    expect(stranger.status).toBeGreaterThanOrEqual(403)
    await rebuildWorklist(app.world, app.organisationId)
    const home = async () => (await app.as(app.owner).get('/seller-home')).body
    expect((await home()).needsYou).toMatchObject([{ isOffered: true }])
    expect((await app.as(app.owner).post(`${app.ball}/offer/declining`, {})).status).toBe(201)
    expect((await home()).needsYou).toEqual([])
    expect((await app.as(app.owner).post(`${app.ball}/taking`, {})).status).toBe(201)
  })

  test('P77 a customer who went to another seller is not to be seen by the link', async () => {
    const app = await askedSeller()
    await app.offer()
    await app.minute()
    const path = await app.linkTo(SAM)
    const other = await app.given.person('seller')
    await inOrganisation(app.world.db, app.organisationId, (tx) =>
      tx
        .updateTable('customers')
        .set({ ownerId: other })
        .where('id', '=', app.customerId)
        .execute(),
    )
    for (const page of [await app.read(path), await app.submit(path, { take: 'yes' })]) {
      expect([page.statusCode, page.body.includes('Brasserie')]).toEqual([410, false])
    }
    expect(await app.history()).toEqual([])
  })
})

describe('what came of it?', () => {
  test('a question of finance is answered with one tap, and the ball goes back', async () => {
    const app = await askedSeller('de')
    await app.pass()
    await app.minute()
    const path = await app.linkTo(SAM)
    const page = await app.read(path)
    expect(page.body).toContain('Did the goods arrive?')
    expect(page.body).toContain('Was wurde daraus bei Brasserie du Port?')
    const form = { form: formIn(page.body), outcome: 'short_of_cash', note: 'Erst im April' }
    const done = await app.submit(path, form)
    expect([done.statusCode, done.body.includes('es ist festgehalten')]).toEqual([200, true])
    await app.submit(path, form)
    expect(await app.outcomes()).toMatchObject([{ kind: 'short_of_cash', loggedBy: app.owner }])
    expect(await app.history()).toMatchObject([{ returnedWhy: 'outcome' }])
  })

  test.each([
    ['4.310,00', '2026-03-13', 200, 431_000],
    ['4,310.00', '2026-03-13', 200, 431_000],
    ['4310', '2026-03-13', 200, 431_000],
    ['1 200,5', '2026-03-13', 200, 120_050],
    ['', '2026-03-13', 422, null],
    ['12,345,6x', '2026-03-13', 422, null],
    ['100', '', 422, null],
    ['-5', '2026-03-13', 422, null],
    ['99999', '2026-03-13', 409, null],
  ])('a promise of "%s" until "%s" answers %i', async (amount, day, status, minor) => {
    const app = await askedSeller()
    await app.pass()
    await app.minute()
    const path = await app.linkTo(SAM)
    const promise = { outcome: 'promised', currency: 'EUR', amount, day }
    expect((await app.submit(path, promise)).statusCode).toBe(status)
    const { rows } = (await app.seller.get('/promises')).body
    expect(rows[0]?.amount?.minor ?? null).toBe(minor)
  })

  test('nobody reached keeps the ball, and the same link tells more later', async () => {
    const app = await askedSeller()
    await app.pass()
    await app.minute()
    const path = await app.linkTo(SAM)
    expect((await app.submit(path, { outcome: 'not_reached' })).statusCode).toBe(200)
    expect(await app.history()).toMatchObject([{ returnedOn: null }])
    expect((await app.submit(path, { outcome: 'refuses' })).statusCode).toBe(200)
    expect(await app.history()).toMatchObject([{ returnedWhy: 'outcome' }])
  })

  test('after the ball went back the link says so and writes nothing', async () => {
    const app = await askedSeller()
    await app.pass()
    await app.minute()
    const path = await app.linkTo(SAM)
    await app.as('collector').post(`${app.ball}/return`, {})
    const late = await app.submit(path, { outcome: 'other', note: 'On holiday' })
    expect([late.statusCode, late.body.includes('is back with finance')]).toEqual([409, true])
    expect(await app.outcomes()).toEqual([])
  })
})

describe('the clock', () => {
  test.each([
    ['UTC', '2026-03-10T00:30:00Z', '2026-03-09T23:30:00Z', '2026-03-12T00:10:00Z'],
    ['Europe/Berlin', '2026-03-09T23:30:00Z', '2026-03-09T22:30:00Z', '2026-03-11T23:10:00Z'],
    ['America/New_York', '2026-03-10T04:30:00Z', '2026-03-10T03:30:00Z', '2026-03-12T04:10:00Z'],
    ['Pacific/Auckland', '2026-03-09T11:30:00Z', '2026-03-09T10:30:00Z', '2026-03-11T11:10:00Z'],
  ])('in %s it warns the day before, and tells all three that it rang', async (zone, ...at) => {
    const [warns, tooEarly, rings] = at
    const app = await askedSeller()
    await inOrganisation(app.world.db, app.organisationId, (tx) =>
      tx
        .updateTable('organisations')
        .set({ timeZone: zone })
        .where('id', '=', app.organisationId)
        .execute(),
    )
    const collector = await app.given.personWith({
      roles: ['collector'],
      name: 'Cora',
      email: 'cora@example.test',
    })
    await inOrganisation(app.world.db, app.organisationId, (tx) =>
      tx
        .updateTable('customers')
        .set({ collectorId: collector })
        .where('id', '=', app.customerId)
        .execute(),
    )
    await app.seller.post(`${app.ball}/taking`, {})
    const { world, organisationId } = app
    app.setNow(tooEarly)
    expect(await warnOfReturns(world, organisationId)).toBe(0)
    app.setNow(warns)
    expect(await warnOfReturns(world, organisationId)).toBe(1)
    expect(await warnOfReturns(world, organisationId)).toBe(0)
    await app.minute()
    app.setNow(rings)
    expect(await returnOverdueBalls(world, organisationId)).toBe(1)
    await app.minute()
    // Mail of the night goes in the morning.
    app.setNow('2026-03-13T20:00:00Z')
    await app.minute()
    const back = 'Brasserie du Port went back to finance: the time was over'
    const told = []
    for (const address of [SAM, 'cora@example.test', 'ada@example.test']) {
      const mails = await app.mailsTo(address)
      const said = mails.filter(({ subject, text = '' }) => `${subject} ${text}`.includes(back))
      told.push([address, said.length])
    }
    expect(told).toEqual([
      [SAM, 1],
      ['cora@example.test', 1],
      ['ada@example.test', 1],
    ])
  })

  test('whoever told what came of it is not warned', async () => {
    const app = await askedSeller()
    await app.pass()
    await app.minute()
    await app.submit(await app.linkTo(SAM), { outcome: 'other', note: 'All is well' })
    app.setNow('2026-03-10T09:00:00Z')
    expect(await warnOfReturns(app.world, app.organisationId)).toBe(0)
  })
})
