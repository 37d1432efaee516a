import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import { connect } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { testApp } from '../../testing/test-app.ts'
import { verifyLedger, type Difference } from '../index.ts'

/** A paid and an open invoice with an owner, and a way to forge them as the database's master could. */
async function house() {
  const { given, as, world, organisation } = await testApp({ now: '2026-11-20T12:00:00Z' })
  const customer = await given.customer({})
  await as('credit_manager').post(`/customers/${customer}/owners`, {
    ownerId: await given.person('seller'),
    fromOn: '2026-01-01',
  })
  await given.invoice(customer, { totalMinor: 100_00, issuedOn: '2026-10-01', dueOn: '2026-11-01' })
  const { openItemId } = await given.invoice(customer, {
    totalMinor: 60_00,
    issuedOn: '2026-10-01',
    dueOn: '2026-11-01',
  })
  const paid = await as('credit_manager').post(`/customers/${customer}/payments`, {
    amountMinor: 60_00,
    currency: 'EUR',
    receivedOn: '2026-10-20',
    allocations: [{ openItemId, amountMinor: 60_00 }],
  })
  if (paid.status !== 201) throw new Error(JSON.stringify(paid.body))
  const master = connect(world.ownerUrl, { as: 'owner', connections: 1 })
  onTestFinished(() => master.destroy())
  const forge = async (text: string) => {
    await sql.raw('set session_replication_role = replica').execute(master)
    await sql.raw(text).execute(master)
  }
  const differences = () =>
    inOrganisation(world.db, organisation, (tx) => verifyLedger(tx, organisation))
  return { forge, differences }
}

const FORGERIES: [Difference['what'], string][] = [
  ['open_amount', 'update open_items set open_minor = open_minor - 1 where closed_on is null'],
  ['open_amount', `update open_items set closed_on = '2026-10-21' where closed_on is not null`],
  ['balance', 'update customer_balances set unapplied_minor = 5'],
  ['balance', 'delete from customer_balances'],
  ['standing', 'delete from customer_standings'],
  ['owner', 'update customers set owner_id = null'],
  ['search_words', 'delete from customer_words'],
  ['too_much_allocated', 'update payments set amount_minor = 5900'],
  ['allocated_before_document', `update allocations set allocated_on = '2026-09-30'`],
]

test.each(FORGERIES)('%s: somebody has forged it (%s), and it is found out', async (what, text) => {
  const { forge, differences } = await house()
  expect(await differences()).toEqual([])

  await forge(text)

  expect((await differences()).map((one) => one.what)).toContain(what)
})
