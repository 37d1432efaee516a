import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import { openFiles, openSecrets } from '../../access/index.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { importJobs } from '../../intake/index.ts'
import { office } from '../../testing/import-office.ts'

const ROWS = 4_000
const FILE = [
  'Customer no;Customer name;Invoice no;Invoice date;Due date;Total;Open amount',
  ...Array.from({ length: ROWS }, (_, at) => {
    return `K${at % 300};Customer ${at % 300};R${at};05.01.2026;04.02.2026;100,00;${at % 3 === 0 ? '40,00' : '100,00'}`
  }),
].join('\n')

async function counts(all: Awaited<ReturnType<typeof office>>) {
  const [row] = await all.query<Record<string, number>>(`
    select (select count(*) from customers) as customers, (select count(*) from receivables) as documents,
      (select count(*) from open_items) as items, (select count(*) from allocations) as allocations,
      (select count(*) from customer_balances) as balances,
      (select count(*) from events where name = 'import.applied') as events`)
  return row
}

const NOTHING = { customers: 0, documents: 0, items: 0, allocations: 0, balances: 0, events: 0 }
const EVERYTHING = {
  customers: 300,
  documents: ROWS,
  items: ROWS,
  allocations: Math.ceil(ROWS / 3),
  balances: 300,
  events: 1,
}

test('P75 a process killed at any instant of an import leaves nothing half done, and another finishes it', async () => {
  const all = await office()
  const key = randomBytes(32)
  const folder = await mkdtemp(join(tmpdir(), 'goodterms-crash-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  // The child opens the same files with the same keys.
  const secrets = openSecrets(all.world.db, key)
  await all.world.db.updateTable('organisations').set({ dataKey: secrets.newDataKey() }).execute()
  Object.assign(all.world, { secrets, files: openFiles(folder, secrets) })
  const { id } = await all.imports.compared(all.entity, FILE)
  await all.asker.post(`/imports/${id}/application`, { goodRows: false })

  const order = {
    ownerUrl: all.world.ownerUrl,
    key: key.toString('hex'),
    folder,
    now: all.world.clock(),
    organisationId: all.organisation,
    importId: id,
  }
  const child = join(import.meta.dirname, '../../testing/apply-in-child.ts')
  let killed = 0
  for (const after of [1, 60, 150, 250, 400, 600]) {
    const sibling = fork(child, { env: { ...process.env, APPLY: JSON.stringify(order) } })
    const ended = new Promise((resolve) => sibling.once('exit', resolve))
    await new Promise((resolve) => sibling.once('message', resolve))
    await pause(after)
    if (sibling.kill('SIGKILL')) killed += 1
    await ended
    await settled(all)
    const now = await counts(all)
    if (now?.['events'] === 1) break
    expect(now).toEqual(NOTHING)
    expect((await all.asker.get(`/imports/${id}`)).body.state).toBe('applying')
  }
  expect(killed).toBeGreaterThan(2)

  expect(await all.imports.settle(id)).toMatchObject({ state: 'applied' })
  expect(await counts(all)).toEqual(EVERYTHING)
})

/** PostgreSQL needs a moment to notice that a client is gone. */
async function settled({ world }: Awaited<ReturnType<typeof office>>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await sql<{ count: number }>`select count(*) from pg_stat_activity
      where datname = current_database() and application_name = 'goodterms bulk'`.execute(world.db)
    if (rows[0]?.count === 0) return
    await pause(20)
  }
}

test('of two workers at the same import one takes it, and it is taken once', async () => {
  const all = await office()
  const { id } = await all.imports.compared(all.entity, FILE)
  await all.asker.post(`/imports/${id}/application`, { goodRows: false })
  const job = importJobs(all.world).find(({ task }) => task === 'imports_apply')
  const payload = {
    organisationId: all.organisation,
    importId: id,
    by: { kind: 'operator' },
    goodRows: false,
  }
  await Promise.all([job?.work(payload), job?.work(payload)])
  expect(await counts(all)).toEqual(EVERYTHING)
})

test('two imports of the same file at once are one ledger', async () => {
  const all = await office()
  const first = await all.imports.compared(all.entity, FILE)
  const second = await all.imports.compared(all.entity, FILE)
  const [a, b] = await Promise.all([all.imports.apply(first.id), all.imports.apply(second.id)])
  expect([a.state, b.state]).toEqual(['applied', 'applied'])
  expect(await counts(all)).toEqual({ ...EVERYTHING, events: 2 })
  const tallies = [a, b]
    .map(({ difference }) => difference.receivables.new)
    .toSorted((x, y) => x - y)
  expect(tallies).toEqual([0, ROWS])
})

test('a cancelled import stops at its next step and undoes itself', async () => {
  const all = await office()
  const { id } = await all.imports.compared(all.entity, FILE)
  await all.asker.post(`/imports/${id}/application`, { goodRows: false })
  const applying = all.imports.settle(id)
  const reply = await all.asker.post(`/imports/${id}/cancellation`)
  await applying
  const { body } = await all.asker.get(`/imports/${id}`)
  const isInTime = reply.status === 200
  expect(body.state).toBe(isInTime ? 'cancelled' : 'applied')
  expect(await counts(all)).toEqual(isInTime ? NOTHING : EVERYTHING)
})

test('new mapping while a comparison runs: the older result is void', async () => {
  const all = await office()
  const { id } = await all.imports.compared(all.entity, FILE)
  const { body } = await all.asker.get(`/imports/${id}`)
  const columns = body.inspection.columns.map(({ position, field }: Record<string, unknown>) => ({
    position,
    field,
  }))
  const map = async (mapped: unknown) =>
    (await all.asker.put(`/imports/${id}/mapping`, { kind: 'receivables', columns: mapped })).status
  const without = columns.map((column: { field: string }) =>
    column.field === 'open_amount' ? { ...column, field: null } : column,
  )
  expect(await map(without)).toBe(202)
  const slow = all.imports.settle(id)
  expect(await map(columns)).toBe(202)
  await slow
  const left = await all.imports.settle(id)
  const again = await all.asker.get(`/imports/${id}`)
  expect(left.state).toBe('to_apply')
  expect(again.body.inspection.columns.map(({ field }: { field: string }) => field)).toEqual(
    columns.map(({ field }: { field: string }) => field),
  )
})

test('what somebody else owes stays theirs: other organisations see nothing of an import', async () => {
  const all = await office()
  const { id } = await all.imports.applied(all.entity, FILE.split('\n').slice(0, 5).join('\n'))
  const elsewhere = await all.given.organisation()
  const person = await all.given.in(elsewhere).person('collector')
  const stranger = all.as(person, elsewhere)
  for (const url of [
    `/imports/${id}`,
    `/imports/${id}/findings`,
    `/imports/${id}/changes`,
    `/imports/${id}/lines/2`,
    `/imports/${id}/rejected.csv`,
  ]) {
    expect((await stranger.get(url)).status).toBe(404)
  }
  expect((await stranger.get('/imports')).body.rows).toEqual([])
  expect((await stranger.post(`/imports/${id}/application`, {})).status).toBe(404)
  const rows = await inOrganisation(all.world.db, elsewhere, async (tx) => {
    return (await sql`select id from imports`.execute(tx)).rows
  })
  expect(rows).toEqual([])
})
