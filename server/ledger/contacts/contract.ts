import * as z from 'zod'

import { Id, Instant, refusals } from '../../http/contract.ts'
import { Created, CustomerPath, Done } from '../contract.ts'

export const CONTACT_ROLES = [
  'accounts_payable',
  'buyer',
  'director',
  'approver',
  'legal',
  'other',
] as const

const SmsConsent = z.object({ source: z.string().trim().min(1).max(200), at: Instant })

const ContactFields = z.object({
  role: z.enum(CONTACT_ROLES),
  name: z.string().trim().max(200),
  email: z.string().trim().max(320),
  phone: z.string().trim().max(50),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .nullable(),
  timeZone: z.string().nullable(),
  isPrimary: z.boolean(),
  smsConsent: SmsConsent.nullable(),
  doNotContact: z.boolean(),
})

export const listContacts = {
  method: 'GET',
  url: '/customers/:customerId/contacts',
  permission: 'customers.read',
  summary: "A customer's contacts, the primary one first.",
  schema: {
    params: CustomerPath,
    response: {
      200: z.object({
        contacts: z.array(ContactFields.extend({ id: Id, emailBouncedAt: Instant.nullable() })),
      }),
      ...refusals,
    },
  },
} as const

export const addContact = {
  method: 'POST',
  url: '/customers/:customerId/contacts',
  permission: 'contacts.edit',
  summary: 'Adds somebody to talk to.',
  schema: {
    params: CustomerPath,
    body: ContactFields.partial().extend({
      role: z.enum(CONTACT_ROLES).default('accounts_payable'),
    }),
    response: { 201: Created, ...refusals },
  },
} as const

export const changeContact = {
  method: 'PATCH',
  url: '/contacts/:contactId',
  permission: 'contacts.edit',
  summary: 'Changes a contact; a new email address is no longer a bounced one.',
  schema: {
    params: z.object({ contactId: Id }),
    body: ContactFields.partial(),
    response: { 200: Done, ...refusals },
  },
} as const

export const removeContact = {
  method: 'DELETE',
  url: '/contacts/:contactId',
  permission: 'contacts.edit',
  summary: 'Removes a contact; what was sent to them stays in the history.',
  schema: { params: z.object({ contactId: Id }), response: { 200: Done, ...refusals } },
} as const
