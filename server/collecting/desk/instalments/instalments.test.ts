import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'

import { day, instant } from '../../../kernel/day.ts'
import { collectingApp } from '../../../testing/collecting-app.ts'
import { settleCommitments } from '../commitments/commitments.ts'
import { sendOwn } from '../outcomes/send.ts'
import { remindInstalments } from './instalments.ts'

/** A plan of two instalments of 500 €, on 16 March and 15 April, agreed on Wednesday 4 March. */
async function planned(fields: { remindsDaysBefore?: number | null; language?: 'en' | 'de' } = {}) {
  const app = await collectingApp({ now: '2026-03-04T08:00:00Z' })
  const { given, world, organisationId } = app
  const debtor = await app.debtor({ daysLate: 20, totalMinor: 1_000_00 })
  await given.within((tx) =>
    tx
      .updateTable('contacts')
      .set({ language: fields.language ?? 'en' })
      .where('customerId', '=', debtor.id)
      .execute(),
  )
  const credit = app.as('credit_manager')
  const agreed = await credit.post(`/customers/${debtor.id}/plans`, {
    currency: 'EUR',
    items: [{ openItemId: debtor.openItemId, minor: 1_000_00 }],
    instalments: [
      { dueOn: '2026-03-16', minor: 500_00 },
      { dueOn: '2026-04-15', minor: 500_00 },
    ],
    ...('remindsDaysBefore' in fields ? { remindsDaysBefore: fields.remindsDaysBefore } : {}),
  })
  const planId = String(agreed.body.id)
  await given.within((tx) =>
    tx
      .updateTable('plans')
      .set({ state: 'agreed', agreedOn: day('2026-03-04') })
      .where('id', '=', planId)
      .execute(),
  )

  async function at(now: string): Promise<number> {
    app.setNow(now)
    await given.freshFacts()
    return remindInstalments(world, organisationId)
  }
  async function deliver(): Promise<void> {
    for (const { id, state } of await app.rows.messages()) {
      if (state === 'claimed') await sendOwn(world, { organisationId, messageId: id })
    }
  }
  const mails = () => app.mail.received()
  return { ...app, ...debtor, planId, at, deliver, mails }
}

test('an announcement that waits to be handed over does not leave once another plan took over', async () => {
  const app = await planned()
  expect(await app.at('2026-03-13T09:00:00Z')).toBe(1)
  const replaced = await app.as('credit_manager').post(`/plans/${app.planId}/replacement`, {
    currency: 'EUR',
    items: [{ openItemId: app.openItemId, minor: 1_000_00 }],
    instalments: [{ dueOn: '2026-04-30', minor: 1_000_00 }],
  })
  expect(replaced.status).toBe(201)
  await app.deliver()
  expect(await app.mails()).toEqual([])
  expect(await app.at('2026-03-16T09:00:00Z')).toBe(0)
  expect(await app.at('2026-04-27T09:00:00Z')).toBe(1)
})

describe('before an instalment', () => {
  test.each([
    ['four days before: not yet', '2026-03-12T09:00:00Z', 0],
    ['three days before', '2026-03-13T09:00:00Z', 1],
    ['on its day, when the server was off', '2026-03-16T09:00:00Z', 1],
    ['the day after: too late to announce', '2026-03-17T09:00:00Z', 0],
    ['at six in the morning: not before hours', '2026-03-13T05:00:00Z', 0],
    ['on a Saturday: not a working day', '2026-03-14T09:00:00Z', 0],
  ])('%s', async (_what, now, count) => {
    const app = await planned()
    expect(await app.at(now)).toBe(count)
  })

  test('the customer is told what and when, once, in their language', async () => {
    const app = await planned({ language: 'de' })
    await app.at('2026-03-13T09:00:00Z')
    await Promise.all([app.at('2026-03-13T10:00:00Z'), app.at('2026-03-13T10:00:00Z')])
    await app.deliver()
    await app.deliver()
    const [mail, ...more] = await app.mails()
    expect(more).toEqual([])
    const { subject, text = '' } = await PostalMime.parse(Buffer.from(mail?.source ?? '', 'latin1'))
    expect(subject).toBe('Rate 1 von 2: 500,00\u00A0€ am 16. März 2026')
    expect(text).toContain('500,00\u00A0€ am 16. März 2026 (Rate 1 von 2)')
    expect(await app.at('2026-03-16T09:00:00Z')).toBe(0)
    const { body } = await app.as('collector').get(`/customers/${app.id}/timeline`)
    expect(JSON.stringify(body)).toContain('instalment.announced')
  })

  test('a plan that announces nothing announces nothing', async () => {
    const app = await planned({ remindsDaysBefore: null })
    expect(await app.at('2026-03-13T09:00:00Z')).toBe(0)
  })
})

describe('what keeps it back', () => {
  test('P36 the money came before it was announced', async () => {
    const app = await planned()
    await app.given.payment(app.id, { amountMinor: 500_00, openItemId: app.openItemId })
    expect(await app.at('2026-03-13T09:00:00Z')).toBe(0)
  })

  test('P36 the money came between the claim and the sending', async () => {
    const app = await planned()
    expect(await app.at('2026-03-13T09:00:00Z')).toBe(1)
    await app.given.payment(app.id, { amountMinor: 500_00, openItemId: app.openItemId })
    await app.deliver()
    expect(await app.mails()).toEqual([])
    expect(await app.rows.messages()).toMatchObject([{ state: 'withdrawn' }])
  })

  test('a part of it paid announces the rest', async () => {
    const app = await planned()
    await app.given.payment(app.id, { amountMinor: 200_00, openItemId: app.openItemId })
    await app.at('2026-03-13T09:00:00Z')
    await app.deliver()
    const [mail] = await app.mails()
    const { subject } = await PostalMime.parse(Buffer.from(mail?.source ?? '', 'latin1'))
    expect(subject).toContain('€300.00')
  })

  test('a dispute about what it covers; it goes once that is settled', async () => {
    const app = await planned()
    const opened = await app.collector.post(`/receivables/${app.invoiceId}/disputes`, {
      reason: 'price',
      amountMinor: 100_00,
    })
    expect(await app.at('2026-03-13T09:00:00Z')).toBe(0)
    const collector = app.as('collector')
    await collector.post(`/disputes/${opened.body.id}/resolution`, { resolution: 'withdrawn' })
    expect(await app.at('2026-03-13T10:00:00Z')).toBe(1)
  })

  test('whoever asked not to be written to is not', async () => {
    const app = await planned()
    await app.given.within((tx) => tx.updateTable('contacts').set({ doNotContact: true }).execute())
    expect(await app.at('2026-03-13T09:00:00Z')).toBe(0)
  })

  test.each([
    ['nobody to write to', { removedAt: instant('2026-03-05T00:00:00Z') }],
    ['nobody who may be written to', { doNotContact: true }],
    ['an address that came back', { emailBouncedAt: instant('2026-03-05T00:00:00Z') }],
  ])(
    '%s: somebody is asked to tell them, once, and it goes by mail once it can',
    async (_, gone) => {
      const app = await planned()
      const change = (set: object) =>
        app.given.within((tx) => tx.updateTable('contacts').set(set).execute())
      await change(gone)
      expect(await app.at('2026-03-12T09:00:00Z')).toBe(0)
      expect(await app.rows.tasks()).toEqual([])
      await app.at('2026-03-13T09:00:00Z')
      await Promise.all([app.at('2026-03-13T10:00:00Z'), app.at('2026-03-13T10:00:00Z')])
      expect(await app.rows.tasks()).toMatchObject([
        { kind: 'contact', lane: 'finance', note: '500.00 EUR · 2026-03-16', state: 'open' },
      ])
      const [task] = await app.rows.tasks()
      await app.as('collector').post(`/tasks/${task?.id}/completion`, { outcome: 'other' })
      await app.at('2026-03-13T11:00:00Z')
      expect(await app.rows.tasks()).toHaveLength(1)
      await change({ removedAt: null, doNotContact: false, emailBouncedAt: null })
      expect(await app.at('2026-03-13T12:00:00Z')).toBe(1)
    },
  )

  test('a dispute asks nobody to look for an address', async () => {
    const app = await planned()
    await app.collector.post(`/receivables/${app.invoiceId}/disputes`, { reason: 'price' })
    await app.given.within((tx) => tx.updateTable('contacts').set({ doNotContact: true }).execute())
    expect(await app.at('2026-03-13T09:00:00Z')).toBe(0)
    expect((await app.rows.tasks()).filter(({ kind }) => kind === 'contact')).toEqual([])
  })

  test('P05 killed between claim and hand-over it goes once, by whoever looks next', async () => {
    const app = await planned()
    await app.at('2026-03-13T09:00:00Z')
    await app.tend()
    await app.deliver()
    expect(await app.mails()).toHaveLength(1)
  })
})

test('a missed instalment gives finance back what is left, and no more is announced', async () => {
  const app = await planned()
  await app.given.payment(app.id, { amountMinor: 200_00, openItemId: app.openItemId })
  expect(await app.told(await app.plan(), app.id)).toBe('held promised')
  app.setNow('2026-03-21T09:00:00Z')
  await settleCommitments(app.world, app.organisationId)
  app.setNow('2026-03-23T09:00:00Z')
  await app.given.freshFacts()
  const runId = await app.plan()
  expect(await app.told(runId, app.id)).toBe('task call')
  expect((await app.entryOf(runId, app.id)).totals).toEqual([{ currency: 'EUR', minor: 800_00 }])
  expect(await app.at('2026-04-13T09:00:00Z')).toBe(0)
})
