import type { Mailbox, StatementSnapshot } from '../../talking/index.ts'

/** Who is written to, as it is kept (encrypted) with a message. */
export type Envelope = {
  readonly senderName: string
  readonly replyTo: Mailbox | null
  readonly to: readonly Mailbox[]
  readonly intended: readonly Mailbox[]
}

/** A document in the file store that goes along. */
export type FileRef = {
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
}

/** The frozen figures, as they are kept (encrypted) with a message. */
export type Stored = {
  readonly figures: StatementSnapshot
  readonly hasStatement: boolean
  /** Of a message that a person asked for: what it is about, and what goes along. */
  readonly own?: {
    readonly receivableIds: readonly string[]
    readonly files: readonly FileRef[]
    readonly said?: string
    readonly copy?: { readonly of: string; readonly why: string }
  }
}

export function envelopeFrom(text: string): Envelope {
  const envelope: Envelope = JSON.parse(text)
  return envelope
}

export function storedFrom(text: string): Stored {
  const stored: Stored = JSON.parse(text)
  return stored
}
