/** What the portal itself says, in one language. */
export type PortalWords = {
  readonly title: string
  readonly footer: string
  readonly problems: Readonly<
    Record<
      | 'no_such_link'
      | 'link_expired'
      | 'link_used'
      | 'link_revoked'
      | 'link_closed'
      | 'too_many_attempts'
      | 'no_longer_possible'
      | 'fault',
      { readonly title: string; readonly text: string }
    >
  >
  readonly code: {
    readonly label: string
    readonly hint: (address: string) => string
    readonly send: string
    readonly sent: (address: string) => string
    readonly notSent: string
    readonly missing: string
    readonly wrong: (attemptsLeft: number) => string
    readonly expired: string
    readonly subject: (organisation: string) => string
    readonly text: (code: string) => string
    readonly smallPrint: string
  }
  /** The page on which anybody may check a sealed document. */
  readonly check: {
    readonly title: string
    readonly text: (organisation: string) => string
    readonly file: string
    readonly go: string
    readonly kept: string
    readonly missing: string
    readonly tooLarge: string
    readonly verdicts: Readonly<
      Record<
        'intact' | 'foreign' | 'changed' | 'unsigned' | 'unreadable',
        (organisation: string) => string
      >
    >
    readonly sealedBy: string
    readonly sealedAt: string
    readonly stampedAt: string
    readonly certificate: string
    readonly footer: string
  }
  readonly chooseFirst: string
  readonly tooLong: string
  readonly fileTooLarge: string
  readonly fileNotAllowed: string
}
