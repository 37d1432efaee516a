/** What became of a message. */
export type Delivery =
  | {
      readonly kind: 'accepted'
      readonly answer: string
      readonly refusedRecipients: readonly RefusedRecipient[]
    }
  | {
      /** A definite no: nobody got it. `of` says what the server would not take. */
      readonly kind: 'refused'
      readonly of: 'sender' | 'recipient' | 'message'
      readonly answer: string
      readonly refusedRecipients: readonly RefusedRecipient[]
    }
  /** The content was on its way when the answer failed to come: perhaps delivered. Never re-send blindly. */
  | { readonly kind: 'unknown'; readonly answer: string }
  /** For certain nothing was handed over: may be tried again. */
  | { readonly kind: 'not_sent'; readonly reason: NotSent; readonly answer: string }

export type RefusedRecipient = { readonly address: string; readonly answer: string }

export type NotSent =
  | 'not_configured'
  | 'no_recipient'
  | 'connect'
  | 'encrypt'
  | 'sign_in'
  /** The server asked to come back later. */
  | 'deferred'
  /** We ourselves held the content back when the server was ready for it. */
  | 'called_off'

/** The code of a session that ended because its message was called off. */
export const CALLED_OFF = 'ECALLEDOFF'

/** How a session with a mail server ended, as far as it is known. */
export type Failure = {
  /** True once the server had asked for the content (354) and the first byte was about to leave. */
  readonly hasContentBegun: boolean
  /** nodemailer's code and command. */
  readonly code: string
  readonly command: string
  /** The server's complete reply, when the failure is a reply. */
  readonly replyCode: number | null
  readonly answer: string
  readonly refusedRecipients: readonly RefusedRecipient[]
}

/**
 * What a failure means for the message. RFC 5321 §4.2.1: a 4yz or 5yz reply says that the command was
 * not done; whatever ends a session after the content began without such a reply leaves it open.
 */
export function deliveryOf(failure: Failure): Delivery {
  const { hasContentBegun, code, replyCode, answer, refusedRecipients } = failure
  const isReply = replyCode !== null && (code === 'EENVELOPE' || code === 'EMESSAGE')
  if (isReply && replyCode >= 500) {
    return { kind: 'refused', of: refusedPart(failure), answer, refusedRecipients }
  }
  if (isReply) return { kind: 'not_sent', reason: 'deferred', answer }
  if (hasContentBegun) return { kind: 'unknown', answer }
  if (code === CALLED_OFF) return { kind: 'not_sent', reason: 'called_off', answer }
  // Found out by ourselves before anything left: too large for the server, or an address it cannot take.
  if (code === 'EMESSAGE') return { kind: 'refused', of: 'message', answer, refusedRecipients }
  if (code === 'EENVELOPE') return { kind: 'refused', of: 'recipient', answer, refusedRecipients }
  if (code === 'EAUTH') return { kind: 'not_sent', reason: 'sign_in', answer }
  if (code === 'ETLS') return { kind: 'not_sent', reason: 'encrypt', answer }
  return { kind: 'not_sent', reason: replyCode === null ? 'connect' : 'deferred', answer }
}

function refusedPart({ command, code }: Failure): 'sender' | 'recipient' | 'message' {
  if (command === 'MAIL FROM') return 'sender'
  if (command === 'RCPT TO') return 'recipient'
  return code === 'EMESSAGE' || command === 'DATA' ? 'message' : 'recipient'
}

/**
 * A connection kept from the last message may have been closed meanwhile: then, and only when nothing
 * was handed over, a new one is tried.
 */
export function mayTryNewConnection(failure: Failure): boolean {
  if (failure.hasContentBegun || failure.code === CALLED_OFF) return false
  return failure.replyCode === null
    ? failure.code !== 'EENVELOPE' && failure.code !== 'EMESSAGE'
    : failure.replyCode === 421
}
