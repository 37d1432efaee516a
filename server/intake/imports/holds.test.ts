import { expect, test } from 'vitest'

import { office } from '../../testing/import-office.ts'

const ledger = (...rows: string[]) =>
  [
    'Customer no;Customer name;Blocked;Invoice no;Invoice date;Due date;Total;Open amount;Disputed',
    ...rows,
  ].join('\n')

const HELD = ledger(
  'K1;Alpha GmbH;X;R1;05.01.2026;04.02.2026;100,00;100,00;',
  'K1;Alpha GmbH;;R2;05.01.2026;04.02.2026;100,00;100,00;no',
  'K2;Beta AG;0;R3;05.01.2026;04.02.2026;100,00;100,00;Case 4711',
  'K3;Gamma SA;;R4;05.01.2026;04.02.2026;100,00;100,00;N',
)

const holds = ({ query }: Awaited<ReturnType<typeof office>>) =>
  query<Record<string, unknown>>(`
    select c.number as customer, r.number as document, h.reason, h.note, h.starts_on, h.ends_on,
      h.lifted_on
    from holds h join customers c on c.id = h.customer_id
    left join receivables r on r.id = h.receivable_id order by h.id`)

test('who is blocked and what is disputed in the file is held, and says so before', async () => {
  const all = await office()
  const seen = await all.imports.applied(all.entity, HELD)

  expect(seen).toMatchObject({ state: 'applied', errors: 0 })
  const findings = await all.asker.get(`/imports/${seen.id}/findings`)
  expect(findings.body.counts).toEqual(
    expect.arrayContaining([
      { severity: 'info', code: 'customers_blocked', count: 1 },
      { severity: 'info', code: 'documents_disputed', count: 1 },
    ]),
  )
  const days = { startsOn: '2026-03-02', endsOn: '2026-03-31', liftedOn: null }
  expect(await holds(all)).toMatchObject([
    { customer: 'K1', document: null, reason: 'other', note: 'Ledger', ...days },
    { customer: 'K2', document: 'R3', reason: 'dispute', note: 'Ledger', ...days },
  ])
})

test('the same file again holds nothing twice; before the hold ends it is placed anew', async () => {
  const all = await office()
  await all.imports.applied(all.entity, HELD)
  all.setNow('2026-03-20T10:00:00Z')
  await all.imports.applied(all.entity, HELD)
  expect(await holds(all)).toHaveLength(2)

  all.setNow('2026-03-30T10:00:00Z')
  await all.imports.applied(all.entity, HELD)
  expect(await holds(all)).toMatchObject([
    { endsOn: '2026-03-31' },
    { endsOn: '2026-03-31' },
    { customer: 'K1', startsOn: '2026-03-30', endsOn: '2026-04-28' },
    { customer: 'K2', startsOn: '2026-03-30', endsOn: '2026-04-28' },
  ])
})

test('what the file no longer says is lifted; what a person has placed stays', async () => {
  const all = await office()
  await all.imports.applied(all.entity, HELD)
  const [row] = await all.query<{ id: string }>(`select id from customers where number = 'K1'`)
  await all.asker.post(`/customers/${row?.id}/holds`, {
    receivableId: null,
    reason: 'relationship',
    note: 'Talks are on',
    endsOn: '2026-03-10',
  })

  all.setNow('2026-03-05T10:00:00Z')
  await all.imports.applied(all.entity, HELD.replace('GmbH;X;', 'GmbH;-;').replace('Case 4711', ''))

  expect(await holds(all)).toMatchObject([
    { customer: 'K1', note: 'Ledger', liftedOn: '2026-03-05' },
    { customer: 'K2', note: 'Ledger', liftedOn: '2026-03-05' },
    { customer: 'K1', note: 'Talks are on', liftedOn: null },
  ])
})

test('a file without such columns holds and lifts nothing', async () => {
  const all = await office()
  await all.imports.applied(all.entity, HELD)
  const plain = HELD.replace('Blocked', 'Remark').replace('Disputed', 'Other')
  const [id = ''] = await all.imports.upload(all.entity, [{ name: 'a.csv', content: plain }])
  await all.imports.settle(id)
  await all.imports.confirm(id, { Remark: null, Other: null })
  await all.imports.apply(id)

  expect(await holds(all)).toMatchObject([{ liftedOn: null }, { liftedOn: null }])
})
