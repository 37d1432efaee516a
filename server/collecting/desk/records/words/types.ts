import type { LimitationNote } from '../rules/jurisdictions.ts'

export type RecordKind = 'conversation' | 'acknowledgement'
export type TalkChannel = 'call' | 'visit' | 'email' | 'other'

/** What a record, its mails, its page behind a link and its audit page say, in one language. */
export type RecordWords = {
  readonly title: Readonly<Record<RecordKind, string>>
  /** The first line of a document that states amounts. */
  readonly firstLine: {
    readonly asOf: (day: string) => string
    readonly synced: (moment: string) => string
    readonly payments: (day: string) => string
    readonly stale: (moment: string) => string
    readonly neverSynced: string
  }
  readonly parties: {
    readonly creditor: string
    readonly debtor: string
    readonly number: (number: string) => string
    readonly signs: (name: string, role: string) => string
  }
  readonly headings: {
    readonly talk: string
    readonly invoices: Readonly<Record<RecordKind, string>>
    readonly commitment: string
    readonly declaration: string
    readonly information: string
  }
  readonly talk: {
    readonly when: string
    readonly where: string
    readonly who: string
    readonly said: string
    readonly agreed: string
    readonly channels: Readonly<Record<TalkChannel, string>>
  }
  readonly columns: {
    readonly number: string
    readonly issued: string
    readonly due: string
    readonly open: string
    readonly disputed: string
    readonly acknowledged: string
  }
  readonly sums: Readonly<Record<'open' | 'disputed' | 'acknowledged', string>>
  readonly inCurrency: (currency: string) => string
  readonly acknowledges: (debtor: string, creditor: string, amounts: string) => string
  readonly carvesOut: (amounts: string) => string
  readonly noneDisputed: string
  readonly discussed: (debtor: string, creditor: string) => string
  readonly promise: (debtor: string, amount: string, day: string) => string
  readonly promiseFor: (debtor: string, amount: string, day: string, number: string) => string
  readonly plan: (
    debtor: string,
    total: string,
    terms: { readonly count: number; readonly first: string; readonly last: string },
  ) => string
  readonly instalment: (number: number) => string
  readonly accelerates: string
  /** What the signer agrees to, word for word. */
  readonly consent: Readonly<Record<RecordKind, (debtor: string) => string>>
  readonly limitation: {
    readonly notAdvice: string
    readonly restarts: (source: string) => string
    readonly noRule: string
    readonly period: (years: number, source: string) => string
    readonly noPeriod: string
    readonly notes: Readonly<Record<LimitationNote, string>>
  }
  readonly sheet: SheetWords
  readonly page: PageWords
  readonly mail: MailWords
}

/** The signed document besides the record itself. */
export type SheetWords = {
  readonly record: (number: string) => string
  readonly signature: string
  readonly signedBy: string
  readonly role: string
  readonly signedAt: string
  readonly typed: string
  readonly isTest: string
  readonly audit: string
  readonly auditText: string
  readonly how: string
  readonly hows: Readonly<
    Record<'device', (witness: string) => string> & Record<'link', (address: string) => string>
  >
  readonly methods: Readonly<Record<'drawn' | 'typed', string>>
  readonly code: string
  readonly codeRight: string
  readonly from: string
  readonly agent: string
  readonly consent: string
  readonly hash: string
  readonly hashText: string
  readonly limitation: string
  readonly limitationUntil: (day: string) => string
  readonly limitationCounsel: string
  readonly event: string
  readonly at: string
  readonly by: string
  readonly system: string
  readonly events: Readonly<Record<AuditName, string>>
  readonly verify: string
  readonly verifyText: (organisation: string) => string
  readonly page: readonly [string, string, string]
}

export type AuditName =
  | 'made'
  | 'requested'
  | 'mail_accepted'
  | 'mail_refused'
  | 'mail_unknown'
  | 'mail_given_up'
  | 'address_bounced'
  | 'link_made'
  | 'link_revoked'
  | 'link_closed'
  | 'code_made'
  | 'signed'
  | 'sealed'
  | 'refused'
  | 'withdrawn'
  | 'superseded'
  | 'not_sealed'

export type PageWords = {
  readonly asks: (organisation: string) => string
  readonly sign: string
  readonly name: string
  readonly role: string
  readonly roleHint: string
  readonly typed: string
  readonly typedHint: string
  readonly drawFirst: string
  readonly orType: string
  readonly draw: string
  readonly drawHint: string
  readonly clear: string
  readonly consent: string
  readonly doSign: string
  readonly wrong: string
  readonly wrongHint: string
  readonly doRefuse: string
  readonly missing: {
    readonly name: string
    readonly signature: string
    readonly consent: string
    readonly reason: string
  }
  readonly signed: string
  readonly signedText: (organisation: string) => string
  readonly refused: string
  readonly refusedText: (organisation: string) => string
  readonly ended: string
  /** Why it does not, and whom to ask. */
  readonly endedTexts: Readonly<
    Record<
      'withdrawn' | 'superseded' | 'paid' | 'changed',
      (organisation: string, writtenBy: string) => string
    >
  >
  readonly isTest: string
}

export type MailWords = {
  readonly greeting: (name: string) => string
  readonly request: {
    readonly subject: (title: string, organisation: string) => string
    readonly asks: (person: string, organisation: string) => string
    readonly button: string
    readonly smallPrint: (organisation: string, day: string) => string
  }
  readonly copy: {
    readonly subject: (title: string, customer: string) => string
    readonly theirs: (organisation: string) => string
    readonly ours: (customer: string) => string
    readonly smallPrint: string
  }
  readonly fileName: Readonly<Record<RecordKind, string>>
}
