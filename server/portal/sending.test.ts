import { expect, test } from 'vitest'

import { inOrganisation } from '../database/tenancy.ts'
import { askedQuestion, linkIn } from '../testing/asked-question.ts'

type Asked = Awaited<ReturnType<typeof askedQuestion>>

function linksOf({ world, organisationId }: Asked) {
  return inOrganisation(world.db, organisationId, (tx) =>
    tx.selectFrom('signedLinks').select(['id', 'revokedAt']).orderBy('id').execute(),
  )
}

test('P03 a question is mailed once, however often its job comes', async () => {
  const asked = await askedQuestion()
  await asked.send()
  await Promise.all([asked.sendAgain(), asked.sendAgain(), asked.sendAgain()])
  expect(await asked.mail.received()).toHaveLength(1)
  expect(await linksOf(asked)).toHaveLength(1)
})

test('P03 jobs that come at once send one mail', async () => {
  const asked = await askedQuestion()
  await Promise.all([asked.sendAgain(), asked.sendAgain(), asked.sendAgain()])
  expect(await asked.mail.received()).toHaveLength(1)
})

test('P05 a mail that may have left is never sent again, and its link stays good', async () => {
  const asked = await askedQuestion()
  const { world, organisationId, questionId } = asked
  const path = await asked.send()
  await inOrganisation(world.db, organisationId, (tx) =>
    tx
      .updateTable('disputeQuestions')
      .set({ delivery: 'handed_over', handedOverBy: 'a process that died' })
      .where('id', '=', questionId)
      .execute(),
  )
  await asked.sendAgain()
  expect(await asked.questions()).toMatchObject([{ delivery: 'unknown' }])
  expect(await asked.mail.received()).toHaveLength(1)
  expect((await asked.read(path)).statusCode).toBe(200)
})

test('a mail that did not leave ends its link; the next try makes another', async () => {
  const asked = await askedQuestion()
  const { id } = (await asked.ask({ email: 'defer-rcpt@example.test' })).body
  const { sendQuestion } = await import('../collecting/desk/questions/send.ts')
  const which = { organisationId: asked.organisationId, questionId: id }
  await expect(sendQuestion(asked.world, which)).rejects.toThrow('not sent: deferred')
  await expect(sendQuestion(asked.world, which)).rejects.toThrow('not sent: deferred')
  const links = await linksOf(asked)
  expect(links.map(({ revokedAt }) => revokedAt !== null)).toEqual([true, true])
  expect(await asked.questions()).toMatchObject([{ delivery: 'waiting' }, { delivery: 'waiting' }])
})

test('a refused address is shown, and has no link', async () => {
  const asked = await askedQuestion()
  const { id } = (await asked.ask({ email: 'reject-rcpt@example.test' })).body
  const { sendQuestion } = await import('../collecting/desk/questions/send.ts')
  await sendQuestion(asked.world, { organisationId: asked.organisationId, questionId: id })
  expect((await asked.questions())[0]).toMatchObject({ id, delivery: 'refused' })
  expect((await linksOf(asked)).every(({ revokedAt }) => revokedAt !== null)).toBe(true)
})

test('while the organisation tries things out the mail goes to who asked', async () => {
  const asked = await askedQuestion()
  await asked.given.testMode(true)
  await asked.send()
  const [mail] = await asked.mail.received()
  expect(mail?.to[0]).toMatch(/^collector\./)
  expect(mail?.source).toMatch(/^Subject: \[Test\]/m)
})

test('a question withdrawn before its mail left is not sent', async () => {
  const asked = await askedQuestion()
  await asked.collector.post(`/dispute-questions/${asked.questionId}/withdrawal`)
  await asked.sendAgain()
  expect(await asked.mail.received()).toEqual([])
})

test('the link is in the mail to the recipient and in no other mail', async () => {
  const asked = await askedQuestion()
  await asked.send()
  const received = await asked.mail.received()
  const path = await linkIn(received[0])
  expect(received).toHaveLength(1)
  expect(received[0]?.to).toEqual(['lena.lager@example.test'])
  expect(path).toMatch(/^\/l\/[\w-]{64}$/)
})
