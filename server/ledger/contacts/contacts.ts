import type * as z from 'zod'

import { appendEvent, appendEvents } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { isTimeZone, type Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { Keys } from '../../world.ts'
import { lockCustomer, seeCustomer } from '../balances/index.ts'
import { definedOf } from '../defined.ts'
import { known, refuse, type Doing } from '../doing.ts'
import type { addContact as addContract, changeContact as changeContract } from './contract.ts'
import { readPhone } from './phones.ts'
import { emailKey, refusalOfContact } from './rules.ts'
import * as store from './store.ts'

type Fields = z.output<typeof changeContract.schema.body>

/** Somebody at a customer, readable. */
export type Contact = Omit<store.ContactRow, 'smsConsentSource' | 'smsConsentAt'> & {
  readonly smsConsent: { readonly source: string; readonly at: Instant } | null
}

/** The contacts of many customers, the primary one of each first. */
export async function contactsOf(
  tx: Transaction,
  keys: Keys,
  customerIds: readonly string[],
): Promise<Contact[]> {
  const rows = await store.selectContactsOf(tx, customerIds)
  return rows.map((row) => readable(row, keys))
}

function readable(row: store.ContactRow, keys: Keys): Contact {
  const { smsConsentSource: source, smsConsentAt: at, ...rest } = row
  return {
    ...rest,
    name: keys.decrypt(row.name),
    email: keys.decrypt(row.email),
    phone: keys.decrypt(row.phone),
    smsConsent: source !== null && at !== null ? { source, at } : null,
  }
}

/** The contacts of a customer of the actor's scope. */
export async function readContacts(
  tx: Transaction,
  doing: Doing,
  { customerId, keys }: { customerId: string; keys: Keys },
): Promise<Contact[]> {
  await seeCustomer(tx, customerId, doing.owners)
  return contactsOf(tx, keys, [customerId])
}

type Adding = {
  readonly customerId: string
  readonly fields: z.output<typeof addContract.schema.body>
  readonly keys: Keys
}

/** Adds somebody to talk to; the first one is the primary one. */
export async function addContact(
  tx: Transaction,
  doing: Doing,
  { customerId, fields, keys }: Adding,
): Promise<{ id: string }> {
  await lockCustomer(tx, customerId, doing.owners)
  const country = await store.selectCountry(tx, customerId)
  const isPrimary = fields.isPrimary ?? !(await store.hasPrimary(tx, customerId))

  const contact: Whole = { ...NOBODY, ...definedOf(fields), isPrimary }
  refuseContact(contact, country)

  const id = newId()
  const { organisationId, at } = doing
  const columns = columnsOf(contact, keys, country)
  await store.insertContact(tx, { ...columns, id, organisationId, customerId, createdAt: at })
  if (isPrimary) await store.clearPrimary(tx, customerId, id)
  await appendEvent(tx, {
    ...doing,
    name: 'contact.added',
    subject: { kind: 'contact', id },
    customerId,
    data: { role: contact.role, isPrimary },
  })
  return { id }
}

type Whole = Pick<Contact, 'role' | 'name' | 'email' | 'phone' | 'language' | 'timeZone'> &
  Pick<Contact, 'isPrimary' | 'smsConsent' | 'doNotContact'>

const NOBODY: Whole = {
  role: 'accounts_payable',
  name: '',
  email: '',
  phone: '',
  language: null,
  timeZone: null,
  isPrimary: false,
  smsConsent: null,
  doNotContact: false,
}

/** Changes a contact; a new address has not bounced yet. */
export async function changeContact(
  tx: Transaction,
  doing: Doing,
  { contactId, fields, keys }: { contactId: string; fields: Fields; keys: Keys },
): Promise<void> {
  const { customerId } = known(await store.selectContact(tx, contactId), 'no_such_contact')
  await lockCustomer(tx, customerId, doing.owners)
  const row = known(await store.selectContact(tx, contactId), 'no_such_contact')
  const country = await store.selectCountry(tx, customerId)

  const before = readable(row, keys)
  const contact: Whole = { ...before, ...definedOf(fields) }
  refuseContact(contact, country)

  const isNewAddress = emailKey(before.email) !== emailKey(contact.email)
  await store.updateContact(tx, contactId, {
    ...columnsOf(contact, keys, country),
    ...(isNewAddress ? { emailBouncedAt: null } : {}),
  })
  if (contact.isPrimary) await store.clearPrimary(tx, customerId, contactId)
  await appendEvent(tx, {
    ...doing,
    name: 'contact.changed',
    subject: { kind: 'contact', id: contactId },
    customerId,
    data: { fields: Object.keys(fields) },
  })
}

/** Removes a contact from those that can be talked to. */
export async function removeContact(
  tx: Transaction,
  doing: Doing,
  contactId: string,
): Promise<void> {
  const { customerId } = known(await store.selectContact(tx, contactId), 'no_such_contact')
  await lockCustomer(tx, customerId, doing.owners)

  await store.updateContact(tx, contactId, { removedAt: doing.at, isPrimary: false })
  await appendEvent(tx, {
    ...doing,
    name: 'contact.removed',
    subject: { kind: 'contact', id: contactId },
    customerId,
  })
}

/** Marks an address as one that mail does not reach, wherever it is a contact. */
export async function markBounced(
  tx: Transaction,
  doing: Doing,
  { email, keys }: { email: string; keys: Keys },
): Promise<void> {
  const emailHash = keys.hash(emailKey(email))
  const bounced = await store.markBounced(tx, emailHash, doing.at)
  await appendEvents(
    tx,
    bounced.map(({ id, customerId }) => ({
      ...doing,
      name: 'contact.bounced',
      subject: { kind: 'contact', id },
      customerId,
      // Which address it was: the contact may have another one by the time that somebody looks.
      data: { emailHash },
    })),
  )
}

function refuseContact({ name, email, phone, smsConsent, timeZone }: Whole, country: string): void {
  const read = readPhone(phone, country)
  const code = refusalOfContact({ name, email, phone: read, hasSmsConsent: smsConsent !== null })
  if (code) refuse({ code })
  if (timeZone !== null && !isTimeZone(timeZone)) refuse({ code: 'no_such_time_zone' })
}

function columnsOf(contact: Whole, keys: Keys, country: string) {
  const { role, name, email, language, timeZone, isPrimary, smsConsent, doNotContact } = contact
  const phone = readPhone(contact.phone, country) ?? ''
  return {
    role,
    language,
    timeZone,
    isPrimary,
    doNotContact,
    name: keys.encrypt(name),
    email: keys.encrypt(email),
    emailHash: email === '' ? null : keys.hash(emailKey(email)),
    phone: keys.encrypt(phone),
    phoneHash: phone === '' ? null : keys.hash(phone),
    smsConsentSource: smsConsent?.source ?? null,
    smsConsentAt: smsConsent?.at ?? null,
  }
}
