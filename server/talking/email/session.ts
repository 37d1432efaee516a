import { Readable } from 'node:stream'

import SMTPConnection, { type SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection'

import { CALLED_OFF, type Failure, type RefusedRecipient } from './rules.ts'
import { letGo } from './wire.ts'

export type Server = {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly username: string
  readonly password: string
}

export type Patience = {
  /** Seconds to connect, encrypt and be greeted. */
  readonly connectSeconds: number
  /** Seconds that the server may keep silent. */
  readonly silenceSeconds: number
  /** Seconds for one message in all, however the server trickles. */
  readonly messageSeconds: number
}

/** RFC 5321 §4.5.3.2 allows minutes; whoever is silent for two is not going to answer. */
export const PATIENCE: Patience = { connectSeconds: 30, silenceSeconds: 120, messageSeconds: 300 }

export type Envelope = { readonly from: string; readonly to: readonly string[] }

/** A mail on its way out. */
export type Outgoing = {
  readonly envelope: Envelope
  readonly content: Buffer
  /**
   * Asked once the server wants the content and before its first byte leaves: false, or a failure,
   * calls the message off. Asked again, it has to give the same answer.
   */
  readonly beforeContent: () => Promise<boolean>
}

export type Answered = {
  readonly answer: string
  readonly refusedRecipients: readonly RefusedRecipient[]
}

/** One connection to a mail server, signed in. */
export type Session = {
  readonly isEncrypted: boolean
  readonly isUsable: () => boolean
  readonly send: (mail: Outgoing) => Promise<Answered | { failure: Failure }>
  readonly close: () => void
}

// nodemailer's own pool queues a message again when its connection closes, also after the content was
// sent: the customer could get it twice. So this room keeps its connections itself.

/** Connects, encrypts and signs in. */
export async function openSession(
  server: Server,
  patience: Patience,
): Promise<Session | { failure: Failure }> {
  const connection = connectionTo(server, patience)
  let lost: unknown = null
  connection.on('error', (error) => (lost = error))
  try {
    await step((done) => connection.connect(done), connection)
    if (server.username !== '') {
      const auth = { user: server.username, pass: server.password }
      await step((done) => connection.login(auth, done), connection)
    }
  } catch (error) {
    connection.close()
    return { failure: failureOf(error, false) }
  }
  let isClosed = false
  connection.once('end', () => (isClosed = true))
  return {
    isEncrypted: connection.secure,
    isUsable: () => !isClosed && lost === null,
    send: (mail) => sendOver(connection, patience, mail),
    close: () => {
      isClosed = true
      connection.quit()
      connection.close()
    },
  }
}

function connectionTo(server: Server, patience: Patience): SMTPConnection {
  return new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    connectionTimeout: patience.connectSeconds * 1000,
    greetingTimeout: patience.connectSeconds * 1000,
    dnsTimeout: patience.connectSeconds * 1000,
    socketTimeout: patience.silenceSeconds * 1000,
    allowInternalNetworkInterfaces: true,
    tls: { minVersion: 'TLSv1.2' },
  })
}

async function sendOver(
  connection: SMTPConnection,
  patience: Patience,
  mail: Outgoing,
): Promise<Answered | { failure: Failure }> {
  const { envelope, content } = mail
  const handing = handedOver(mail)
  const late = lateness(patience.messageSeconds)
  try {
    const to = [...envelope.to]
    const sending = step<SMTPConnectionSendInfo>(
      (done) =>
        connection.send({ from: envelope.from, to, size: content.length }, handing.stream, done),
      connection,
    )
    const info = await Promise.race([sending, late.failing, handing.calledOff])
    if (!info) throw new Error('sent without an answer')
    return { answer: info.response, refusedRecipients: refusedOf(info.rejectedErrors) }
  } catch (error) {
    handing.end()
    const failure = failureOf(error, handing.hasBegun())
    const isInOrder = failure.replyCode !== null && failure.replyCode !== 421
    // A server that was promised content takes whatever comes next for it.
    if (isInOrder && !handing.isOwed()) await reset(connection)
    else connection.close()
    return { failure }
  } finally {
    late.clear()
  }
}

/** A server that trickles its replies never falls silent; this ends the wait for it all the same. */
function lateness(seconds: number): { failing: Promise<never>; clear: () => void } {
  let timer: NodeJS.Timeout | undefined
  const failing = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), seconds * 1000)
  })
  return { failing, clear: () => clearTimeout(timer) }
}

/**
 * The content as a stream that knows whether it has begun to leave: it is joined to the wire only after
 * the server's 354, and gives nothing before it may.
 */
function handedOver({ content, beforeContent }: Outgoing) {
  let state: 'waiting' | 'asked' | 'begun' | 'owed' = 'waiting'
  const { promise: calledOff, reject: callOff } = Promise.withResolvers<never>()
  // Whoever waits for it is told; nobody waits for it any more once the session has ended.
  calledOff.catch(() => {})
  const stream = new Readable()
  stream.pipe = (wire) => {
    state = 'asked'
    const begin = (isAllowed: boolean) => {
      if (!isAllowed) callOff(calledOffError())
      else if (state === 'asked') {
        state = 'begun'
        letGo(content, wire)
      }
    }
    beforeContent().then(begin, (cause: unknown) => callOff(calledOffError(cause)))
    return wire
  }

  return {
    stream,
    calledOff,
    hasBegun: () => state === 'begun',
    isOwed: () => state === 'owed',
    end: () => {
      if (state === 'asked') state = 'owed'
    },
  }
}

function calledOffError(cause?: unknown): Error {
  const error = new Error('called off before the content left', { cause })
  return Object.assign(error, { code: CALLED_OFF })
}

/** A refused message leaves the connection good for the next, once the server has forgotten it. */
async function reset(connection: SMTPConnection): Promise<void> {
  try {
    await step((done) => connection.reset(done), connection)
  } catch {
    connection.close()
  }
}

type Done<Result> = (error: Error | null | undefined, result?: Result) => void

/** One step of the conversation; a lost connection ends it too. */
function step<Result = unknown>(
  begin: (done: Done<Result>) => void,
  connection: SMTPConnection,
): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      connection.off('error', onError)
      connection.off('end', onEnd)
      finish()
    }
    const onError = (error: unknown) => settle(() => reject(asError(error)))
    // 'end' may come just before the error that explains it.
    const onEnd = () => setTimeout(() => onError(new Error('the server closed the connection')), 10)
    connection.once('error', onError)
    connection.once('end', onEnd)
    begin((error, result) => settle(() => (error ? reject(error) : resolve(result))))
  })
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

type MailError = Error & {
  readonly code?: string | undefined
  readonly originalCode?: string | undefined
  readonly command?: string | undefined
  readonly response?: string | undefined
  readonly responseCode?: number | undefined
  readonly rejectedErrors?: readonly MailError[] | undefined
  readonly recipient?: string | undefined
}

function failureOf(error: unknown, hasContentBegun: boolean): Failure {
  const {
    code = '',
    originalCode,
    command = '',
    response,
    responseCode,
    rejectedErrors,
    message,
  } = asError(error) as MailError
  return {
    hasContentBegun,
    code,
    command,
    replyCode: typeof responseCode === 'number' ? responseCode : null,
    answer: (response ?? [originalCode, message].filter(Boolean).join(': ')).slice(0, 500),
    refusedRecipients: refusedOf(rejectedErrors),
  }
}

function refusedOf(errors: readonly MailError[] | undefined): RefusedRecipient[] {
  return (errors ?? []).map(({ recipient = '', response = '' }) => ({
    address: recipient,
    answer: response.slice(0, 500),
  }))
}
