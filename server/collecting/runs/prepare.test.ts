import { createHash } from 'node:crypto'

import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { statementPdf } from '../../talking/index.ts'
import { collectingApp } from '../../testing/collecting-app.ts'
import { storedFrom } from '../messages/index.ts'
import { prepareStatements } from './index.ts'

const MARK = Buffer.from('%PDF-1.7 the statement that was set ahead')

/** A planned run whose statement is set ahead; in its place stands a mark that cannot be mistaken. */
async function prepared() {
  const app = await collectingApp()
  const { debtor, plan, given, world, organisationId } = app
  const debt = await debtor({ email: 'ada@customer.test' })
  const runId = await plan()
  const run = { organisationId, runId }
  const count = await prepareStatements(world, run)
  const keys = await world.secrets.of(organisationId)
  const kept = () =>
    given.within((tx) => tx.selectFrom('preparedStatements').select('content').execute())
  const [first] = await kept()
  await given.within((tx) => {
    const content = keys.encryptBytes(MARK).toString('base64')
    return sql`with gone as (delete from prepared_statements returning *)
      insert into prepared_statements (id, organisation_id, run_id, digest, content)
      select gen_random_uuid(), organisation_id, run_id, digest, ${content} from gone`.execute(tx)
  })

  /** The attached statement and the bytes that its figures make when it is set now. */
  async function attached() {
    const [mail] = await app.mail.received()
    const [message] = await app.rows.messages()
    const { figures } = storedFrom(keys.decrypt(message?.snapshot ?? ''))
    const fresh = await statementPdf(figures, message?.language ?? '')
    return {
      isMark: mail?.source.includes(MARK.toString('base64')) ?? false,
      isFresh: message?.statementSha256 === createHash('sha256').update(fresh).digest('hex'),
    }
  }

  return { ...app, ...debt, run, runId, count, first, kept, attached }
}

test('a statement is set ahead once, kept sealed, and goes along while its figures hold', async () => {
  const { count, first, run, runId, world, send, attached } = await prepared()
  expect(count).toBe(1)
  expect(first?.content.includes('%PDF')).toBe(false)
  expect(await prepareStatements(world, run)).toBe(0)

  await send(runId)

  expect(await attached()).toEqual({ isMark: true, isFresh: false })
})

test.each([
  ['a part of the money came', { table: 'open_items', set: 'open_minor = 60_00' }],
  ['the address changed', { table: 'legal_entities', set: "address = '9 New Street'" }],
  [
    'payments are considered further',
    { table: 'sources', set: 'payments_considered_until = ledger_synced_at::date' },
  ],
  ['the order is named', { table: 'receivables', set: "purchase_order = 'PO 9'" }],
])('P36 P48 a statement set ahead is never sent once %s', async (_what, { table, set }) => {
  const { given, runId, send, attached } = await prepared()
  await given.within((tx) => sql.raw(`update ${table} set ${set}`).execute(tx))

  await send(runId)

  expect(await attached()).toEqual({ isMark: false, isFresh: true })
})

test('what was set ahead is removed once the run is sent', async () => {
  const { kept, runId, send } = await prepared()
  expect(await kept()).toHaveLength(1)
  await send(runId)
  expect(await kept()).toEqual([])
})

test('what was set ahead is removed once the run is cancelled, and not before', async () => {
  const { kept, runId, collector, tend } = await prepared()
  await tend()
  expect(await kept()).toHaveLength(1)
  await collector.post(`/runs/${runId}/cancellation`)
  await tend()
  expect(await kept()).toEqual([])
})
