import { newId } from '../../kernel/ids.ts'
import { readPhone } from '../../ledger/index.ts'
import type { CustomersPlanned } from './planned.ts'
import { contactsOf, type Details, type FiledContact } from './rules/customers.ts'
import type { Run } from './run.ts'
import * as store from './store/contacts.ts'

type Owner = {
  readonly gathered: { readonly line: number }
  readonly values: { readonly id: string; readonly country: string }
  readonly details: readonly Details[]
}

/** Finds or makes the people whom the file names for these customers. */
export async function planContacts(
  run: Run,
  owners: readonly Owner[],
  planned: CustomersPlanned,
): Promise<void> {
  const filed = owners.flatMap((owner) => filedOf(run, owner))
  if (filed.length === 0) return
  const ids = [...new Set(filed.map(({ customerId }) => customerId))]
  const known = await store.selectContacts(run.tx, run.organisationId, ids)
  const byCustomer = Map.groupBy(known, ({ customerId }) => customerId)

  const fresh: store.NewContact[] = []
  const changed: store.NewContact[] = []
  for (const { customerId, contact } of filed) {
    const theirs = byCustomer.get(customerId) ?? []
    const values = valuesOf(run, customerId, contact)
    const same = theirs.find((one) => isSame(run, one, { contact, values }))
    if (!same) {
      fresh.push({ ...values, isPrimary: theirs.length === 0 })
      byCustomer.set(customerId, [...theirs, values])
    } else if (isChanged(run, same, { contact, values })) {
      changed.push(mergedWith(same, values))
    } else planned.contacts.same += 1
  }

  planned.contacts.new += fresh.length
  planned.contacts.changed += changed.length
  if (!run.isWriting) return
  await store.insertContacts(run.tx, run, fresh)
  await store.updateContacts(run.tx, changed)
}

type Filed = { readonly customerId: string; readonly contact: FiledContact }

/** The people of a customer's rows, each once. */
function filedOf(run: Run, { gathered, values, details }: Owner): Filed[] {
  const seen = new Map<string, Filed>()
  for (const row of details) {
    const { contacts, findings } = contactsOf(row, gathered.line)
    run.found.addAll(findings)
    for (const given of contacts) {
      const phone = readPhone(given.phone, values.country) ?? given.phone
      const contact = { ...given, phone }
      const key = contact.email || `${contact.name} ${contact.phone}`
      const before = seen.get(key)
      const isFuller = before?.contact.name === '' && contact.name !== ''
      if (!before || isFuller) seen.set(key, { customerId: values.id, contact })
    }
  }
  return [...seen.values()]
}

function valuesOf(run: Run, customerId: string, contact: FiledContact): store.NewContact {
  const { keys } = run
  return {
    id: newId(),
    customerId,
    role: contact.role,
    name: keys.encrypt(contact.name),
    email: keys.encrypt(contact.email),
    emailHash: contact.email === '' ? null : keys.hash(contact.email),
    phone: keys.encrypt(contact.phone),
    phoneHash: contact.phone === '' ? null : keys.hash(contact.phone),
    isPrimary: false,
  }
}

type Compared = { readonly contact: FiledContact; readonly values: store.NewContact }

/** The same person: by address; without one by name, or else by number. */
function isSame(run: Run, known: store.KnownContact, { contact, values }: Compared): boolean {
  if (values.emailHash !== null) return known.emailHash === values.emailHash
  if (contact.name !== '') return run.keys.decrypt(known.name) === contact.name
  return known.phoneHash !== null && known.phoneHash === values.phoneHash
}

function isChanged(run: Run, known: store.KnownContact, { contact, values }: Compared): boolean {
  if (contact.name !== '' && run.keys.decrypt(known.name) !== contact.name) return true
  return values.phoneHash !== null && known.phoneHash !== values.phoneHash
}

/** What the file does not say stays as it is known, the role included. */
function mergedWith(known: store.KnownContact, values: store.NewContact): store.NewContact {
  return {
    ...values,
    id: known.id,
    role: known.role,
    name: values.name === '' ? known.name : values.name,
    ...(values.phoneHash === null ? { phone: known.phone, phoneHash: known.phoneHash } : {}),
  }
}
