import { expect, test } from 'vitest'

import { inOrganisation } from '../../database/tenancy.ts'
import { instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { raceFor } from '../../testing/race.ts'
import { testApp } from '../../testing/test-app.ts'
import { actByLink, createLink, makeCode, openLink, revokeLinks, type NewLink } from './index.ts'

async function linked(fields: Partial<NewLink> = {}) {
  const app = await testApp({ now: '2026-03-02T12:00:00Z' })
  const { world, organisation } = app
  const wanted: NewLink = {
    organisationId: organisation,
    purpose: 'answer_dispute',
    subject: { kind: 'dispute_question', id: newId() },
    recipient: { name: 'Lena Lager', address: 'lena@example.test' },
    language: 'de',
    expiresAt: instant('2026-03-09T12:00:00Z'),
    by: { kind: 'system' },
    ...fields,
  }
  const link = await inOrganisation(world.db, organisation, (tx) => createLink(tx, world, wanted))
  let acts = 0
  const act = (form = newId(), more: { token?: string; code?: string } = {}) =>
    actByLink(world, { token: link.token, address: '203.0.113.9', form, ...more }, async () => {
      acts += 1
      return acts
    })
  const row = () =>
    inOrganisation(world.db, organisation, (tx) =>
      tx.selectFrom('signedLinks').selectAll().where('id', '=', link.id).executeTakeFirstOrThrow(),
    )
  const open = (token = link.token) => openLink(world, { token, address: '203.0.113.9' })
  return { ...app, link, wanted, act, acts: () => acts, row, open }
}

/** The code of a refusal, or what came instead. */
async function answerOf(doing: Promise<{ kind: string } | object>): Promise<string> {
  try {
    const answer = await doing
    return 'kind' in answer && typeof answer.kind === 'string' ? answer.kind : 'opened'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

test('a link opens for what it was made for, as often as it is looked at', async () => {
  const { link, wanted, open, row } = await linked()
  for (let times = 0; times < 3; times += 1) {
    expect(await open()).toMatchObject({
      id: link.id,
      purpose: 'answer_dispute',
      subject: wanted.subject,
      recipient: { name: 'Lena Lager', address: 'lena@example.test' },
      language: 'de',
    })
  }
  expect(await row()).toMatchObject({ uses: 0, lastUsedAt: null })
})

test('a link acts once, and the same form sent again is the same use', async () => {
  const { act, acts } = await linked()
  expect(await act('first')).toMatchObject({ kind: 'done', result: 1 })
  expect(await act('first')).toMatchObject({ kind: 'repeated' })
  expect(await answerOf(act('second'))).toBe('link_used')
  expect(acts()).toBe(1)
})

test('a link with three uses acts three times and no more', async () => {
  const { act, acts } = await linked({ maxUses: 3 })
  const answers = []
  for (const form of ['a', 'b', 'b', 'c', 'd']) answers.push(await answerOf(act(form)))
  expect(answers).toEqual(['done', 'done', 'repeated', 'done', 'link_used'])
  expect(acts()).toBe(3)
})

test('P03 of eight uses at once one acts', async () => {
  const { act, acts, link, world } = await linked()
  const contenders = Array.from({ length: 7 }, (_, index) => () => answerOf(act(`form ${index}`)))
  const settled = await raceFor(world, { table: 'signed_links', id: link.id }, contenders)
  const answers = settled.map((one) =>
    one.status === 'fulfilled' ? one.value : String(one.reason),
  )
  expect(answers.toSorted()).toEqual(['done', ...Array.from({ length: 6 }, () => 'link_used')])
  expect(acts()).toBe(1)
})

test('the same form sent twice at once acts once, and both are told that it is done', async () => {
  const { act, acts, link, world } = await linked()
  const twice = [() => answerOf(act('same')), () => answerOf(act('same'))]
  const settled = await raceFor(world, { table: 'signed_links', id: link.id }, twice)
  const answers = settled.map((one) =>
    one.status === 'fulfilled' ? one.value : String(one.reason),
  )
  expect(answers.toSorted()).toEqual(['done', 'repeated'])
  expect(acts()).toBe(1)
})

test('an act that fails takes neither the use nor the code', async () => {
  const { world, link, row, act } = await linked({ needsCode: true })
  const { code } = await makeCode(world, { token: link.token, address: '203.0.113.9' })
  const bearer = { token: link.token, address: '203.0.113.9', form: 'f', code }
  const failing = actByLink(world, bearer, () =>
    Promise.reject(new Refusal('conflict', 'dispute_not_open')),
  )
  expect(await answerOf(failing)).toBe('dispute_not_open')
  expect(await row()).toMatchObject({ uses: 0 })
  expect(await answerOf(act('g', { code }))).toBe('done')
})

test('a link ends with the second at which it expires, whatever the clock did before', async () => {
  const { act, open, setNow } = await linked({ maxUses: 9 })
  setNow('2026-03-09T11:59:59.999Z')
  expect(await answerOf(open())).toBe('opened')
  expect(await answerOf(act('a'))).toBe('done')
  setNow('2026-03-09T12:00:00.000Z')
  expect(await answerOf(open())).toBe('link_expired')
  expect(await answerOf(act('b'))).toBe('link_expired')
  setNow('2031-01-01T00:00:00Z')
  expect(await answerOf(act('b'))).toBe('link_expired')
  // A clock that was set wrong and goes back gives back what it took, and no use more.
  setNow('2026-03-02T12:00:00Z')
  expect(await answerOf(act('b'))).toBe('done')
  expect(await answerOf(act('a'))).toBe('repeated')
})

test('a revoked link opens nothing, and others of another subject still do', async () => {
  const { world, organisation, wanted, act, open } = await linked()
  const other = await inOrganisation(world.db, organisation, (tx) =>
    createLink(tx, world, { ...wanted, subject: { kind: 'dispute_question', id: newId() } }),
  )
  const revoking = { organisationId: organisation, subject: wanted.subject, by: wanted.by }
  const count = await inOrganisation(world.db, organisation, (tx) =>
    revokeLinks(tx, world, revoking),
  )
  expect(count).toBe(1)
  expect(await answerOf(open())).toBe('link_revoked')
  expect(await answerOf(act('a'))).toBe('link_revoked')
  expect(await answerOf(open(other.token))).toBe('opened')
})

test('P77 a token of one organisation opens nothing in another', async () => {
  const { given, link, open, act } = await linked()
  const theirs = await given.organisation()
  const bytes = Buffer.from(link.token, 'base64url')
  Buffer.from(theirs.replaceAll('-', ''), 'hex').copy(bytes)
  const forged = bytes.toString('base64url')
  expect(await answerOf(open(forged))).toBe('no_such_link')
  expect(await answerOf(act('a', { token: forged }))).toBe('no_such_link')
  bytes.fill(0, 0, 16)
  expect(await answerOf(open(bytes.toString('base64url')))).toBe('no_such_link')
  expect(await answerOf(open('nothing'))).toBe('no_such_link')
})

test('P77 nothing that is kept lets anybody make the address again', async () => {
  const { link, row } = await linked()
  const kept = JSON.stringify(await row())
  expect(kept).not.toContain(link.token)
  expect(kept).not.toContain(link.token.slice(22))
  expect(kept).not.toContain('lena@example.test')
})

test('guessing is slowed down by network, and never stops who holds a link', async () => {
  const { organisation, open, world } = await linked()
  const secret = Buffer.alloc(32, 7)
  const guess = Buffer.concat([Buffer.from(organisation.replaceAll('-', ''), 'hex'), secret])
  const token = guess.toString('base64url')
  const answers = new Set<string>()
  for (let count = 0; count < 31; count += 1) answers.add(await answerOf(open(token)))
  expect([...answers]).toEqual(['no_such_link', 'too_many_attempts'])
  expect(await answerOf(open())).toBe('opened')
  const elsewhere = openLink(world, { token, address: '198.51.100.1' })
  expect(await answerOf(elsewhere)).toBe('no_such_link')
})

test('a link that asks for a code acts with the right one only, once', async () => {
  const { world, link, act, row } = await linked({ needsCode: true, maxUses: 2 })
  const bearer = { token: link.token, address: '203.0.113.9' }
  expect(await answerOf(act('a'))).toBe('code_missing')
  expect(await answerOf(act('a', { code: '123456' }))).toBe('code_expired')
  const { code } = await makeCode(world, bearer)
  expect(await answerOf(act('a', { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` }))).toBe('done')
  expect(await answerOf(act('b', { code }))).toBe('code_expired')
  expect(await row()).toMatchObject({ uses: 1, codeAttempts: 0, codeHash: null })
})

test('a code counts for ten minutes, and a new one ends the one before', async () => {
  const { world, link, act, setNow } = await linked({ needsCode: true, maxUses: 3 })
  const bearer = { token: link.token, address: '203.0.113.9' }
  const first = await makeCode(world, bearer)
  setNow('2026-03-02T12:10:00Z')
  expect(await answerOf(act('a', { code: first.code }))).toBe('code_expired')
  const second = await makeCode(world, bearer)
  setNow('2026-03-02T12:19:59Z')
  const answer = await answerOf(act('a', { code: first.code }))
  expect(answer).toBe(first.code === second.code ? 'done' : 'code_wrong')
  expect(await answerOf(act('b', { code: second.code }))).toBe('done')
})

function wrongOf(code: string): string {
  return code === '000000' ? '000001' : '000000'
}

test('five wrong codes close the link, across codes, and the right one comes too late', async () => {
  const { world, link, act, open, row } = await linked({ needsCode: true })
  const bearer = { token: link.token, address: '203.0.113.9' }
  const first = await makeCode(world, bearer)
  for (const left of [4, 3]) {
    const wrong = await act('a', { code: wrongOf(first.code) })
    expect(wrong).toMatchObject({ kind: 'code_wrong', attemptsLeft: left })
  }
  const second = await makeCode(world, bearer)
  for (const left of [2, 1, 0]) {
    const wrong = await act('a', { code: wrongOf(second.code) })
    expect(wrong).toMatchObject({ kind: 'code_wrong', attemptsLeft: left })
  }
  expect(await answerOf(act('a', { code: second.code }))).toBe('link_closed')
  expect(await answerOf(open())).toBe('link_closed')
  expect(await answerOf(makeCode(world, bearer))).toBe('link_closed')
  expect(await row()).toMatchObject({ uses: 0, codeAttempts: 5 })
})

test('codes are sent five times an hour at most', async () => {
  const { world, link, setNow } = await linked({ needsCode: true })
  const bearer = { token: link.token, address: '203.0.113.9' }
  for (let count = 0; count < 5; count += 1) await makeCode(world, bearer)
  expect(await answerOf(makeCode(world, bearer))).toBe('too_many_attempts')
  setNow('2026-03-02T13:00:00Z')
  expect((await makeCode(world, bearer)).code).toMatch(/^\d{6}$/)
})

test('what happens to a link is in the history, without its address', async () => {
  const { world, organisation, link, wanted, act } = await linked()
  await act('a')
  const revoking = { organisationId: organisation, subject: wanted.subject, by: wanted.by }
  await inOrganisation(world.db, organisation, (tx) => revokeLinks(tx, world, revoking))
  const events = await inOrganisation(world.db, organisation, (tx) =>
    tx.selectFrom('events').selectAll().where('subjectId', '=', link.id).orderBy('id').execute(),
  )
  expect(events.map(({ name }) => name)).toEqual(['link.made', 'link.revoked'])
  expect(JSON.stringify(events)).not.toContain(link.token)
})
