import { describe, expect, test } from 'vitest'

import { newId } from '../../../kernel/ids.ts'
import { raceFor } from '../../../testing/race.ts'
import { recordApp } from '../../../testing/record-app.ts'

type App = Awaited<ReturnType<typeof recordApp>>

/** Makes a record in the place of another; the answer as it comes. */
async function replacing({ collector, customerId, draft }: App, supersedesId: string) {
  const whole = { ...draft, supersedesId }
  const { body } = await collector.post(`/customers/${customerId}/record-preview`, whole)
  const { documentHash } = body
  const making = { id: newId(), draft: whole, documentHash }
  return () => collector.post(`/customers/${customerId}/records`, making)
}

describe('a record that takes the place of another', () => {
  test('begins as that was, and its signing link is dead from then on', async () => {
    const app = await recordApp()
    const talk = {
      on: '2026-03-03',
      channel: 'visit',
      said: 'Next week.',
      agreed: '',
      where: 'Lyon',
    }
    const old = await app.make({ talk })
    const { draft } = await app.read(old)
    expect(draft).toMatchObject({ talk, openItemIds: app.draft.openItemIds, kind: app.draft.kind })
    const path = await app.link(old)
    const next = await app.make({ supersedesId: old })

    expect(await app.read(old)).toMatchObject({
      state: 'superseded',
      supersededBy: { id: next, state: 'waiting' },
    })
    expect(await app.read(next)).toMatchObject({ state: 'waiting', supersedesId: old })
    // Not only refused by the record's state: the link itself has ended.
    const links = await app.given.within((tx) =>
      tx.selectFrom('signedLinks').select('revokedAt').execute(),
    )
    expect(links.map(({ revokedAt }) => revokedAt !== null)).toEqual([true])
    expect((await app.open(path)).body).toContain('not waiting for a signature any more')
    const signing = await app.signByLink(path)
    expect(signing.body).not.toContain('Thank you')
    expect((await app.submit(path, { do: 'refuse', why: 'No' })).body).not.toContain('Noted')
    expect((await app.signOnDevice(old)).body.code).toBe('record_ended')
    expect((await app.ask(old)).body.code).toBe('record_ended')
    expect((await app.signOnDevice(next)).status).toBe(201)
  })

  test('a link that waits to be mailed is given up with the record that it was for', async () => {
    const app = await recordApp()
    const old = await app.make()
    await app.ask(old)
    await app.make({ supersedesId: old })
    await app.sendMails()
    expect(await app.mail.received()).toHaveLength(0)
    expect((await app.read(old)).mails).toMatchObject([{ kind: 'request', delivery: 'given_up' }])
  })

  test('P03 of two that replace the same at once one does', async () => {
    const app = await recordApp()
    const old = await app.make()
    const held = { table: 'customers', id: app.customerId }
    const settled = await raceFor(app.world, held, [
      await replacing(app, old),
      await replacing(app, old),
    ])
    const answers = settled.map((one) =>
      one.status === 'fulfilled' ? String(one.value.body.code ?? 'made') : String(one.reason),
    )
    expect(answers.toSorted()).toEqual(['made', 'record_ended'])
  })

  test('P78 whoever signs by the old link while it is replaced signs nothing, or signs first', async () => {
    const app = await recordApp()
    const old = await app.make()
    const path = await app.link(old)
    const code = await app.code(path)
    const form = { do: 'sign', name: 'C', typed: 'C', consent: 'yes', code }
    const held = { table: 'customers', id: app.customerId }
    const replace = await replacing(app, old)
    await raceFor<unknown>(app.world, held, [() => app.submit(path, form), replace])
    const { state, signature } = await app.read(old)
    expect([state, signature !== null]).toEqual(
      signature ? ['signed', true] : ['superseded', false],
    )
  })

  test('when it is refused and a third one signed, the first does not count beside the third', async () => {
    const app = await recordApp()
    const first = await app.make()
    await app.signOnDevice(first)
    const second = await app.make({ supersedesId: first })
    await app.submit(await app.link(second), { do: 'refuse', why: 'Not what I said' })
    expect(await app.read(first)).toMatchObject({
      state: 'signed',
      supersededBy: { id: second, state: 'refused' },
    })
    expect((await (await replacing(app, first))()).body.code).toBe('record_ended')
    const third = await app.make({ supersedesId: second })
    await app.signOnDevice(third)
    const names = async (id: string) =>
      (await app.read(id)).audit.map(({ name }: { name: string }) => name)
    expect((await app.read(first)).state).toBe('superseded')
    expect((await app.read(second)).state).toBe('refused')
    expect([await names(first), await names(second)].map((all) => all.at(-1))).toEqual([
      'superseded',
      'superseded',
    ])
  })

  test('one that was withdrawn can be made anew in its place, of the same customer only', async () => {
    const app = await recordApp()
    const old = await app.make()
    await app.collector.post(`/records/${old}/withdrawal`, { why: 'A wrong invoice' })
    const next = await app.make({ supersedesId: old })
    expect(await app.read(old)).toMatchObject({ state: 'withdrawn', supersededBy: { id: next } })

    const other = await app.given.customer({ name: 'Somebody else' })
    const talk = { on: '2026-03-03', channel: 'call' }
    const draft = { ...app.draft, kind: 'conversation', talk, openItemIds: [], supersedesId: next }
    const { body } = await app.collector.post(`/customers/${other}/record-preview`, draft)
    const { documentHash } = body
    const making = { id: newId(), draft, documentHash }
    const made = await app.collector.post(`/customers/${other}/records`, making)
    expect(made.body.code).toBe('no_such_record')
    expect((await app.read(next)).state).toBe('waiting')
  })
})

describe('a promise that a record repeats', () => {
  test('says so once that is signed, and no more when it is withdrawn or replaced', async () => {
    const app = await recordApp()
    const taken = await app.collector.post(`/customers/${app.customerId}/promises`, {
      amount: { minor: 1000_00, currency: 'EUR' },
      promisedFor: '2026-03-12',
    })
    const promiseId = taken.body.id
    const shown = async (who = app.collector) =>
      (await who.get(`/promises?customer=${app.customerId}`)).body.rows[0]?.signedRecordId
    const id = await app.make({ promiseId })
    expect(await shown()).toBeNull()
    await app.signOnDevice(id)
    expect(await shown()).toBe(id)

    const next = await app.make({ promiseId, supersedesId: id })
    expect(await shown()).toBe(id)
    await app.signOnDevice(next)
    expect(await shown()).toBe(next)
    await app.collector.post(`/records/${next}/withdrawal`, { why: 'Wrong' })
    expect(await shown()).toBeNull()
  })

  test('not when it was signed as a test', async () => {
    const app = await recordApp()
    await app.given.testMode(true)
    const taken = await app.collector.post(`/customers/${app.customerId}/promises`, {
      amount: { minor: 1000_00, currency: 'EUR' },
      promisedFor: '2026-03-12',
    })
    const id = await app.make({ promiseId: taken.body.id })
    await app.signByLink(await app.link(id))
    expect((await app.read(id)).state).toBe('signed')
    const { body } = await app.collector.get(`/promises?customer=${app.customerId}`)
    expect(body.rows[0].signedRecordId).toBeNull()
  })

  test('a plan says so as well', async () => {
    const app = await recordApp()
    const items = [{ openItemId: app.first.openItemId, minor: 4000_00 }]
    const plan = await app.as('credit_manager').post(`/customers/${app.customerId}/plans`, {
      currency: 'EUR',
      items,
      instalments: [
        { dueOn: '2026-03-06', minor: 2000_00 },
        { dueOn: '2026-03-16', minor: 2000_00 },
      ],
    })
    expect(plan.body).toMatchObject({ state: 'agreed' })
    const shown = async () => (await app.collector.get('/plans')).body.rows[0].signedRecordId
    const id = await app.make({ planId: plan.body.id })
    expect(await shown()).toBeNull()
    await app.signOnDevice(id)
    expect(await shown()).toBe(id)
  })
})
