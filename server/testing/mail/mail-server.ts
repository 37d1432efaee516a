import { fork, type ChildProcess } from 'node:child_process'
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

export type State = { readonly received: readonly Received[]; readonly connections: number }

/** What the process is asked; it answers with the same number. */
export type Request = { readonly number: number } & (
  | { readonly start: MailServerOptions }
  | { readonly state: number }
  | { readonly stop: number }
)

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
  const port = await ask<number>({ start: { encryption: 'none', ...options } })
  const state = () => ask<State>({ state: port })
  return {
    host: '127.0.0.1',
    port,
    state,
    received: async () => (await state()).received,
    /** Ends every connection and accepts no other. */
    stop: async () => void (await ask({ stop: port })),
  }
}

let running: ChildProcess | null = null
let asked = 0

/** One process has all mail servers of a worker, since its start costs more than most tests. */
function theProcess(): ChildProcess {
  if (running?.connected) return running
  const child = fork(join(import.meta.dirname, 'server-process.ts'), [], { execArgv: [] })
  // It ends with us, and keeps nobody from ending.
  child.unref()
  child.channel?.unref()
  child.setMaxListeners(0)
  running = child
  return child
}

type Question<Each> = Each extends Request ? Omit<Each, 'number'> : never

function ask<Answer>(question: Question<Request>): Promise<Answer> {
  const child = theProcess()
  const number = (asked += 1)
  const answer = new Promise<Answer>((resolve, reject) => {
    const gone = () => reject(new Error('The process of the mail servers is gone.'))
    const listen = (told: { readonly number: number; readonly answer: Answer }) => {
      if (told.number !== number) return
      child.off('message', listen).off('exit', gone)
      resolve(told.answer)
    }
    child.on('message', listen).once('exit', gone)
  })
  child.send({ number, ...question })
  return answer
}
