// Real mail servers in a process of their own: see startMailServer in mail-server.ts.
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'

import {
  SMTPServer,
  type SMTPServerDataStream,
  type SMTPServerOptions,
  type SMTPServerSession,
} from 'smtp-server'

import type { MailServerOptions, Received, Request, State } from './mail-server.ts'

type Done = (error?: Error | null, message?: string) => void
type Behaviours<Told> = Readonly<Record<string, (told: Told) => void>>

/** Does what the address says ('drop-rcpt@…'); an address that says nothing is ordinary. */
function behave<Told>(address: string, behaviours: Behaviours<Told>, told: Told): boolean {
  const [name = ''] = address.split('@')
  behaviours[name]?.(told)
  return name in behaviours
}

type Drop = (session: SMTPServerSession) => void
type Asked = { readonly session: SMTPServerSession; readonly done: Done; readonly drop: Drop }

const SENDERS: Behaviours<Asked> = {
  'reject-sender': ({ done }) => done(reply(553, 'not from you')),
  'drop-sender': ({ session, drop }) => drop(session),
}

const RECIPIENTS: Behaviours<Asked> = {
  'reject-rcpt': ({ done }) => done(reply(550, 'no such user here')),
  'defer-rcpt': ({ done }) => done(reply(450, 'mailbox busy, come back later')),
  'drop-rcpt': ({ session, drop }) => drop(session),
  'hang-rcpt': () => {},
}

/** `keep` delivers; what follows is what the sender learns of it. */
const CONTENTS: Behaviours<Asked & { readonly keep: () => void }> = {
  'reject-data': ({ done }) => done(reply(554, 'looks like spam')),
  'defer-data': ({ done }) => done(reply(451, 'disk full, come back later')),
  'hang-data': ({ keep }) => keep(),
  'drop-data': ({ keep, session, drop }) => {
    keep()
    drop(session)
  },
  'slow-data': ({ keep, done }) => {
    keep()
    setTimeout(() => done(null, 'at last'), 400)
  },
  'last-of-connection': ({ keep, done, session, drop }) => {
    keep()
    done(null, 'kept')
    setTimeout(() => drop(session), 20)
  },
}

type Running = {
  readonly listener: Server
  readonly state: () => State
  /** Accepts nobody any more and leaves everybody. */
  readonly stop: () => void
}

/** A mail server that is still to listen. */
function smtpServer(options: MailServerOptions): Running {
  const received: Received[] = []
  let connections = 0
  const server = new SMTPServer({
    ...settingsOf(options),
    onConnect: (_session, done) => {
      connections += 1
      done(options.greeting ? reply(...options.greeting) : null)
    },
    onMailFrom: ({ address }, session, done) => {
      if (!behave(address, SENDERS, { session, done, drop })) done()
    },
    onRcptTo: ({ address }, session, done) => {
      if (!behave(address, RECIPIENTS, { session, done, drop })) done()
    },
    onData: (stream, session, done) => {
      const keep = (source: string) => void received.push(receivedOf(session, source))
      void takeContent(stream, { session, done, drop, keep })
    },
  })
  server.on('error', () => {})

  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types leave the sockets out
  const open = server.connections as Set<{ session: SMTPServerSession; _socket: Socket }>

  function drop({ id }: SMTPServerSession): void {
    for (const { session, _socket: socket } of open) if (session.id === id) socket.destroy()
  }

  function stop(): void {
    server.close()
    for (const { _socket: socket } of open) socket.destroy()
  }

  return { listener: server.server, state: () => ({ received, connections }), stop }
}

function settingsOf({ encryption, users, ...more }: MailServerOptions): SMTPServerOptions {
  return {
    secure: encryption === 'tls',
    disabledCommands: [...(encryption === 'none' ? ['STARTTLS'] : []), ...(users ? [] : ['AUTH'])],
    allowInsecureAuth: true,
    authOptional: !users,
    disableReverseLookup: true,
    ...(more.certificate ? { key: more.key, cert: more.certificate } : {}),
    ...(more.largest ? { size: more.largest } : {}),
    onAuth: ({ username = '', password = '' }, _session, done) =>
      users?.[username] === password
        ? done(null, { user: username })
        : done(reply(535, 'who are you?')),
  }
}

/** Accepts connections and never says a word. */
function muteServer(): Running {
  const sockets: Socket[] = []
  const listener = createServer((socket) => void sockets.push(socket))
  const stop = () => {
    listener.close()
    for (const socket of sockets) socket.destroy()
  }
  return { listener, state: () => ({ received: [], connections: sockets.length }), stop }
}

type Taking = Asked & { readonly keep: (source: string) => void }

async function takeContent(stream: SMTPServerDataStream, taking: Taking): Promise<void> {
  const { session, done, drop } = taking
  const first = session.envelope.rcptTo[0]?.address ?? ''
  if (first.startsWith('drop-mid-data')) stream.once('data', () => drop(session))
  const source = await buffer(stream).then(
    (bytes) => bytes.toString('latin1'),
    () => null,
  )
  if (source === null) return
  const keep = () => taking.keep(source)
  if (behave(first, CONTENTS, { session, done, drop, keep })) return
  keep()
  done(null, 'kept')
}

function receivedOf({ envelope, secure, user, id }: SMTPServerSession, source: string): Received {
  return {
    from: envelope.mailFrom ? envelope.mailFrom.address : '',
    to: envelope.rcptTo.map(({ address }) => address),
    source,
    isEncrypted: secure,
    user: user ?? null,
    session: id,
  }
}

function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

/** What listens now, by its port. */
const running = new Map<number, Running>()

async function start(options: MailServerOptions): Promise<number> {
  const server = options.isMute ? muteServer() : smtpServer(options)
  await once(server.listener.listen(0, '127.0.0.1'), 'listening')
  const address = server.listener.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  running.set(port, server)
  return port
}

function end(port: number): null {
  running.get(port)?.stop()
  running.delete(port)
  return null
}

async function answerTo(request: Request): Promise<number | State | null> {
  if ('start' in request) return start(request.start)
  if ('state' in request) return running.get(request.state)?.state() ?? null
  return end(request.stop)
}

process.on('message', async (request: Request) => {
  process.send?.({ number: request.number, answer: await answerTo(request) })
})
process.on('disconnect', () => process.exit())
