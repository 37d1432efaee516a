import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

import { SMTPServer } from 'smtp-server'

import type { World } from '../../world.ts'
import { keepMail } from './mailbox.ts'

const LARGEST_MAIL = 20 * 1024 * 1024

export type DemoServer = {
  readonly host: string
  readonly port: number
  readonly security: 'none'
  /** Signing in says whose mail it is. */
  readonly username: string
  readonly password: string
}

type Catcher = { readonly server: SMTPServer; readonly port: number; readonly password: string }

const catchers = new Map<string, Promise<Catcher>>()

/** A mail server of this process on the loopback that keeps what a demo organisation sends. */
export async function demoServer(world: World, organisationId: string): Promise<DemoServer> {
  const starting = catchers.get(world.processId) ?? startCatcher(world)
  catchers.set(world.processId, starting)
  const { port, password } = await starting
  return { host: '127.0.0.1', port, security: 'none', username: organisationId, password }
}

async function startCatcher(world: World): Promise<Catcher> {
  const password = randomBytes(18).toString('base64url')
  const server = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL,
    onAuth: (auth, _session, done) =>
      auth.password === password
        ? done(null, { user: auth.username })
        : done(new Error('only this installation delivers here')),
    onData: (stream, session, done) =>
      void answerOnce(done, keep(world, session.user ?? '', stream)),
  })
  server.on('error', (error) => world.log.warn({ error }, 'demo mailbox'))
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  if (address === null || typeof address === 'string') throw new Error('listening nowhere')
  return { server, port: address.port, password }
}

async function answerOnce(
  done: (error: Error | null, message?: string) => void,
  keeping: Promise<void>,
): Promise<void> {
  try {
    await keeping
    done(null, 'kept in the demo mailbox')
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)))
  }
}

async function keep(world: World, organisationId: string, stream: Readable): Promise<void> {
  await keepMail(world, organisationId, await buffer(stream))
}

/** Stops catching; for shutting down. */
export async function stopCatching(): Promise<void> {
  const running = await Promise.all(catchers.values())
  catchers.clear()
  await Promise.all(
    running.map(({ server }) => new Promise<void>((resolve) => server.close(resolve))),
  )
}
