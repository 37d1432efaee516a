import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'

import { day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { collectingApp } from '../../testing/collecting-app.ts'
import { logged } from '../../testing/conversation.ts'
import { stepAt } from '../../testing/gate-facts.ts'

const spoken = { happenedAt: '2026-03-04T07:55:00.000Z', said: 'They pay in April' }

/** A customer of a seller who owes an invoice for which the final notice is due. */
async function beforeTheFinalNotice(fields: { now?: string; steps?: 'seller_signs' } = {}) {
  const steps = [
    stepAt('final', 28, {
      templateKey: 'reminder_final',
      announces: 'management_call',
      lane: fields.steps === 'seller_signs' ? 'seller' : 'finance',
    }),
    stepAt('call', 60, { channel: 'call', templateKey: null, fallbackChannels: ['letter'] }),
  ]
  const app = await collectingApp({ now: fields.now ?? '2026-03-04T08:00:00Z', content: { steps } })
  const seller = await app.given.personWith({ roles: ['seller'], name: 'Sam Seller' })
  const { id } = await app.debtor({ daysLate: 30 })
  await app.given.within((tx) =>
    tx.updateTable('customers').set({ ownerId: seller }).where('id', '=', id).execute(),
  )
  const met = (onDay: string) =>
    app.given.within((tx) =>
      tx
        .insertInto('meetings')
        .values({
          id: newId(),
          organisationId: app.organisationId,
          customerId: id,
          personId: seller,
          onDay: day(onDay),
        })
        .execute(),
    )
  return { ...app, seller, id, met }
}

describe('what finance and the seller say goes together', () => {
  test('a final notice waits five business days of the place after a visit, and says why', async () => {
    const app = await beforeTheFinalNotice()
    await app.met('2026-03-03')
    expect(await app.told(await app.plan(), app.id)).toBe('held seller_spoke')
    const { body: why } = await app.collector.get(`/customers/${app.id}/why`)
    expect(why).toMatchObject({
      decision: 'held',
      reasons: [{ code: 'seller_spoke', values: { on: '2026-03-03', until: '2026-03-10' } }],
    })

    app.setNow('2026-03-10T08:00:00Z')
    await app.given.freshFacts()
    expect(await app.told(await app.plan(), app.id)).toBe('held seller_spoke')
    app.setNow('2026-03-11T08:00:00Z')
    await app.given.freshFacts()
    const runId = await app.plan()
    expect(await app.told(runId, app.id)).toBe('message final')
  })

  test('a policy of no days holds nothing', async () => {
    const app = await beforeTheFinalNotice()
    await app.met('2026-03-03')
    await app.as('administrator').patch('/organisation/policy', { toneGapDays: 0 })
    expect(await app.told(await app.plan(), app.id)).toBe('message final')
  })

  test('a call that the seller logs between plan and sending keeps the notice back', async () => {
    const app = await beforeTheFinalNotice()
    const runId = await app.plan()
    expect(await app.told(runId, app.id)).toBe('message final')
    await logged(app.as(app.seller), app.id, { kind: 'short_of_cash' }, spoken)
    await app.send(runId)
    expect(await app.told(runId, app.id)).toMatch(/^suppressed (seller_spoke|step_changed)/)
    expect(JSON.stringify(await app.entryOf(runId, app.id))).toContain('seller_spoke')
    expect(await app.mail.received()).toEqual([])
  })

  test.each([
    ['a call of finance', 'collector', 'other'],
    ['a call of the seller that reached nobody', 'seller', 'not_reached'],
    ['a refusal', 'seller', 'refuses'],
  ])('%s is no friendly visit', async (_what, who, outcome) => {
    const app = await beforeTheFinalNotice()
    await app.as('administrator').patch('/organisation/policy', { minimumGapDays: 0 })
    const caller = who === 'seller' ? app.as(app.seller) : app.as('collector')
    await logged(caller, app.id, { kind: outcome }, spoken)
    expect(await app.told(await app.plan(), app.id)).toBe('message final')
  })

  test('while the seller waits for an approval nothing hard goes out', async () => {
    const app = await beforeTheFinalNotice()
    const items = await app.given.within((tx) =>
      tx.selectFrom('openItems').select('id').where('customerId', '=', app.id).execute(),
    )
    const asked = await app.as(app.seller).post(`/customers/${app.id}/approvals`, {
      promise: {
        openItemId: items[0]?.id,
        amount: { minor: 100_00, currency: 'EUR' },
        promisedFor: '2026-05-04',
      },
    })
    expect(asked.status).toBe(201)
    expect(await app.told(await app.plan(), app.id)).toBe('held seller_question_open')
    await app.as(app.seller).post(`/approvals/${asked.body.id}/withdrawal`, {})
    expect(await app.told(await app.plan(true), app.id)).toBe('message final')
  })
})

describe('what is formal', () => {
  test('never carries the seller’s name, though a playbook says so', async () => {
    const app = await beforeTheFinalNotice({ steps: 'seller_signs' })
    await app.planAndSend()
    const [mail] = await app.mail.received()
    expect(mail).toBeDefined()
    const { from, text = '' } = await PostalMime.parse(Buffer.from(mail?.source ?? '', 'latin1'))
    expect(from?.name).toBe('A collector')
    expect(`${text}${mail?.source}`).not.toContain('Sam Seller')
  })

  test('comes from the company where the one who would sign is the seller too', async () => {
    const app = await beforeTheFinalNotice()
    await app.given.within(async (tx) => {
      await tx
        .updateTable('members')
        .set({ roles: ['seller', 'collector'] })
        .where('personId', '=', app.seller)
        .execute()
      await tx
        .updateTable('customers')
        .set({ collectorId: app.seller })
        .where('id', '=', app.id)
        .execute()
    })
    const runId = await app.plan()
    await app.given.within((tx) =>
      tx.updateTable('runs').set({ approvedBy: app.seller }).where('id', '=', runId).execute(),
    )
    await app.send(runId)
    const [mail] = await app.mail.received()
    expect(mail?.source).not.toContain('Sam Seller')
  })
})
