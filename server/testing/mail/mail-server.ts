import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { onTestFinished } from 'vitest'

export type MailServerOptions = {
  readonly encryption: 'tls' | 'starttls' | 'none'
  readonly users?: Readonly<Record<string, string>>
  readonly key?: string
  readonly certificate?: string
  /** Answers every connection with this code and text and closes it. */
  readonly greeting?: readonly [number, string]
  readonly largest?: number
  readonly isMute?: boolean
}

/** What the server has taken; `source` holds one character a byte. */
export type Received = {
  readonly from: string
  readonly to: readonly string[]
  readonly source: string
  readonly isEncrypted: boolean
  readonly user: string | null
  readonly session: string
}

type State = { readonly received: readonly Received[]; readonly connections: number }

/** A mail server in another process until the test ends: see startMailServer. */
export async function mailServer(options: Partial<MailServerOptions> = {}) {
  const server = await startMailServer(options)
  onTestFinished(server.stop)
  return server
}

/**
 * A mail server in another process until it is stopped. It obeys the first recipient: reject-rcpt@,
 * defer-rcpt@, drop-rcpt@, hang-rcpt@, drop-mid-data@, reject-data@, defer-data@, hang-data@,
 * drop-data@, slow-data@, last-of-connection@; and a sender reject-sender@, drop-sender@.
 */
export async function startMailServer(options: Partial<MailServerOptions> = {}) {
  const script = join(import.meta.dirname, 'server-process.ts')
  const settings = JSON.stringify({ encryption: 'none', ...options })
  const child = fork(script, [settings], { execArgv: [] })
  const { port } = await answerOf<{ port: number }>(child)

  async function state(): Promise<State> {
    const answer = answerOf<State>(child)
    child.send('state')
    return answer
  }

  return {
    host: '127.0.0.1',
    port,
    state,
    received: async () => (await state()).received,
    stop: () => void child.kill('SIGKILL'),
  }
}

async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const [answer] = await once(child, 'message')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- server-process.ts wrote it
  return answer as Answer
}
