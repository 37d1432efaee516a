import type * as z from 'zod'

import { appendEvent } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { isTimeZone, type Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { Keys } from '../../world.ts'
import { lockCustomer, openAccount } from '../balances/index.ts'
import { definedOf } from '../defined.ts'
import { refuse, recordOf, type Doing } from '../doing.ts'
import type { changeCustomer as contract } from './contract.ts'
import { refusalOfParent } from './rules.ts'
import * as store from './store/changes.ts'
import { isWithinGroup, selectCustomer } from './store/detail.ts'
import { replaceWords } from './store/names.ts'

type Change = z.output<typeof contract.schema.body>

/** Changes what we decide about a customer; what is not named stays. */
export async function changeCustomer(
  tx: Transaction,
  doing: Doing,
  { customerId, change, keys }: { customerId: string; change: Change; keys: Keys },
): Promise<void> {
  await lockCustomer(tx, customerId, doing.owners)

  await refuseStrangers(tx, doing, customerId, change)

  const fields = Object.keys(change)
  if (fields.length === 0) return
  await store.updateCustomer(tx, customerId, columnsOf(change, keys))
  if (change.name !== undefined) await replaceWords(tx, doing.organisationId, [customerId])
  await appendEvent(tx, {
    ...doing,
    name: 'customer.changed',
    subject: { kind: 'customer', id: customerId },
    customerId,
    data: { fields, values: withoutPersonal(change) },
  })
}

async function refuseStrangers(
  tx: Transaction,
  { organisationId }: Doing,
  customerId: string,
  { collectorId, playbookId, parentId, timeZone }: Change,
): Promise<void> {
  if (collectorId && !(await store.isMember(tx, organisationId, collectorId))) {
    refuse({ code: 'no_such_member' })
  }
  if (playbookId && !(await store.hasPlaybook(tx, playbookId))) {
    refuse({ code: 'no_such_playbook' })
  }
  if (timeZone && !isTimeZone(timeZone)) refuse({ code: 'no_such_time_zone' })
  if (parentId) {
    const isKnown = (await selectCustomer(tx, parentId, null)) !== undefined
    const isBeneath = await isWithinGroup(tx, customerId, parentId)
    const code = refusalOfParent(customerId, parentId, { isKnown, isBeneath })
    if (code) refuse({ code })
  }
}

function columnsOf(
  { creditLimit, insuranceLimit, address, ...change }: Change,
  keys: Keys,
): store.CustomerChange {
  const columns: store.CustomerChange = definedOf(change)
  if (address !== undefined) columns.address = keys.encrypt(address)
  if (creditLimit !== undefined) {
    columns.creditLimitMinor = creditLimit?.minor ?? null
    columns.creditLimitCurrency = creditLimit?.currency ?? null
  }
  if (insuranceLimit !== undefined) {
    columns.insuranceLimitMinor = insuranceLimit?.minor ?? null
    columns.insuranceLimitCurrency = insuranceLimit?.currency ?? null
  }
  return columns
}

/** The history says that these changed, never what to: for a consumer they are personal data. */
function withoutPersonal({ name: _name, address: _address, vatId: _vatId, ...rest }: Change) {
  return rest
}

/** Gives the customer an owner (or none) from a day on. */
export async function assignOwner(
  tx: Transaction,
  doing: Doing,
  { customerId, ownerId, fromOn }: { customerId: string; ownerId: string | null; fromOn: Day },
): Promise<{ id: string }> {
  const { today } = await openAccount(tx, doing, customerId)
  const isKnown = ownerId === null || (await store.isMember(tx, doing.organisationId, ownerId))

  if (!isKnown) refuse({ code: 'no_such_member' })

  const id = newId()
  await store.insertOwner(tx, { ...recordOf(doing), id, customerId, ownerId, fromOn })
  await store.takeOwnerOf(tx, customerId, today)
  await appendEvent(tx, {
    ...doing,
    name: 'customer.owner_assigned',
    subject: { kind: 'customer', id: customerId },
    customerId,
    data: { ownerId, fromOn },
  })
  return { id }
}
