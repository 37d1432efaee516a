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
  readonly chooseFirst: string
  readonly tooLong: string
  readonly fileTooLarge: string
  readonly fileNotAllowed: string
}
