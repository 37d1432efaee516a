import { instant } from '../kernel/day.ts'

/** Contacts whom no mail may be sent to, and the reason that is told. */
export const UNMAILABLE: [what: string, code: string, contact: object, before: () => null][] = [
  ['nobody may be written to', 'do_not_contact', { doNotContact: true }, () => null],
  ['there is no address', 'no_email_address', { email: '' }, () => null],
  [
    'mail came back',
    'email_bounced',
    { emailBouncedAt: instant('2026-03-01T00:00:00Z') },
    () => null,
  ],
]
