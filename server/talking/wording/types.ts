/** What a final notice may announce. Only what the playbook will really do. */
export type NextStepKind =
  | 'delivery_stop'
  | 'collection_agency'
  | 'legal_action'
  | 'formal_notice'
  | 'management_call'

export type DocumentKind = 'invoice' | 'credit_note' | 'debit_note' | 'on_account'

/** The words around the figures, in one language. */
export type Words = {
  readonly greeting: (name: string | null) => string
  readonly documents: (count: number, only: { kind: DocumentKind; number: string } | null) => string
  readonly kind: Readonly<Record<DocumentKind, string>>
  readonly column: {
    readonly document: string
    readonly issued: string
    readonly due: string
    readonly daysLate: string
    readonly invoiced: string
    readonly paid: string
    readonly remaining: string
  }
  readonly dated: (kind: string, number: string, day: string) => string
  readonly dueOn: (day: string) => string
  readonly late: (days: number) => string
  readonly inDispute: (amount: string) => string
  readonly andMore: (count: number) => string
  readonly sum: {
    readonly concerned: string
    readonly disputed: string
    readonly credits: string
    readonly unapplied: string
    readonly payable: string
    readonly overdue: string
    readonly notDue: string
    readonly balance: string
    readonly balanceInYourFavour: string
  }
  readonly currencySection: (currency: string) => string
  readonly nothingOpen: string
  readonly asOf: (day: string) => string
  readonly paymentsUntil: (day: string) => string
  readonly ledgerOf: (moment: string) => string
  readonly customerNumber: string
  readonly purchaseOrder: (number: string) => string
  readonly vatId: string
  readonly paymentDetails: string
  readonly pleaseQuote: (customerNumber: string) => string
  readonly payBefore: string
  /** What marks a copy: before its subject, and above its text. */
  readonly copy: {
    readonly subject: (subject: string) => string
    readonly above: (day: string) => string
  }
  readonly statement: {
    readonly title: string
    readonly page: (page: string, pages: string) => string
    readonly continued: string
    readonly contact: string
    readonly date: string
    readonly subtitle: (customer: string) => string
    readonly disputedNote: string
  }
  readonly nextStep: Readonly<Record<NextStepKind, string>>
}
