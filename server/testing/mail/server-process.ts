// A real mail server in a process of its own: see startMailServer in mail-server.ts.
import { createServer, type Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'

import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

import type { MailServerOptions, Received } from './mail-server.ts'

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- mail-server.ts wrote it
const options = JSON.parse(process.argv[2] ?? '{}') as MailServerOptions
const received: Received[] = []
let connections = 0

type Done = (error?: Error | null, message?: string) => void
type Behaviours<Told> = Readonly<Record<string, (told: Told) => void>>

/** Does what the address says ('drop-rcpt@…'); an address that says nothing is ordinary. */
function behave<Told>(address: string, behaviours: Behaviours<Told>, told: Told): boolean {
  const [name = ''] = address.split('@')
  behaviours[name]?.(told)
  return name in behaviours
}

type Asked = { readonly session: SMTPServerSession; readonly done: Done }

const SENDERS: Behaviours<Asked> = {
  'reject-sender': ({ done }) => done(reply(553, 'not from you')),
  'drop-sender': ({ session }) => drop(session),
}

const RECIPIENTS: Behaviours<Asked> = {
  'reject-rcpt': ({ done }) => done(reply(550, 'no such user here')),
  'defer-rcpt': ({ done }) => done(reply(450, 'mailbox busy, come back later')),
  'drop-rcpt': ({ session }) => drop(session),
  'hang-rcpt': () => {},
}

/** `keep` delivers; what follows is what the sender learns of it. */
const CONTENTS: Behaviours<Asked & { readonly keep: () => void }> = {
  'reject-data': ({ done }) => done(reply(554, 'looks like spam')),
  'defer-data': ({ done }) => done(reply(451, 'disk full, come back later')),
  'hang-data': ({ keep }) => keep(),
  'drop-data': ({ keep, session }) => {
    keep()
    drop(session)
  },
  'slow-data': ({ keep, done }) => {
    keep()
    setTimeout(() => done(null, 'at last'), 400)
  },
  'last-of-connection': ({ keep, done, session }) => {
    keep()
    done(null, 'kept')
    setTimeout(() => drop(session), 20)
  },
}

const server = new SMTPServer({
  secure: options.encryption === 'tls',
  disabledCommands: [
    ...(options.encryption === 'none' ? ['STARTTLS'] : []),
    ...(options.users ? [] : ['AUTH']),
  ],
  allowInsecureAuth: true,
  authOptional: !options.users,
  disableReverseLookup: true,
  ...(options.certificate ? { key: options.key, cert: options.certificate } : {}),
  ...(options.largest ? { size: options.largest } : {}),
  closeTimeout: 100,
  onConnect: (_session, done) => {
    connections += 1
    done(options.greeting ? reply(...options.greeting) : null)
  },
  onAuth: ({ username = '', password = '' }, _session, done) =>
    options.users?.[username] === password
      ? done(null, { user: username })
      : done(reply(535, 'who are you?')),
  onMailFrom: ({ address }, session, done) => {
    if (!behave(address, SENDERS, { session, done })) done()
  },
  onRcptTo: ({ address }, session, done) => {
    if (!behave(address, RECIPIENTS, { session, done })) done()
  },
  onData: (stream, session, done) => void takeContent(stream, session, done),
})
server.on('error', () => {})

async function takeContent(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  done: Done,
): Promise<void> {
  const first = session.envelope.rcptTo[0]?.address ?? ''
  if (first.startsWith('drop-mid-data')) stream.once('data', () => drop(session))
  const source = await buffer(stream).then(
    (bytes) => bytes.toString('latin1'),
    () => null,
  )
  if (source === null) return
  const keep = () => void received.push(receivedOf(session, source))
  if (behave(first, CONTENTS, { session, done, keep })) return
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

function drop({ id }: SMTPServerSession): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types leave the sockets out
  const open = server.connections as Set<{ session: SMTPServerSession; _socket: Socket }>
  for (const { session, _socket: socket } of open) if (session.id === id) socket.destroy()
}

/** Accepts connections and never says a word. */
const mute = createServer(() => {
  connections += 1
})

const listening = (options.isMute ? mute : server).listen(0, '127.0.0.1', () => {
  const address = listening.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
process.on('message', () => process.send?.({ received, connections }))
process.on('disconnect', () => process.exit())
