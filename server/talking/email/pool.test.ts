import { getCACertificates, setDefaultCACertificates } from 'node:tls'

import { afterAll, expect, onTestFinished, test } from 'vitest'

import { selfSigned } from '../../testing/mail/certificate.ts'
import { mailServer, startMailServer } from '../../testing/mail/mail-server.ts'
import { openPool, type PoolOptions } from './pool.ts'
import type { Server } from './session.ts'

const PATIENT = { connectSeconds: 2, silenceSeconds: 2, messageSeconds: 1 }
const shared = await startMailServer()
afterAll(() => shared.stop())

const CONTENT = Buffer.from('Subject: hello\r\n\r\n.dots stay\r\n')

function poolTo(server: { host: string; port: number }, more: Partial<Server & PoolOptions> = {}) {
  const { connections = 1, patience = PATIENT, idleSeconds = 5, ...rest } = more
  const pool = openPool(
    { host: server.host, port: server.port, security: 'none', username: '', password: '', ...rest },
    { connections, patience, idleSeconds },
  )
  onTestFinished(() => pool.close())
  const sendTo = (to: string, from = 'us@seller.example', beforeContent = async () => true) =>
    pool.send({ envelope: { from, to: [to] }, content: CONTENT, beforeContent })
  return { ...pool, sendTo }
}

test('a message is accepted with the words of the server, and arrives as it left', async () => {
  const server = await mailServer()

  const delivery = await poolTo(server).sendTo('anna@buyer.example')

  expect(delivery).toEqual({ kind: 'accepted', answer: '250 kept', refusedRecipients: [] })
  expect(await server.received()).toMatchObject([
    { from: 'us@seller.example', to: ['anna@buyer.example'], source: CONTENT.toString() },
  ])
})

test.each([
  [
    'reject-sender@s.example',
    'a@b.example',
    { kind: 'refused', of: 'sender', answer: '553 not from you' },
  ],
  [
    'us@s.example',
    'reject-rcpt@b.example',
    { kind: 'refused', of: 'recipient', answer: '550 no such user here' },
  ],
  ['us@s.example', 'defer-rcpt@b.example', { kind: 'not_sent', reason: 'deferred' }],
  [
    'us@s.example',
    'reject-data@b.example',
    { kind: 'refused', of: 'message', answer: '554 looks like spam' },
  ],
  ['us@s.example', 'defer-data@b.example', { kind: 'not_sent', reason: 'deferred' }],
  ['drop-sender@s.example', 'a@b.example', { kind: 'not_sent', reason: 'connect' }],
  ['us@s.example', 'drop-rcpt@b.example', { kind: 'not_sent', reason: 'connect' }],
  ['us@s.example', 'hang-rcpt@b.example', { kind: 'not_sent', reason: 'connect' }],
  ['us@s.example', 'drop-mid-data@b.example', { kind: 'unknown' }],
  ['us@s.example', 'drop-data@b.example', { kind: 'unknown' }],
  ['us@s.example', 'hang-data@b.example', { kind: 'unknown' }],
])('P05 a message from %s to %s', async (from, to, outcome) => {
  const pool = poolTo(shared)
  const before = (await shared.received()).length

  expect(await pool.sendTo(to, from)).toMatchObject(outcome)

  expect(await pool.sendTo('next@buyer.example')).toMatchObject({ kind: 'accepted' })
  const since = (await shared.received()).slice(before)
  expect(since.filter((mail) => mail.to.includes(to)).length).toBeLessThanOrEqual(1)
  expect(since.filter((mail) => mail.to.includes('next@buyer.example'))).toHaveLength(1)
})

test.each([
  ['us@s.example', 'a@b.example', 1],
  ['us@s.example', 'reject-data@b.example', 1],
  ['us@s.example', 'drop-data@b.example', 1],
  ['reject-sender@s.example', 'a@b.example', 0],
  ['us@s.example', 'reject-rcpt@b.example', 0],
  ['us@s.example', 'defer-rcpt@b.example', 0],
  ['us@s.example', 'drop-rcpt@b.example', 0],
  ['us@s.example', 'hang-rcpt@b.example', 0],
])('P05 of a message from %s to %s the content is let go %i times', async (from, to, times) => {
  let asked = 0
  await poolTo(shared).sendTo(to, from, async () => {
    asked += 1
    return true
  })

  expect(asked).toBe(times)
})

test.each([
  ['forbidden', async () => false],
  ['not known to be allowed', () => Promise.reject(new Error('the database is away'))],
])('P05 content that is %s never leaves, and for certain', async (_what, beforeContent) => {
  const server = await mailServer()
  const pool = poolTo(server)

  const delivery = await pool.sendTo('anna@buyer.example', 'us@s.example', beforeContent)

  expect(delivery).toMatchObject({ kind: 'not_sent', reason: 'called_off' })
  expect(await server.received()).toEqual([])
  expect(await pool.sendTo('next@buyer.example')).toMatchObject({ kind: 'accepted' })
})

test('P05 content that is allowed only after the patience is over stays here', async () => {
  const server = await mailServer()
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 1500))

  const delivery = await poolTo(server).sendTo('anna@buyer.example', 'us@s.example', () => late)
  await late

  expect(delivery).toMatchObject({ kind: 'not_sent' })
  expect(await server.received()).toEqual([])
})

test('one refused recipient among two does not keep the message from the other', async () => {
  const server = await mailServer()
  const { send } = poolTo(server)

  const to = ['anna@buyer.example', 'reject-rcpt@buyer.example']
  const delivery = await send({
    envelope: { from: 'us@seller.example', to },
    content: CONTENT,
    beforeContent: async () => true,
  })

  expect(delivery).toMatchObject({
    kind: 'accepted',
    refusedRecipients: [{ address: 'reject-rcpt@buyer.example', answer: '550 no such user here' }],
  })
  expect(await server.received()).toMatchObject([{ to: ['anna@buyer.example'] }])
})

test('connections are kept for the next message, and never more than allowed', async () => {
  const server = await mailServer()
  const pool = poolTo(server, { connections: 2 })

  const names = Array.from({ length: 12 }, (_, index) => `a${index}@buyer.example`)
  const deliveries = await Promise.all(names.map((to) => pool.sendTo(to)))

  expect(deliveries.every(({ kind }) => kind === 'accepted')).toBe(true)
  const { received, connections } = await server.state()
  expect(new Set(received.map(({ to }) => to[0]))).toEqual(new Set(names))
  expect(received).toHaveLength(names.length)
  expect(connections).toBe(2)
})

test('a kept connection that the server closed meanwhile costs nothing: the message goes over a new one, once', async () => {
  const server = await mailServer()
  const pool = poolTo(server)
  await pool.sendTo('last-of-connection@buyer.example')
  await new Promise((resolve) => setTimeout(resolve, 100))

  expect(await pool.sendTo('anna@buyer.example')).toMatchObject({ kind: 'accepted' })

  const { received, connections } = await server.state()
  expect(received.filter(({ to }) => to[0] === 'anna@buyer.example')).toHaveLength(1)
  expect(connections).toBe(2)
})

test('a slow answer within the time is waited for', async () => {
  const server = await mailServer()

  const delivery = await poolTo(server).sendTo('slow-data@buyer.example')

  expect(delivery).toMatchObject({ kind: 'accepted', answer: '250 at last' })
})

test('nobody listening, nobody speaking, and a server that sends everyone away are not sent', async () => {
  const mute = await mailServer({ isMute: true })
  const closing = await mailServer({ greeting: [421, 'too busy'] })
  const gone = await mailServer()
  await gone.stop()

  const outcomes = await Promise.all(
    [mute, closing, gone].map((server) =>
      poolTo(server, { patience: { ...PATIENT, connectSeconds: 0.5 } }).sendTo('a@b.example'),
    ),
  )

  expect(outcomes).toMatchObject([
    { kind: 'not_sent', reason: 'connect' },
    { kind: 'not_sent', reason: 'deferred' },
    { kind: 'not_sent', reason: 'connect' },
  ])
})

test('signing in: the right password sends, a wrong one says what the server said', async () => {
  const server = await mailServer({ users: { billing: 'right' } })

  const right = await poolTo(server, { username: 'billing', password: 'right' }).sendTo(
    'a@b.example',
  )
  const wrong = await poolTo(server, { username: 'billing', password: 'wrong' }).sendTo(
    'a@b.example',
  )

  expect(right).toMatchObject({ kind: 'accepted' })
  expect(wrong).toMatchObject({ kind: 'not_sent', reason: 'sign_in', answer: '535 who are you?' })
  expect(await server.received()).toMatchObject([{ user: 'billing' }])
})

test('a message larger than the server takes is refused before anything is sent', async () => {
  const server = await mailServer({ largest: 10 })

  expect(await poolTo(server).sendTo('a@b.example')).toMatchObject({
    kind: 'refused',
    of: 'message',
  })
})

test.each(['starttls', 'tls'] as const)(
  '%s encrypts with a certificate that is trusted, and only then',
  async (security) => {
    const { key, certificate } = selfSigned()
    const server = await mailServer({ encryption: security, key, certificate })

    const stranger = await poolTo(server, { security, host: 'localhost' }).sendTo('a@b.example')
    trust(certificate)
    const trusted = await poolTo(server, { security, host: 'localhost' }).sendTo('a@b.example')

    expect(stranger).toMatchObject({
      kind: 'not_sent',
      reason: expect.stringMatching(/encrypt|connect/),
    })
    expect(trusted).toMatchObject({ kind: 'accepted' })
    expect(await server.received()).toMatchObject([{ isEncrypted: true }])
  },
)

test('STARTTLS that is asked for is never given up: a server without it gets no message', async () => {
  const server = await mailServer({ encryption: 'none', users: { billing: 'right' } })

  const delivery = await poolTo(server, {
    security: 'starttls',
    username: 'billing',
    password: 'right',
  }).sendTo('a@b.example')

  expect(delivery).toMatchObject({ kind: 'not_sent', reason: 'encrypt' })
  expect(await server.received()).toEqual([])
})

function trust(certificate: string): void {
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, certificate])
  onTestFinished(() => setDefaultCACertificates(before))
}
