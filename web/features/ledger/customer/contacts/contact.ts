import { type addContact, type CONTACT_ROLES, listContacts } from '#contract/ledger/contacts'

import type { InputOf, ReplyOf } from '../../../../api/call.ts'
import { asking } from '../../../../api/query.ts'

export type Contact = ReplyOf<typeof listContacts>['contacts'][number]
export type ContactRole = (typeof CONTACT_ROLES)[number]
export type ContactBody = NonNullable<InputOf<typeof addContact>['body']>

export const contactsOf = (customerId: string) => asking(listContacts, { params: { customerId } })

/** What the form begins with: the contact as it is, or a new one who gets the reminders if nobody does. */
export function draftOf(contact: Contact | null, hasPrimary: boolean) {
  return {
    name: contact?.name ?? '',
    role: contact?.role ?? 'accounts_payable',
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    language: contact?.language ?? null,
    isPrimary: contact?.isPrimary ?? !hasPrimary,
    doNotContact: contact?.doNotContact ?? false,
  } as const satisfies ContactBody
}
