import { describe, expect, test } from 'vitest'

import { addDays, day, instantAt } from '../../../kernel/day.ts'
import { LAST_DAYS } from '../../../testing/last-days.ts'
import { raceFor } from '../../../testing/race.ts'
import { recordApp } from '../../../testing/record-app.ts'

const wave = [Array.from({ length: 30 }, (_, at) => [at * 20, 100 + (at % 5) * 10])]

describe('signing', () => {
  test('takes what was shown only: another text, another sentence or no signature is refused', async () => {
    const app = await recordApp()
    const id = await app.make()
    const codes = []
    for (const wrong of [
      { documentHash: '0'.repeat(64) },
      { consent: 'I agree to something else.' },
      { typed: '' },
      { typed: '', strokes: [[[1, 1]]] },
      {
        strokes: [
          [
            [1, 1],
            [9000, 1],
          ],
        ],
      },
    ]) {
      codes.push((await app.signOnDevice(id, wrong)).body.code)
    }
    expect(codes).toEqual([
      'record_changed',
      'no_consent',
      'signature_missing',
      'signature_unreadable',
      'signature_unreadable',
    ])
    expect((await app.signOnDevice(id, { strokes: wave, typed: '' })).status).toBe(201)
    expect((await app.read(id)).signature).toMatchObject({ method: 'drawn', strokes: wave })
    expect((await app.signOnDevice(id)).body.code).toBe('already_signed')
  })

  test('P03 of two signatures at once one is kept', async () => {
    const app = await recordApp()
    const id = await app.make()
    const held = { table: 'customers', id: app.customerId }
    const two = [() => app.signOnDevice(id), () => app.signOnDevice(id, { name: 'Somebody else' })]
    const settled = await raceFor(app.world, held, two)
    const answers = settled.map((one) =>
      one.status === 'fulfilled' ? String(one.value.body.code ?? 'signed') : String(one.reason),
    )
    expect(answers.toSorted()).toEqual(['already_signed', 'signed'])
  })

  test('a link and a device at once make one signature', async () => {
    const app = await recordApp()
    const id = await app.make()
    const path = await app.link(id)
    const code = await app.code(path)
    const held = { table: 'customers', id: app.customerId }
    const form = { do: 'sign', name: 'C', typed: 'C', consent: 'yes', code }
    await raceFor<unknown>(app.world, held, [
      () => app.submit(path, form),
      () => app.signOnDevice(id),
    ])
    const rows = await app.given.within((tx) =>
      tx.selectFrom('recordSignatures').select('id').execute(),
    )
    expect(rows).toHaveLength(1)
    expect((await app.read(id)).state).toBe('signed')
  })

  test('withdrawing and signing at once leave no signature on what was withdrawn before it', async () => {
    const app = await recordApp()
    const id = await app.make()
    const held = { table: 'customers', id: app.customerId }
    const withdraw = () => app.collector.post(`/records/${id}/withdrawal`, { why: 'Wrong invoice' })
    const [signed, withdrawn] = await raceFor(app.world, held, [
      () => app.signOnDevice(id),
      withdraw,
    ])
    const codeOf = (one: typeof signed) =>
      one?.status === 'fulfilled' ? (one.value.body.code ?? 'done') : 'failed'
    // Whoever came first: a signed record can still be withdrawn, a withdrawn one not signed.
    expect(['done', 'record_ended']).toContain(codeOf(signed))
    expect(codeOf(withdrawn)).toBe('done')
    expect((await app.read(id)).state).toBe('withdrawn')
    expect((await withdraw()).body.code).toBe('record_ended')
  })

  test('the customer says what is wrong instead, and nothing can be signed then', async () => {
    const app = await recordApp()
    const id = await app.make()
    const path = await app.link(id)
    const missing = await app.submit(path, { do: 'refuse' })
    expect(missing.body).toContain('Say in a few words what is wrong.')
    const form = { do: 'refuse', why: 'The <b>amount</b> is wrong' }
    expect((await app.submit(path, form)).body).toContain('Noted: you do not sign this.')
    expect(await app.read(id)).toMatchObject({
      state: 'refused',
      ending: { kind: 'refused', why: 'The <b>amount</b> is wrong', by: null },
    })
    // No code is asked for what binds nobody; what is known of whoever had the link is kept.
    expect((await app.read(id)).ending.from).toEqual({
      address: 'claire.roux@example.test',
      from: '127.0.0.1',
      agent: 'An old phone',
    })
    expect((await app.read(id)).audit.at(-1)).toMatchObject({ name: 'refused', by: null })
    expect((await app.signOnDevice(id)).body.code).toBe('record_ended')
    expect((await app.open(path)).body).toContain('Noted: you do not sign this.')
  })

  test('P78 refusing needs no code, signing does, and refusing spends none of its attempts', async () => {
    const app = await recordApp()
    const path = await app.link(await app.make())
    const form = { name: 'C', typed: 'C', consent: 'yes' }
    expect((await app.submit(path, { ...form, do: 'sign' })).body).toContain('Enter the code first')
    expect((await app.submit(path, { do: 'refuse', code: '000000' })).statusCode).toBe(422)
    const refused = await app.submit(path, { ...form, do: 'refuse', why: 'No', code: '000000' })
    expect(refused.body).toContain('Noted: you do not sign this.')
    const links = await app.given.within((tx) =>
      tx.selectFrom('signedLinks').select(['uses', 'codeAttempts']).execute(),
    )
    expect(links).toEqual([{ uses: 1, codeAttempts: 0 }])
  })

  test('a typed name works without any script, and what is missing is said', async () => {
    const app = await recordApp()
    const id = await app.make()
    const path = await app.link(id)
    const says = async (form: Record<string, string>) => (await app.submit(path, form)).body
    expect(await says({ do: 'sign' })).toContain('Enter your name first.')
    expect(await says({ do: 'sign', name: 'C' })).toContain('Type your name as the signature')
    expect(await says({ do: 'sign', name: 'C', typed: 'C' })).toContain('Tick the sentence')
    const whole = { do: 'sign', name: 'C', typed: 'C', consent: 'yes' }
    expect(await says(whole)).toContain('Enter the code first.')
    expect(await says({ ...whole, strokes: '[[["<svg' })).toContain('Enter the code first.')
    expect((await app.read(id)).state).toBe('waiting')
    expect((await app.signByLink(path)).body).toContain('Thank you. It is signed.')
  })

  test('while the organisation tries things out, what is signed by link proves nothing', async () => {
    const app = await recordApp()
    await app.given.testMode(true)
    const id = await app.make()
    const path = await app.link(id)
    expect((await app.open(path)).body).toContain('This is a test.')
    await app.signByLink(path)
    await app.seal(id)
    const record = await app.read(id)
    expect(record.signature.isTest).toBe(true)
    expect(record.restarts).toEqual([])
  })
})

describe('a link to sign', () => {
  test.each(LAST_DAYS)(
    'P71 in %s ends with the day %s',
    async (timeZone, lastDay, before, after) => {
      const app = await recordApp({ now: instantAt(timeZone, addDays(day(lastDay), -14), '12:00') })
      await app.given.within((tx) => tx.updateTable('legalEntities').set({ timeZone }).execute())
      const id = await app.make({}, app.as('collector'))
      const path = await app.link(id)
      app.setNow(`${before}:59Z`)
      const code = await app.code(path)
      app.setNow(`${after}:00Z`)
      const form = { do: 'sign', name: 'C', typed: 'C', consent: 'yes', code }
      expect((await app.open(path)).statusCode).toBe(410)
      expect((await app.submit(path, form)).statusCode).toBe(410)
      app.setNow(`${before}:59Z`)
      expect((await app.open(path)).statusCode).toBe(200)
      expect((await app.submit(path, form)).body).toContain('Thank you. It is signed.')
    },
  )

  test('gives way to a new one, and ends with the record', async () => {
    const app = await recordApp()
    const id = await app.make()
    const first = await app.link(id)
    const second = await app.link(id)
    expect((await app.open(first)).body).toContain('This link was taken back')
    expect((await app.open(second)).statusCode).toBe(200)
    await app.collector.post(`/records/${id}/withdrawal`, { why: 'Another amount' })
    expect((await app.open(second)).body).toContain('not waiting for a signature any more')
  })

  test.each([
    ['in its last second', '2026-03-18T22:59:59Z', 200],
    ['after the fourteenth day', '2026-03-18T23:00:00Z', 410],
  ])('opens %s or not', async (_, now, status) => {
    const app = await recordApp()
    const path = await app.link(await app.make())
    app.setNow(now)
    expect((await app.open(path)).statusCode).toBe(status)
  })

  test('P78 goes to the customer and never to whoever works here', async () => {
    const app = await recordApp()
    const id = await app.make()
    const email = await app.given.personWith({
      roles: ['seller'],
      email: 'lea.seller@example.test',
    })
    expect(email).toBeDefined()
    const asked = await app.ask(id, { address: 'Lea.Seller@example.test' })
    expect(asked.body.code).toBe('signer_is_colleague')
  })
})

describe('what is frozen', () => {
  test('is what was previewed: when money comes in between, it says so', async () => {
    const app = await recordApp()
    const seen = await app.collector.post(`/customers/${app.customerId}/record-preview`, app.draft)
    await app.given.payment(app.customerId, {
      amountMinor: 90_00,
      openItemId: app.second.openItemId,
    })
    const made = await app.collector.post(`/customers/${app.customerId}/records`, {
      id: crypto.randomUUID(),
      draft: { ...app.draft, openItemIds: [app.first.openItemId] },
      documentHash: seen.body.documentHash,
    })
    expect([made.status, made.body.code]).toEqual([409, 'record_changed'])
  })

  test('sent twice with the same id it is one record', async () => {
    const app = await recordApp()
    const { body } = await app.collector.post(
      `/customers/${app.customerId}/record-preview`,
      app.draft,
    )
    const whole = { id: crypto.randomUUID(), draft: app.draft, documentHash: body.documentHash }
    const url = `/customers/${app.customerId}/records`
    const both = [await app.collector.post(url, whole), await app.collector.post(url, whole)]
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect((await app.collector.get(url)).body.records).toHaveLength(1)
  })

  test('says in its first line that the ledger is old', async () => {
    const app = await recordApp()
    app.setNow('2026-03-08T08:00:00Z')
    const { document } = await app.read(await app.make())
    expect(document.firstLine.isWarning).toBe(true)
    expect(document.firstLine.text).toContain('may be out of date: the ledger is of 4 Mar 2026')
  })

  test('a signed record stays in force until the one that replaces it is signed', async () => {
    const app = await recordApp()
    const old = await app.make()
    await app.signOnDevice(old)
    const next = await app.make({ supersedesId: old })
    expect((await app.read(old)).state).toBe('signed')
    await app.signOnDevice(next)
    expect(await app.read(old)).toMatchObject({ state: 'superseded', supersededBy: { id: next } })
  })

  test('P77 names and words are text, on the page and in the document', async () => {
    const name = 'Müller <b>& "Söhne"</b> #include("/etc/passwd") $x$'
    const app = await recordApp({ customerName: name })
    const id = await app.make({
      signer: { name: '<img src=x onerror=alert(1)>', role: '', address: '' },
    })
    const path = await app.link(id)
    const { body } = await app.open(path)
    expect(body).not.toMatch(/<img|<b>& /)
    await app.signOnDevice(id, { name: '*bold* \\ #panic()' })
    await app.seal(id)
    expect((await app.file(id)).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

test('P77 a seller sees and signs nothing of a colleague’s customer', async () => {
  const app = await recordApp()
  const id = await app.make()
  const seller = app.as(await app.given.person('seller'))
  for (const url of [`/records/${id}`, `/records/${id}/file`]) {
    expect((await seller.get(url)).status).toBe(404)
  }
  expect((await app.signOnDevice(id, {}, seller)).body.code).toBe('no_such_record')
  const list = await seller.get(`/customers/${app.customerId}/records`)
  expect(list.body.code).toBe('no_such_customer')
})
