import { sql } from 'kysely'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'

import { expireApprovals } from '../collecting/desk/approvals/approvals.ts'
import { inOrganisation } from '../database/tenancy.ts'
import { instant } from '../kernel/day.ts'
import { askedApproval } from '../testing/asked-approval.ts'
import { formIn } from '../testing/asked-question.ts'
import { raceFor } from '../testing/race.ts'

const ADA = 'ada@example.test'

async function asked(fields: Parameters<typeof askedApproval>[0] = {}) {
  const app = await askedApproval(fields)
  const { body } = await app.ask()
  await app.minute()
  return { ...app, approvalId: String(body.id) }
}

/** Everything that a look at a link could change. */
async function printOf({ world, organisationId }: Awaited<ReturnType<typeof asked>>) {
  const { rows } = await inOrganisation(world.db, organisationId, (tx) =>
    sql<{ print: string }>`select md5(
      (select string_agg(l::text, '' order by l.id) from signed_links l)
      || coalesce((select string_agg(u::text, '' order by u.id) from link_uses u), '')
      || (select string_agg(a::text, '' order by a.id) from approvals a)
      || (select string_agg(e::text, '' order by e.id) from events e)) as print`.execute(tx),
  )
  return rows[0]?.print
}

describe('deciding by the link in a mail', () => {
  test('the manager approves with one tap, and the promise is in force in the seller’s name', async () => {
    const app = await asked()
    const path = await app.linkTo(ADA)
    const page = await app.read(path)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Sam Seller would like to accept a promise of €4,310.00')
    expect(page.body).toContain('61 days later instead of 14')
    expect(page.body).toContain('Their bank needs until April')

    const form = { form: formIn(page.body), decision: 'approved', note: 'Once only' }
    const done = await app.submit(path, form)
    expect([done.statusCode, done.body.includes('Approved. Thank you.')]).toEqual([200, true])
    expect(await app.approvals()).toMatchObject([
      { state: 'approved', decidedBy: app.boss, decidedHow: 'link', decisionNote: 'Once only' },
    ])
    expect((await app.seller.get('/promises')).body.rows).toMatchObject([
      { promisedFor: '2026-05-04', state: 'open', takenBy: { id: app.owner } },
    ])

    const again = await app.submit(path, form)
    expect([again.statusCode, again.body.includes('Approved. Thank you.')]).toEqual([200, true])
    const later = await app.read(path)
    expect([later.statusCode, later.body.includes('You approved this')]).toEqual([410, true])
    await app.minute()
    expect((await app.seller.get('/notifications')).body.rows).toMatchObject([
      { title: 'Approved for Brasserie du Port' },
    ])
  })

  test('a refusal agrees nothing, and says why to whom asked', async () => {
    const app = await asked()
    const path = await app.linkTo(ADA)
    const done = await app.submit(path, { decision: 'refused', note: 'Too long' })
    expect(done.body).toContain('Not approved. Thank you.')
    expect(await app.approvals()).toMatchObject([{ state: 'refused', decisionNote: 'Too long' }])
    expect((await app.seller.get('/promises')).body.rows).toEqual([])
  })

  test('the mail goes to the manager alone, once, in their language, never to whom asked', async () => {
    const app = await asked({ language: 'de' })
    await app.given.person('credit_manager')
    await Promise.all([app.minute(), app.minute()])
    const mails = await app.mail.received()
    expect(mails.map(({ to }) => to)).toEqual([[ADA]])
    const { subject, text = '' } = await PostalMime.parse(
      Buffer.from(mails[0]?.source ?? '', 'latin1'),
    )
    expect(subject).toBe('Ihre Entscheidung zu Brasserie du Port')
    expect(text).toContain('Über dem Spielraum: 61 Tage später statt 14')
    expect((await app.read(await app.linkTo(ADA))).body).toContain('<html lang="de">')
  })

  test('what only credit may decide is asked of credit', async () => {
    const app = await askedApproval()
    const email = 'cleo@example.test'
    const credit = await app.given.personWith({ roles: ['credit_manager'], email, name: 'Cleo' })
    await app.as(credit).put('/mandate-limits', {
      rows: [
        {
          segment: null,
          currency: 'EUR',
          upToMinor: null,
          approver: 'credit_manager',
          longestExtensionDays: 7,
          mostInstalments: 1,
          smallestFirstPaymentPercent: 50,
          largestDiscountBasisPoints: 0,
          waivesCharges: false,
        },
      ],
    })
    await app.ask()
    await app.minute()
    expect((await app.mail.received()).map(({ to }) => to)).toEqual([[email]])
    await app.submit(await app.linkTo(email), { decision: 'approved' })
    expect(await app.approvals()).toMatchObject([{ decidedBy: credit }])
  })

  test('where a seller has no manager credit is asked, so that nothing waits for nobody', async () => {
    const app = await askedApproval()
    await inOrganisation(app.world.db, app.organisationId, (tx) =>
      tx.updateTable('teams').set({ managerId: null }).where('id', '=', app.teamId).execute(),
    )
    const email = 'cleo@example.test'
    await app.given.personWith({ roles: ['credit_manager'], email })
    await app.ask()
    await app.minute()
    expect((await app.mail.received()).map(({ to }) => to)).toEqual([[email]])
  })

  test('looking, scanning and sending the form as it stands decide nothing', async () => {
    const app = await asked()
    const path = await app.linkTo(ADA)
    const before = await printOf(app)
    const page = await app.read(path)
    expect(page.body).not.toMatch(/(?:href|src|action)="/)
    await app.app.inject({ method: 'HEAD', url: path })
    expect((await app.submit(path, { form: formIn(page.body), note: '' })).statusCode).toBe(422)
    expect((await app.submit(path, { decision: 'maybe' })).statusCode).toBe(422)
    const long = await app.submit(path, { decision: 'approved', note: 'x'.repeat(2001) })
    expect([long.statusCode, long.body.includes('at most 2,000 characters')]).toEqual([422, true])
    expect(await printOf(app)).toBe(before)
  })

  test('P77 what the asker wrote is text, never markup', async () => {
    const app = await asked({
      note: '</blockquote><script>alert(1)</script>',
      customerName: 'Müller <b>& Söhne',
    })
    const page = await app.read(await app.linkTo(ADA))
    expect(page.body).not.toMatch(/<script|<b>& /)
    expect(page.body).toContain('Müller &lt;b&gt;&amp; Söhne')
  })
})

describe('two who decide', () => {
  test('of the link and the application at once one decides, and the other is told who did', async () => {
    const app = await asked()
    const path = await app.linkTo(ADA)
    const credit = app.as(await app.given.personWith({ roles: ['credit_manager'], name: 'Cleo' }))
    await credit.get('/approvals')

    const [byLink, inApp] = await raceFor(app.world, { table: 'customers', id: app.customerId }, [
      async () => {
        const reply = await app.submit(path, { decision: 'approved' })
        return { status: reply.statusCode, text: reply.body }
      },
      async () => {
        const decision = { decision: 'refused' }
        const reply = await credit.post(`/approvals/${app.approvalId}/decision`, decision)
        return { status: reply.status, text: String(reply.body.code) }
      },
    ])
    if (byLink?.status !== 'fulfilled' || inApp?.status !== 'fulfilled') throw new Error('faults')
    const [row] = await app.approvals()
    const { link, other } =
      row?.decidedHow === 'link'
        ? { link: [200, 'Approved. Thank you.'], other: [409, 'already_decided'] }
        : { link: [409, 'Cleo did not approve this'], other: [201, 'undefined'] }
    expect([byLink.value.status, inApp.value.status]).toEqual([link[0], other[0]])
    expect(byLink.value.text).toContain(link[1])
    expect(inApp.value.text).toBe(other[1])
  })

  test('decided in the application, the link tells by whom and decides nothing', async () => {
    const app = await asked()
    const path = await app.linkTo(ADA)
    const shown = await app.read(path)
    const credit = app.as(await app.given.personWith({ roles: ['credit_manager'], name: 'Cleo' }))
    await credit.post(`/approvals/${app.approvalId}/decision`, { decision: 'refused', note: 'No' })
    expect((await app.links())[0]?.revokedAt).not.toBeNull()
    const late = await app.submit(path, { form: formIn(shown.body), decision: 'approved' })
    expect(late.statusCode).toBe(410)
    expect(late.body).toContain('Cleo did not approve this')
    expect(late.body).not.toContain('<button')
    expect(await app.approvals()).toMatchObject([{ state: 'refused', decidedHow: 'app' }])
  })
})

describe('the end of a link', () => {
  test('it ends with its request, to the second', async () => {
    const app = await asked()
    const path = await app.linkTo(ADA)
    app.setNow('2026-03-11T07:59:59.999Z')
    expect((await app.read(path)).statusCode).toBe(200)
    app.setNow('2026-03-11T08:00:00.001Z')
    const late = await app.submit(path, { decision: 'approved' })
    expect([late.statusCode, late.body.includes('Nobody decided in time')]).toEqual([410, true])
    expect(await app.approvals()).toMatchObject([{ state: 'asked' }])
    await expireApprovals(app.world, app.organisationId)
    expect((await app.read(path)).body).toContain('Nobody decided in time')
    await app.minute()
    expect((await app.as(app.owner).get('/notifications')).body.rows).toMatchObject([
      { title: 'Nobody decided in time for Brasserie du Port' },
    ])
  })

  test('a request taken back leaves nothing to decide', async () => {
    const app = await asked()
    const path = await app.linkTo(ADA)
    await app.seller.post(`/approvals/${app.approvalId}/withdrawal`, {})
    const late = await app.submit(path, { decision: 'approved' })
    expect([late.statusCode, late.body.includes('has taken this request back')]).toEqual([
      410,
      true,
    ])
    expect(await app.approvals()).toMatchObject([{ state: 'withdrawn', decidedBy: null }])
  })

  test.each([
    ['their role', { roles: ['seller' as const] }],
    ['their place here', { leftAt: instant('2026-03-04T08:00:00.000Z') }],
  ])('whoever has lost %s has lost it by the link too', async (_, change) => {
    const app = await asked()
    const path = await app.linkTo(ADA)
    await inOrganisation(app.world.db, app.organisationId, (tx) =>
      tx.updateTable('members').set(change).where('personId', '=', app.boss).execute(),
    )
    const page = await app.read(path)
    expect(page.body).not.toContain('<button')
    const late = await app.submit(path, { decision: 'approved' })
    expect(late.statusCode).toBeGreaterThanOrEqual(404)
    expect(late.body).not.toContain('<button')
    expect(await app.approvals()).toMatchObject([{ state: 'asked' }])
  })

  test('P77 a manager whose team it is no more learns nothing by the link', async () => {
    const app = await asked()
    const path = await app.linkTo(ADA)
    await inOrganisation(app.world.db, app.organisationId, (tx) =>
      tx.updateTable('teams').set({ managerId: null }).where('id', '=', app.teamId).execute(),
    )
    for (const page of [await app.read(path), await app.submit(path, { decision: 'approved' })]) {
      expect(page.statusCode).toBe(410)
      expect(page.body).toContain('This link was taken back')
      expect(page.body).not.toContain('Brasserie')
    }
    expect(await app.approvals()).toMatchObject([{ state: 'asked' }])
  })

  test('what was paid meanwhile is no longer to be agreed, and the page says so', async () => {
    const app = await asked()
    const path = await app.linkTo(ADA)
    await app.given.payment(app.customerId, {
      amountMinor: 431_000,
      openItemId: app.invoice.openItemId,
    })
    const late = await app.submit(path, { decision: 'approved' })
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('What is owed has changed')
    expect(await app.approvals()).toMatchObject([{ state: 'asked' }])
  })
})
