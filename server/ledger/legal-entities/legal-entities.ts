import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import type * as z from 'zod'

import { appendEvent } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { dayIn, isTimeZone } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { definedOf } from '../defined.ts'
import { known, refuse, type Doing } from '../doing.ts'
import type * as contract from './contract.ts'
import { refusalOfEntity } from './rules.ts'
import * as store from './store.ts'

export type NewEntity = z.output<typeof contract.createEntity.schema.body>
type Change = z.output<typeof contract.changeEntity.schema.body>

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'))

/** The companies that invoice, each with its own today. */
export async function readEntities(tx: Transaction, { organisationId, at }: Doing) {
  const entities = await store.selectLegalEntities(tx, organisationId)
  return entities.map((entity) => ({ ...entity, today: dayIn(entity.timeZone, at) }))
}

/** Adds a company that invoices. */
export async function createEntity(
  tx: Transaction,
  doing: Doing,
  wanted: NewEntity,
): Promise<{ id: string }> {
  const { organisationId, at } = doing
  const others = await store.selectLegalEntities(tx, organisationId)

  const { iban = '', ...fields } = definedOf(wanted)
  refuseEntity({ ...fields, iban }, others)

  const id = newId()
  await store.insertEntity(tx, {
    ...fields,
    id,
    organisationId,
    iban: plainIban(iban),
    balancesOn: dayIn(fields.timeZone, at),
    createdAt: at,
  })
  await appendEvent(tx, {
    ...doing,
    name: 'entity.created',
    subject: { kind: 'legal_entity', id },
    data: { code: fields.code, currency: fields.currency, country: fields.country },
  })
  return { id }
}

/** Changes a company; what is left out stays. */
export async function changeEntity(
  tx: Transaction,
  doing: Doing,
  { entityId, change }: { entityId: string; change: Change },
): Promise<void> {
  const entities = await store.selectLegalEntities(tx, doing.organisationId)
  const before = known(
    entities.find(({ id }) => id === entityId),
    'no_such_entity',
  )

  const fields = definedOf(change)
  const others = entities.filter(({ id }) => id !== entityId)
  refuseEntity({ ...before, ...fields }, others)

  if (Object.keys(fields).length === 0) return
  const iban = fields.iban === undefined ? {} : { iban: plainIban(fields.iban) }
  await store.updateEntity(tx, entityId, { ...fields, ...iban })
  await appendEvent(tx, {
    ...doing,
    name: 'entity.changed',
    subject: { kind: 'legal_entity', id: entityId },
    data: { fields: Object.keys(fields) },
  })
}

function plainIban(iban: string): string {
  return electronicFormatIBAN(iban) ?? ''
}

function refuseEntity(
  entity: { timeZone: string; currency: string; iban: string; code: string },
  others: readonly { code: string }[],
): void {
  const code = refusalOfEntity({
    isTimeZone: isTimeZone(entity.timeZone),
    isCurrency: CURRENCIES.has(entity.currency),
    isIban: entity.iban === '' || isValidIBAN(plainIban(entity.iban)),
    isCodeTaken: others.some((other) => other.code === entity.code),
  })
  if (code) refuse({ code })
}
