export type Expected = 'credit_note' | 'corrected_invoice'
export type Decision =
  | 'credit_note'
  | 'corrected_invoice'
  | 'delivery_proved'
  | 'rejected'
  | 'paid'
  | 'withdrawn'

/** Ways to settle that are mailed to the customer: the rest is told with the document that comes. */
export function isMailed(decision: Decision): boolean {
  return decision === 'rejected' || decision === 'delivery_proved'
}

export type Document = {
  readonly id: string
  readonly kind: 'invoice' | 'credit_note' | 'debit_note' | 'on_account'
  /** Without its sign. */
  readonly totalMinor: number
  /** Names the disputed invoice, its order or purchase order. */
  readonly isRelated: boolean
}

export type Settling = {
  readonly isOpen: boolean
  readonly openMinor: number
  readonly expects: Expected | null
  /** What was chosen with it; undefined when it was named but is none of this customer. */
  readonly document: Pick<Document, 'kind'> | null | undefined
  readonly hasProof: boolean
}

/** Says why a dispute cannot be settled so, or null when it can. */
export function refusalOfSettling(decision: Decision, facts: Settling) {
  const { isOpen, openMinor, expects, document, hasProof } = facts
  if (!isOpen) return 'dispute_not_open'
  if (document === undefined) return 'wrong_document'
  if (decision === 'delivery_proved' && !hasProof) return 'evidence_needed'
  if (decision === 'paid' && openMinor > 0) return 'not_paid_yet'
  if (document === null) return decision === expects ? 'already_asked_for' : null
  const kinds: Readonly<Record<string, string>> = {
    credit_note: 'credit_note',
    corrected_invoice: 'invoice',
  }
  return kinds[decision] === document.kind ? null : 'wrong_document'
}

/** Whether a decision ends the dispute now, or asks for a document that must come first. */
export function isSettledBy(
  decision: Decision,
  { openMinor, document }: Pick<Settling, 'openMinor' | 'document'>,
): boolean {
  if (decision === 'credit_note') return Boolean(document)
  // Beside a corrected invoice the old one must not be asked for: it is to be credited first.
  if (decision === 'corrected_invoice') return Boolean(document) && openMinor <= 0
  return true
}

export type Waiting = {
  readonly expects: Expected
  readonly amountMinor: number
  /** Credit set against the disputed invoice since the document was asked for. */
  readonly creditedMinor: number
  readonly linkedId: string | null
  /** Documents that came since the dispute began and settled none yet. */
  readonly documents: readonly Document[]
}

export type Arrival =
  | { readonly kind: 'settled'; readonly documentId: string | null }
  | { readonly kind: 'linked'; readonly documentId: string }
  | { readonly kind: 'part'; readonly leftMinor: number }

/** What the ledger says of a document that is waited for: it came, a part came, or null. */
export function arrivalOf(waiting: Waiting): Arrival | null {
  const { expects, amountMinor, creditedMinor, documents } = waiting
  const isCredited = creditedMinor >= amountMinor
  if (expects === 'corrected_invoice') {
    const linkedId = waiting.linkedId ?? correctedOf(documents)
    if (linkedId !== null && isCredited) return { kind: 'settled', documentId: linkedId }
    const isNew = linkedId !== null && waiting.linkedId === null
    return isNew ? { kind: 'linked', documentId: linkedId } : null
  }
  const notes = documents.filter(({ kind }) => kind === 'credit_note')
  const exact = notes.find(({ totalMinor }) => totalMinor === amountMinor)
  if (exact) return { kind: 'settled', documentId: exact.id }
  if (isCredited) return { kind: 'settled', documentId: notes[0]?.id ?? null }
  return creditedMinor > 0 ? { kind: 'part', leftMinor: amountMinor - creditedMinor } : null
}

/** The one invoice that speaks of the disputed one; of several a person chooses. */
function correctedOf(documents: readonly Document[]): string | null {
  const related = documents.filter(({ kind, isRelated }) => kind === 'invoice' && isRelated)
  const [only] = related
  return only && related.length === 1 ? only.id : null
}

const CLOSED_BY = {
  payment: 'paid',
  set_off: 'paid',
  adjustment: 'paid',
  credit: 'credit_note',
  cancellation: 'credit_note',
  write_off: 'written_off',
} as const

/** How a dispute ended on an invoice of which nothing is open any more. */
export function endOf(
  lastMove: keyof typeof CLOSED_BY | null,
  expects: Expected | null,
): 'paid' | 'credit_note' | 'corrected_invoice' | 'written_off' {
  const end = CLOSED_BY[lastMove ?? 'payment']
  return end === 'credit_note' && expects === 'corrected_invoice' ? 'corrected_invoice' : end
}
