import { sql } from 'kysely'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'

import { sealEvents } from '../access/index.ts'
import { settleCommitments } from '../collecting/desk/commitments/commitments.ts'
import { inOrganisation } from '../database/tenancy.ts'
import { notifyingApp, RULE } from '../testing/notifying-app.ts'
import { followNews } from './tell.ts'

describe('who is told', () => {
  test('a rule tells whom it means, once, and marks what is read', async () => {
    const app = await notifyingApp()
    await app.rule()
    await app.dispute()
    await app.minute()
    await app.minute()
    expect(await app.titles(app.seller)).toEqual(['Brasserie du Port disputes an invoice'])
    const seller = app.as(app.seller)
    const before = (await seller.get('/notifications')).body
    expect(before).toMatchObject({
      unread: 1,
      rows: [{ isRead: false, text: '€1,000.00 · by A collector' }],
    })
    const read = await seller.post('/notifications/read', { upTo: before.rows[0].id })
    expect(read.body).toEqual({ unread: 0 })
    expect((await seller.get('/notifications')).body.rows[0].isRead).toBe(true)
  })

  test('quiet by default: what nobody asked for tells nobody, and nobody hears of their own acts', async () => {
    const app = await notifyingApp()
    await app.dispute()
    await app.minute()
    expect(await app.rows()).toEqual([])
    await app.rule({ people: ['handler'] })
    await app.dispute()
    await app.minute()
    expect(await app.rows()).toEqual([])
  })

  test('as it comes, whoever a promise concerns hears that it was kept in part only', async () => {
    const app = await notifyingApp()
    await app.minute()
    await app.given.promise(app.customerId, app.invoice.openItemId, '2026-03-06')
    await app.given.payment(app.customerId, {
      amountMinor: 1_00,
      openItemId: app.invoice.openItemId,
      receivedOn: '2026-03-05',
    })
    app.setNow('2026-03-10T08:00:00Z')
    await settleCommitments(app.world, app.organisationId)
    await app.minute()
    expect(await app.titles(app.seller)).toEqual(['Brasserie du Port kept a promise in part'])
    expect(await app.titles(app.colleague)).toEqual([])
  })

  test('P77 nobody is told of a customer that they may not see, by rule, name or rule of their own', async () => {
    const app = await notifyingApp()
    await app.rule({ people: ['named'], named: [app.colleague] })
    await app.as(app.colleague).post('/notification-rules', { ...RULE, people: [], isMine: true })
    await app.dispute()
    await app.minute()
    expect(await app.rows()).toEqual([])
    const preview = await app.as(app.colleague).post('/notification-rules/preview', {
      ...RULE,
      people: [],
      isMine: true,
    })
    expect(preview.body).toMatchObject({ happened: 0, matching: 0, people: [], examples: [] })
  })

  test('P77 what was told of a customer goes with the customer to the next seller', async () => {
    const app = await notifyingApp()
    await app.rule({ channels: ['in_app', 'email'], pace: 'daily' })
    await app.dispute()
    await app.minute()
    expect(await app.titles(app.seller)).toHaveLength(1)
    await inOrganisation(app.world.db, app.organisationId, (tx) =>
      tx
        .updateTable('customers')
        .set({ ownerId: app.colleague })
        .where('id', '=', app.customerId)
        .execute(),
    )
    expect((await app.as(app.seller).get('/notifications')).body).toMatchObject({
      rows: [],
      unread: 0,
    })
    app.setNow('2026-03-05T08:00:00Z')
    await app.minute()
    expect(await app.mail.received()).toEqual([])
    expect(await app.deliveries()).toMatchObject([{ state: 'refused' }])
  })

  test('two rules that mean the same person tell them once, the quicker when', async () => {
    const app = await notifyingApp()
    await app.rule({ channels: ['email'], pace: 'weekly' })
    await app.rule({ channels: ['in_app', 'email'], pace: 'now' })
    await app.dispute()
    await app.minute()
    expect((await app.rows()).map(({ channel, pace }) => [channel, pace])).toEqual(
      expect.arrayContaining([
        ['in_app', 'now'],
        ['email', 'now'],
      ]),
    )
    expect(await app.rows()).toHaveLength(2)
  })
})

describe('nothing lost, nothing doubled', () => {
  test('P05 a reading that dies before its end is read again as if it had never been', async () => {
    const app = await notifyingApp()
    await app.rule()
    await app.dispute()
    await sealEvents(app.world, app.organisationId)
    const dying = {
      ...app.world,
      db: Object.assign(Object.create(app.world.db), {
        transaction: () => ({
          execute: (work: (tx: unknown) => Promise<unknown>) =>
            app.world.db.transaction().execute(async (tx) => {
              await work(tx)
              throw new Error('killed before the commit')
            }),
        }),
      }),
    }
    await expect(followNews(dying, app.organisationId)).rejects.toThrow('killed')
    expect(await app.rows()).toEqual([])
    await app.minute()
    expect(await app.rows()).toHaveLength(1)
  })

  test('P03 readers at once tell each event once', async () => {
    const app = await notifyingApp()
    await app.rule()
    for (let count = 0; count < 4; count += 1) await app.dispute(100_00)
    await sealEvents(app.world, app.organisationId)
    await Promise.all([1, 2, 3, 4].map(() => followNews(app.world, app.organisationId)))
    expect(await app.rows()).toHaveLength(4)
  })

  test('P37 an act that commits late, with an older number, is told all the same', async () => {
    const app = await notifyingApp()
    await app.rule()
    const { world, organisationId } = app
    const held = Promise.withResolvers<void>()
    const written = Promise.withResolvers<void>()
    const slow = inOrganisation(world.db, organisationId, async (tx) => {
      await sql`insert into events (id, organisation_id, at, name, actor_kind, customer_id, subject_kind)
        values ('00000000-0000-7000-8000-000000000001', ${organisationId}, ${world.clock()},
          'dispute.opened', 'system', ${app.customerId}, 'dispute')`.execute(tx)
      written.resolve()
      await held.promise
    })
    await written.promise
    await app.dispute()
    await app.minute()
    expect(await app.rows()).toHaveLength(1)
    held.resolve()
    await slow
    await sealEvents(world, organisationId, { everything: true })
    await app.minute()
    expect(await app.rows()).toHaveLength(2)
  })

  test('P05 a mail that a dead process had in its hands is not sent again', async () => {
    const app = await notifyingApp()
    await app.rule({ channels: ['email'] })
    await app.dispute()
    await app.minute()
    expect(await app.mail.received()).toHaveLength(1)
    await inOrganisation(app.world.db, app.organisationId, (tx) =>
      tx
        .updateTable('notificationDeliveries')
        .set({ state: 'handed_over', handedOverBy: 'dead' })
        .execute(),
    )
    await app.minute()
    expect(await app.deliveries()).toMatchObject([{ state: 'unknown' }])
    expect(await app.mail.received()).toHaveLength(1)
  })
})

describe('by mail', () => {
  test('at once, in the reader’s language, with a way to the customer', async () => {
    const app = await notifyingApp()
    await app.rule({ channels: ['email'] })
    await app.world.db
      .updateTable('people')
      .set({ language: 'de' })
      .where('id', '=', app.seller)
      .execute()
    await app.dispute()
    await app.minute()
    const [mail] = await app.mail.received()
    const {
      subject,
      text = '',
      to,
    } = await PostalMime.parse(Buffer.from(mail?.source ?? '', 'latin1'))
    expect(subject).toBe('Brasserie du Port reklamiert eine Rechnung')
    expect(text).toContain(`http://localhost:4170/customers/${app.customerId}`)
    expect(to?.[0]?.name).toBe('Sam Seller')
  })

  test('a digest leaves on the reader’s own morning and holds the day', async () => {
    const app = await notifyingApp()
    await app.rule({ channels: ['email'], pace: 'daily' })
    await app.as(app.seller).put('/notification-habits', {
      timeZone: 'America/New_York',
      morning: '08:15',
      wantsEmail: true,
      mentionsByEmail: true,
    })
    await app.dispute(100_00)
    await app.minute()
    await app.dispute(200_00)
    await app.minute()
    app.setNow('2026-03-04T13:14:59Z')
    await app.minute()
    expect(await app.mail.received()).toEqual([])
    app.setNow('2026-03-04T13:15:00Z')
    await app.minute()
    const [mail, ...more] = await app.mail.received()
    expect(more).toEqual([])
    const { subject, text = '' } = await PostalMime.parse(Buffer.from(mail?.source ?? '', 'latin1'))
    expect(subject).toBe('Since yesterday: 2')
    expect(text).toContain('€100.00')
    expect(text).toContain('€200.00')
  })

  test('whoever wants no mail gets none and still finds it in Goodterms', async () => {
    const app = await notifyingApp()
    await app.rule({ channels: ['in_app', 'email'] })
    const habits = { timeZone: 'UTC', morning: '07:30', wantsEmail: false, mentionsByEmail: true }
    await app.as(app.seller).put('/notification-habits', habits)
    expect((await app.as(app.seller).get('/notification-habits')).body).toEqual(habits)
    await app.dispute()
    await app.minute()
    expect(await app.mail.received()).toEqual([])
    expect(await app.titles(app.seller)).toHaveLength(1)
  })
})

describe('rules', () => {
  test('rules that came along are read in one’s own language until somebody renames them', async () => {
    const app = await notifyingApp()
    const reader = { roles: ['administrator' as const], language: 'es' as const }
    const spanish = app.as(await app.given.personWith(reader))
    const namesOf = async (who: typeof spanish) =>
      (await who.get('/notification-rules')).body.rules.map(({ name }: { name: string }) => name)
    expect(await namesOf(app.admin)).toContain('A promise was not kept')
    expect(await namesOf(spanish)).toContain('No se cumplió una promesa')

    const { rules } = (await spanish.get('/notification-rules')).body
    const [first, second] = rules
    for (const { isShipped: _s, id, ...fields } of [
      { ...first, isOn: false },
      { ...second, name: 'Respuestas' },
    ]) {
      expect((await spanish.put(`/notification-rules/${id}`, fields)).status).toBe(200)
    }
    expect(await namesOf(spanish)).toEqual(expect.arrayContaining([first.name, 'Respuestas']))
    expect(await namesOf(app.admin)).toEqual(
      expect.arrayContaining(['A promise was not kept', 'Respuestas']),
    )
  })

  test('an organisation begins with few rules; mail is for what is asked of one person', async () => {
    const app = await notifyingApp()
    const { rules } = (await app.admin.get('/notification-rules')).body
    expect(rules).toHaveLength(11)
    const mailing = rules.filter(({ channels }: { channels: string[] }) =>
      channels.includes('email'),
    )
    expect(mailing.flatMap(({ events }: { events: string[] }) => events).toSorted()).toEqual([
      'approval.asked',
      'ball.handed_over',
      'ball.offered',
      'ball.returned_by_clock',
      'ball.rings_soon',
    ])
  })

  test('a preview says whom the last thirty days would have told, and keeps nothing', async () => {
    const app = await notifyingApp()
    for (const amount of [100_00, 200_00, 300_00]) await app.dispute(amount)
    const body = { ...RULE, condition: { ...RULE.condition, minAmountMinor: { EUR: 200_00 } } }
    const { body: preview } = await app.admin.post('/notification-rules/preview', body)
    expect(preview).toMatchObject({
      happened: 3,
      matching: 2,
      people: [{ id: app.seller, name: 'Sam Seller', count: 2 }],
      posts: 0,
      isPartial: false,
    })
    expect(preview.examples[0].title).toBe('Brasserie du Port disputes an invoice')
    app.setNow('2026-04-04T08:00:00Z')
    const later = await app.as('administrator').post('/notification-rules/preview', body)
    expect(later.body.happened).toBe(0)
    expect(await app.rows()).toEqual([])
  })

  test('a seller makes rules for themselves only, and changes nobody else’s', async () => {
    const app = await notifyingApp()
    const seller = app.as(app.seller)
    expect((await seller.post('/notification-rules', RULE)).body.code).toBe('not_your_rule')
    const mine = await seller.post('/notification-rules', { ...RULE, people: [], isMine: true })
    expect(mine.status).toBe(201)
    const others = app.as(app.colleague)
    expect((await others.delete(`/notification-rules/${mine.body.id}`)).body.code).toBe(
      'no_such_rule',
    )
    expect((await app.admin.delete(`/notification-rules/${mine.body.id}`)).body.code).toBe(
      'no_such_rule',
    )
    const { rules } = (await seller.get('/notification-rules')).body
    const shipped = rules.find(({ isShipped }: { isShipped: boolean }) => isShipped).id
    expect((await seller.delete(`/notification-rules/${shipped}`)).body.code).toBe('not_your_rule')
    expect((await seller.delete(`/notification-rules/${mine.body.id}`)).status).toBe(200)
  })

  test.each([
    ['that tells nobody', { people: [] }, 'named_nobody'],
    ['that names nobody', { people: ['named'] }, 'named_nobody'],
    ['that posts nowhere', { channels: ['webhook'] }, 'target_missing'],
    [
      'that names a stranger',
      { named: ['0190f3c1-7a2b-7c3d-8e4f-0123456789ab'] },
      'no_such_person',
    ],
  ])('a rule %s is refused', async (_, changes, code) => {
    const app = await notifyingApp()
    expect((await app.rule(changes)).body.code).toBe(code)
  })

  test('only of the customers that it names, by name for whoever may see them', async () => {
    const app = await notifyingApp()
    const other = await app.given.customer({ name: 'Nordlicht', ownerId: app.colleague })
    const { id: invoiceId } = await app.given.invoice(other, { totalMinor: 1000_00 })
    const named = { ...RULE, condition: { ...RULE.condition, customers: [other] } }
    const preview = async () =>
      (await app.admin.post('/notification-rules/preview', named)).body.matching
    await app.dispute()
    expect(await preview()).toBe(0)
    const { id } = (await app.rule(named)).body
    await app.collector.post(`/receivables/${invoiceId}/disputes`, { reason: 'price' })
    expect(await preview()).toBe(1)
    await app.minute()
    expect((await app.rows()).map(({ personId }) => personId)).toEqual([app.colleague])

    const namesFor = async (who: string) => (await app.as(who).get('/notification-rules')).body
    expect((await namesFor('administrator')).customers).toEqual([{ id: other, name: 'Nordlicht' }])
    expect((await namesFor(app.seller)).customers).toEqual([])
    expect((await namesFor(app.seller)).rules).toContainEqual(expect.objectContaining({ id }))
  })

  test('P77 nobody names a customer that they may not see', async () => {
    const app = await notifyingApp()
    const mine = (who: string, customer: string) =>
      app.as(who).post('/notification-rules', {
        ...RULE,
        people: [],
        isMine: true,
        condition: { ...RULE.condition, customers: [customer] },
      })
    expect((await mine(app.seller, app.customerId)).status).toBe(201)
    const foreign = await mine(app.colleague, app.customerId)
    expect([foreign.status, foreign.body.code]).toEqual([404, 'no_such_customer'])
  })

  test('whoever answers for the department of a dispute can be told', async () => {
    const app = await notifyingApp()
    const buyer = await app.given.personWith({ roles: ['legal'], name: 'Dora Department' })
    const department = { department: 'sales', name: '', address: '', language: 'en' }
    await app.admin.put('/departments', { ...department, personId: buyer })
    await app.rule({ people: ['department'] })
    await app.dispute()
    await app.minute()
    expect((await app.rows()).map(({ personId }) => personId)).toContain(buyer)
  })

  test('a rule switched off tells nobody', async () => {
    const app = await notifyingApp()
    const { id } = (await app.rule()).body
    await app.admin.put(`/notification-rules/${id}`, { ...RULE, isOn: false })
    await app.dispute()
    await app.minute()
    expect(await app.rows()).toEqual([])
  })
})

describe('mentions', () => {
  test('whoever is mentioned is told with the words, in Goodterms and by mail', async () => {
    const app = await notifyingApp()
    const written = await app.collector.post(`/customers/${app.customerId}/comments`, {
      body: '@Sam Seller please call them <b>today</b>',
      mentions: [app.seller],
    })
    expect(written.body.notTold).toEqual([])
    await app.minute()
    const { rows } = (await app.as(app.seller).get('/notifications')).body
    expect(rows).toMatchObject([
      {
        title: 'A collector mentioned you at Brasserie du Port',
        text: '@Sam Seller please call them <b>today</b>',
      },
    ])
    const [mail] = await app.mail.received()
    const { html = '' } = await PostalMime.parse(Buffer.from(mail?.source ?? '', 'latin1'))
    expect(html).toContain('&lt;b&gt;today&lt;/b&gt;')
  })

  test('P77 whoever may not see the customer is not told, and the writer hears so', async () => {
    const app = await notifyingApp()
    const written = await app.collector.post(`/customers/${app.customerId}/comments`, {
      body: '@Cora Colleague look',
      mentions: [app.colleague, app.seller],
    })
    expect(written.body.notTold).toEqual([{ id: app.colleague, name: 'Cora Colleague' }])
    await app.minute()
    expect(await app.titles(app.colleague)).toEqual([])
    expect(await app.titles(app.seller)).toHaveLength(1)
  })

  test('only colleagues who may see the customer are offered, never oneself or a stranger', async () => {
    const app = await notifyingApp()
    const { people } = (await app.as(app.seller).get(`/customers/${app.customerId}/mentionable`))
      .body
    const names = people.map(({ name }: { name: string }) => name)
    expect(names).not.toContain('Sam Seller')
    expect(names).not.toContain('Cora Colleague')
    const foreign = await app.as(app.colleague).get(`/customers/${app.customerId}/mentionable`)
    expect(foreign.status).toBe(404)
    const theirs = await app.given.organisation()
    const stranger = await app.given.in(theirs).person('collector')
    const reply = await app.collector.post(`/customers/${app.customerId}/comments`, {
      body: 'x',
      mentions: [stranger],
    })
    expect(reply.body.code).toBe('no_such_person')
  })
})
