import type { Failure } from './rules.ts'
import { openSession, type Patience, type Server } from './session.ts'

export type Problem =
  | 'host_not_found'
  | 'no_connection'
  | 'timed_out'
  | 'no_starttls'
  | 'certificate'
  | 'sign_in_refused'
  | 'sender_refused'
  | 'recipient_refused'
  | 'message_refused'
  | 'connection_lost'
  | 'not_configured'
  | 'other'

export type Stage = 'connect' | 'encrypt' | 'sign_in' | 'send' | 'done'

/** How a try of mail settings went, in the server's own words. */
export type Trial = {
  readonly isGood: boolean
  readonly stage: Stage
  readonly problem: Problem | null
  readonly answer: string
  readonly isEncrypted: boolean
  readonly milliseconds: number
}

const PATIENCE: Patience = { connectSeconds: 10, silenceSeconds: 10, messageSeconds: 20 }

/** Connects, encrypts and signs in; sends nothing. */
export async function tryServer(server: Server): Promise<Trial> {
  const start = performance.now()
  const opened = await openSession(server, PATIENCE)
  const milliseconds = Math.round(performance.now() - start)
  if ('failure' in opened) return { ...trialOf(opened.failure), milliseconds }
  opened.close()
  return {
    isGood: true,
    stage: 'done',
    problem: null,
    answer: '',
    isEncrypted: opened.isEncrypted,
    milliseconds,
  }
}

/** What a failure to get as far as a session means to the person who set it up. */
export function trialOf(failure: Failure): Omit<Trial, 'milliseconds'> {
  const { answer } = failure
  return { isGood: false, isEncrypted: false, answer, ...problemOf(failure) }
}

function problemOf({ code, answer, replyCode }: Failure): { stage: Stage; problem: Problem } {
  if (code === 'EAUTH') return { stage: 'sign_in', problem: 'sign_in_refused' }
  if (code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/.test(answer)) {
    return { stage: 'connect', problem: 'host_not_found' }
  }
  if (/certificate|self-signed|altnames|CERT_|UNABLE_TO_VERIFY/i.test(answer)) {
    return { stage: 'encrypt', problem: 'certificate' }
  }
  if (code === 'ETLS' && replyCode !== null) return { stage: 'encrypt', problem: 'no_starttls' }
  if (code === 'ETLS' || /SSL|TLS/.test(answer)) return { stage: 'encrypt', problem: 'other' }
  if (code === 'ETIMEDOUT' || /ETIMEDOUT|timeout|Greeting never/i.test(answer)) {
    return { stage: 'connect', problem: 'timed_out' }
  }
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(answer)) {
    return { stage: 'connect', problem: 'no_connection' }
  }
  return { stage: 'connect', problem: code === 'ECONNECTION' ? 'connection_lost' : 'other' }
}
