import { createServer, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'

import { describe, expect, onTestFinished, test } from 'vitest'

import { isInside } from '../../access/index.ts'
import { selfSigned } from '../../testing/mail/certificate.ts'
import { notifyingApp } from '../../testing/notifying-app.ts'
import { readAddress } from './address.ts'
import { slackBody, teamsBody } from './bodies.ts'
import { post, postedOf } from './post.ts'

type Got = { readonly url: string; readonly type: string; readonly body: Record<string, unknown> }
type Behaviour = {
  readonly status?: number
  readonly answer?: string
  readonly headers?: Record<string, string>
  readonly hangs?: boolean
}

/** Answers as Slack's and Teams' webhooks are documented to: 200 'ok' and 202. */
async function channelServer(behaviour: Behaviour = {}) {
  const { key, certificate } = selfSigned()
  const got: Got[] = []
  const options: ServerOptions = { key, cert: certificate }
  const server = createServer(options, (request, reply) => {
    let text = ''
    request.on('data', (part: Buffer) => (text += part.toString()))
    request.on('end', () => {
      got.push({
        url: request.url ?? '',
        type: request.headers['content-type'] ?? '',
        body: JSON.parse(text),
      })
      if (behaviour.hangs) return void request.socket.destroy()
      reply.writeHead(behaviour.status ?? 200, behaviour.headers).end(behaviour.answer ?? 'ok')
    })
  })
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = server.address() as AddressInfo
  return { url: `https://localhost:${port}/services/T0/B0/secret`, got, certificate }
}

async function withChannel(kind: 'slack' | 'teams', behaviour: Behaviour = {}) {
  const channel = await channelServer(behaviour)
  const app = await notifyingApp()
  Object.assign(app.world, {
    outside: { allowedHosts: ['localhost'], certificates: channel.certificate },
  })
  const target = await app.admin.post('/webhook-targets', {
    name: 'Collections',
    kind,
    url: channel.url,
    language: 'en',
  })
  const rule = () => app.rule({ people: [], channels: ['webhook'], targetId: target.body.id })
  return { ...app, channel, target, rule }
}

describe('where a webhook may go', () => {
  test.each([
    ['0.0.0.0', true],
    ['10.0.0.1', true],
    ['100.63.255.255', false],
    ['100.64.0.0', true],
    ['127.0.0.1', true],
    ['169.254.169.254', true],
    ['172.15.255.255', false],
    ['172.16.0.0', true],
    ['172.31.255.255', true],
    ['172.32.0.0', false],
    ['192.168.1.1', true],
    ['224.0.0.1', true],
    ['255.255.255.255', true],
    ['8.8.8.8', false],
    ['::1', true],
    ['::', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:8.8.8.8', false],
    ['fe80::1', true],
    ['fd00::1', true],
    ['fe00::1', false],
    ['64:ff9b::7f00:1', true],
    ['2606:4700::1111', false],
    ['not an address', true],
  ])('%s lies inside: %s', (address, inside) => {
    expect(isInside(address)).toBe(inside)
  })

  test.each([
    ['http://hooks.example.com/x', 'webhook_not_https'],
    ['ftp://hooks.example.com/x', 'webhook_not_https'],
    ['hooks.example.com', 'webhook_wrong_address'],
    ['https://user:secret@hooks.example.com/x', 'webhook_wrong_address'],
    ['https://hooks.example.com/x#y', 'webhook_wrong_address'],
  ])('%s is refused', (text, code) => {
    expect(() => readAddress(text)).toThrow(code)
  })

  test.each([
    ['https://localhost/x', 'webhook_private_address'],
    ['https://127.0.0.1/x', 'webhook_private_address'],
    ['https://[::1]/x', 'webhook_private_address'],
    ['https://2130706433/x', 'webhook_private_address'],
    ['https://0x7f.1/x', 'webhook_private_address'],
    ['https://169.254.169.254/latest/meta-data', 'webhook_private_address'],
  ])('P77 a channel at %s cannot be added', async (url, code) => {
    const app = await notifyingApp()
    const fields = { name: 'x', kind: 'slack', url, language: 'en' }
    expect((await app.admin.post('/webhook-targets', fields)).body.code).toBe(code)
  })

  test('P77 a name that leads inside later is not posted to', async () => {
    const channel = await channelServer()
    const app = await notifyingApp()
    const outside = { allowedHosts: [], certificates: channel.certificate }
    const posted = await post({ ...app.world, outside }, channel.url, {})
    expect(posted).toEqual({ kind: 'refused', answer: 'The address is inside the network.' })
    expect(channel.got).toEqual([])
  })
})

describe('what is posted', () => {
  test('Slack gets blocks whose names mention nobody and are no links', () => {
    const body = slackBody({
      title: 'A <!channel> & B',
      rows: [{ title: '<@U1>|x', text: 'a > b', url: 'https://goodterms.test/customers/1' }],
      open: 'Open',
    })
    expect(body).toEqual({
      text: 'A &lt;!channel&gt; &amp; B',
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: '*A &lt;!channel&gt; &amp; B*' } },
        {
          type: 'section',
          text: {
            type: 'mrkdwn',
            text: '<https://goodterms.test/customers/1|&lt;@U1&gt;¦x>\na &gt; b',
          },
        },
      ],
    })
  })

  test('Teams gets an adaptive card in a message', () => {
    const row = {
      title: 'Brasserie *du* Port',
      text: '',
      url: 'https://goodterms.test/customers/1',
    }
    const body = teamsBody({ title: 'Title', rows: [row], open: 'Open' })
    expect(body).toMatchObject({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          contentUrl: null,
          content: {
            type: 'AdaptiveCard',
            version: '1.4',
            body: [
              { text: 'Title' },
              { type: 'TextBlock', text: 'Brasserie \\*du\\* Port', wrap: true },
            ],
            actions: [{ type: 'Action.OpenUrl', title: 'Open', url: row.url }],
          },
        },
      ],
    })
  })

  test('a long digest stays within what a channel takes', () => {
    const rows = Array.from({ length: 500 }, () => ({
      title: 'x'.repeat(60),
      text: 'y'.repeat(60),
      url: '',
    }))
    const message = { title: 'T', rows, open: 'O' }
    expect(slackBody(message)).toHaveProperty('blocks.length', 22)
    expect(JSON.stringify(teamsBody(message)).length).toBeLessThan(28 * 1024)
  })

  test.each([
    [200, {}, { kind: 'accepted' }],
    [202, {}, { kind: 'accepted' }],
    [302, {}, { kind: 'refused' }],
    [400, {}, { kind: 'refused' }],
    [404, {}, { kind: 'refused' }],
    [410, {}, { kind: 'refused' }],
    [429, { 'retry-after': '30' }, { kind: 'not_sent', waitSeconds: 30 }],
    [500, {}, { kind: 'unknown' }],
  ])('an answer of %i means %j', (status, headers, posted) => {
    expect(postedOf(status, 'x', headers)).toMatchObject(posted)
  })
})

describe('a channel', () => {
  test.each([
    ['slack' as const, 200, 'blocks.0.text.text', '*Brasserie du Port disputes an invoice*'],
    [
      'teams' as const,
      202,
      'attachments.0.content.body.0.text',
      'Brasserie du Port disputes an invoice',
    ],
  ])('of %s is told once, at once', async (kind, status, path, text) => {
    const app = await withChannel(kind, { status })
    await app.rule()
    await app.dispute()
    await app.minute()
    await app.minute()
    expect(app.channel.got).toHaveLength(1)
    expect(app.channel.got[0]).toMatchObject({
      url: '/services/T0/B0/secret',
      type: 'application/json',
    })
    expect(app.channel.got[0]?.body).toHaveProperty(path, text)
    expect((await app.admin.get('/webhook-targets')).body.targets[0]).toMatchObject({
      host: 'localhost',
      lastFailure: '',
    })
  })

  test('P05 whose answer got lost is not told twice', async () => {
    const app = await withChannel('slack', { hangs: true })
    await app.rule()
    await app.dispute()
    await app.minute()
    app.setNow('2026-03-04T20:00:00Z')
    await app.minute()
    expect(app.channel.got).toHaveLength(1)
    expect(await app.deliveries()).toMatchObject([{ state: 'unknown', attempts: 1 }])
  })

  test('that asks to wait is told later', async () => {
    const app = await withChannel('slack', { status: 429, headers: { 'retry-after': '600' } })
    await app.rule()
    await app.dispute()
    await app.minute()
    app.setNow('2026-03-04T08:09:59Z')
    await app.minute()
    expect(app.channel.got).toHaveLength(1)
    app.setNow('2026-03-04T08:10:00Z')
    await app.minute()
    expect(app.channel.got).toHaveLength(2)
  })

  test('that is gone says so where it is looked after', async () => {
    const app = await withChannel('slack', { status: 404, answer: 'no_service' })
    const tried = await app.admin.post(`/webhook-targets/${app.target.body.id}/trial`)
    expect(tried.body).toEqual({ kind: 'refused', answer: '404 no_service' })
    const [target] = (await app.admin.get('/webhook-targets')).body.targets
    expect(target.lastFailure).toBe('404 no_service')
  })

  test('P77 does not tell its address again, to anybody or in any table', async () => {
    const app = await withChannel('slack')
    const { targets } = (await app.admin.get('/webhook-targets')).body
    expect(JSON.stringify(targets)).not.toContain('secret')
    expect((await app.collector.get('/webhook-targets')).body.code).toBe('not_permitted')
    await app.admin.delete(`/webhook-targets/${app.target.body.id}`)
    expect((await app.admin.get('/webhook-targets')).body.targets).toEqual([])
  })
})
