import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { addDays, day, dayIn, type Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { indexNames, refreshBalances } from '../../ledger/index.ts'
import type { World } from '../../world.ts'

type Values<Table extends keyof Schema> = Partial<Insertable<Schema[Table]>>

let counter = 0
const next = () => (counter += 1)

/** Rows of the ledger, put in plainly: what is not named gets a harmless value. */
export function givenLedger(world: World, organisationId: string) {
  const within = <Result>(work: (tx: Transaction) => Promise<Result>) =>
    inOrganisation(world.db, organisationId, work)
  const today = (): Day => dayIn('UTC', world.clock())
  let entity: Promise<string> | null = null
  const sources = new Map<string, Promise<string>>()

  async function legalEntity(fields: Values<'legalEntities'> = {}): Promise<string> {
    const id = newId()
    const values = {
      id,
      organisationId,
      name: 'Example Ltd',
      code: `E${next()}`,
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      country: 'DE',
      balancesOn: dayIn(fields.timeZone ?? 'Europe/Berlin', world.clock()),
      createdAt: world.clock(),
      ...fields,
    }
    await within((tx) => tx.insertInto('legalEntities').values(values).execute())
    return id
  }

  async function source(fields: Values<'sources'> = {}): Promise<string> {
    const id = newId()
    const legalEntityId = fields.legalEntityId ?? (await theEntity())
    const values = {
      id,
      organisationId,
      kind: 'file' as const,
      name: `Source ${next()}`,
      createdAt: world.clock(),
      ledgerSyncedAt: world.clock(),
      paymentsConsideredUntil: today(),
      ...fields,
      legalEntityId,
    }
    await within((tx) => tx.insertInto('sources').values(values).execute())
    return id
  }

  /** The legal entity that everything belongs to unless it says otherwise. */
  function theEntity(): Promise<string> {
    entity ??= legalEntity()
    return entity
  }

  function theSource(legalEntityId: string): Promise<string> {
    const known = sources.get(legalEntityId)
    if (known) return known
    const made = source({ legalEntityId, paymentsConsideredUntil: null })
    sources.set(legalEntityId, made)
    return made
  }

  async function customer(fields: Values<'customers'> = {}): Promise<string> {
    const id = newId()
    const legalEntityId = fields.legalEntityId ?? (await theEntity())
    const values = {
      id,
      organisationId,
      number: `C${next()}`,
      name: 'Customer Ltd',
      timeZone: 'Europe/Berlin',
      country: 'DE',
      createdAt: world.clock(),
      ...fields,
      legalEntityId,
    }
    await within(async (tx) => {
      await tx.insertInto('customers').values(values).execute()
      if (values.ownerId) {
        const owner = { customerId: id, ownerId: values.ownerId, fromOn: day('2020-01-01') }
        const row = { id: newId(), organisationId, recordedAt: world.clock(), ...owner }
        await tx.insertInto('customerOwners').values(row).execute()
      }
      await refreshBalances(tx, organisationId, [id])
      await indexNames(tx, organisationId, [id])
    })
    return id
  }

  async function contact(
    customerId: string,
    fields: { name?: string; email?: string } & Omit<Values<'contacts'>, 'name' | 'email'> = {},
  ): Promise<string> {
    const id = newId()
    const keys = await world.secrets.of(organisationId)
    const { name = 'Ada Example', email = `ada.${next()}@customer.test`, ...rest } = fields
    const values = {
      id,
      organisationId,
      customerId,
      isPrimary: true,
      createdAt: world.clock(),
      ...rest,
      name: keys.encrypt(name),
      email: keys.encrypt(email),
      emailHash: email === '' ? null : keys.hash(email),
    }
    await within((tx) => tx.insertInto('contacts').values(values).execute())
    return id
  }

  type Invoice = {
    number?: string
    kind?: Schema['receivables']['kind']
    totalMinor?: number
    currency?: string
    issuedOn?: string
    dueOn?: string
    sellerId?: string | null
  }

  /** An invoice with one open item, all of it open; its balance is kept. */
  async function invoice(customerId: string, fields: Invoice = {}) {
    const [id, openItemId] = [newId(), newId()]
    const { legalEntityId } = await within((tx) =>
      tx
        .selectFrom('customers')
        .select('legalEntityId')
        .where('id', '=', customerId)
        .executeTakeFirstOrThrow(),
    )
    const sourceId = await theSource(legalEntityId)
    const issuedOn = day(fields.issuedOn ?? addDays(today(), -40))
    const shared = { organisationId, legalEntityId, customerId }
    const {
      totalMinor = 100_00,
      currency = 'EUR',
      number = `R${next()}`,
      kind = 'invoice',
    } = fields
    await within(async (tx) => {
      await tx
        .insertInto('receivables')
        .values({
          ...shared,
          id,
          kind,
          number,
          issuedOn,
          currency,
          totalMinor,
          sellerId: fields.sellerId ?? null,
          sourceId,
          externalId: id,
          createdAt: world.clock(),
        })
        .execute()
      await tx
        .insertInto('openItems')
        .values({
          ...shared,
          id: openItemId,
          receivableId: id,
          issuedOn,
          dueOn: day(fields.dueOn ?? addDays(issuedOn, 30)),
          currency,
          totalMinor,
          openMinor: totalMinor,
        })
        .execute()
      await refreshBalances(tx, organisationId, [customerId])
    })
    return { id, openItemId, number }
  }

  type Payment = {
    amountMinor: number
    currency?: string
    receivedOn?: string
    /** Set against this open item, all of it unless `allocatedMinor` says less. */
    openItemId?: string
    allocatedMinor?: number
  }

  async function payment(customerId: string, fields: Payment): Promise<string> {
    const id = newId()
    const receivedOn = day(fields.receivedOn ?? today())
    const { legalEntityId } = await within((tx) =>
      tx
        .selectFrom('customers')
        .select('legalEntityId')
        .where('id', '=', customerId)
        .executeTakeFirstOrThrow(),
    )
    const sourceId = await theSource(legalEntityId)
    await within(async (tx) => {
      await tx
        .insertInto('payments')
        .values({
          id,
          organisationId,
          legalEntityId,
          customerId,
          amountMinor: fields.amountMinor,
          currency: fields.currency ?? 'EUR',
          receivedOn,
          sourceId,
          externalId: id,
          recordedAt: world.clock(),
        })
        .execute()
      if (fields.openItemId) {
        const amountMinor = fields.allocatedMinor ?? fields.amountMinor
        await allocate(tx, {
          customerId,
          openItemId: fields.openItemId,
          paymentId: id,
          amountMinor,
          allocatedOn: receivedOn,
        })
      }
      await refreshBalances(tx, organisationId, [customerId])
    })
    return id
  }

  async function allocate(
    tx: Transaction,
    row: {
      customerId: string
      openItemId: string
      paymentId: string
      amountMinor: number
      allocatedOn: Day
    },
  ): Promise<void> {
    const recorded = {
      id: newId(),
      organisationId,
      kind: 'payment' as const,
      recordedAt: world.clock(),
    }
    await tx
      .insertInto('allocations')
      .values({ ...recorded, ...row })
      .execute()
    await sql`update open_items set open_minor = open_minor - ${row.amountMinor},
      closed_on = case when open_minor = ${row.amountMinor} then ${row.allocatedOn}::date end
      where id = ${row.openItemId}`.execute(tx)
  }

  return { legalEntity, theEntity, source, customer, contact, invoice, payment }
}
