import { describe, expect, test } from 'vitest'

import { office } from '../../testing/import-office.ts'

const ledger = (...rows: string[]) =>
  ['Customer no;Customer name;Invoice no;Invoice date;Due date;Total;Open amount', ...rows].join(
    '\n',
  )

const FIRST = ledger(
  'K1;Alpha GmbH;R1;05.01.2026;04.02.2026;1.190,00;1.190,00',
  'K1;Alpha GmbH;R2;25.01.2026;24.02.2026;238,00;100,00',
  'K2;Beta AG;R3;26.01.2026;25.02.2026;50,00;0,00',
  'K2;Beta AG;G1;27.01.2026;27.01.2026;-20,00;-20,00',
)

test('a ledger file is looked at, mapped, compared and taken', async () => {
  const { imports, entity, asker, documents } = await office()
  const [id = ''] = await imports.upload(entity, [{ name: 'ledger.csv', content: FIRST }])
  const seen = await imports.settle(id)

  expect(seen).toMatchObject({ state: 'to_map', kind: 'receivables', format: 'csv', rowCount: 4 })
  expect(seen.inspection).toMatchObject({ delimiter: ';', decimal: ',', dateOrder: 'dmy' })
  expect(seen.inspection.columns[1]).toMatchObject({
    heading: 'Customer name',
    field: 'customer_name',
    samples: ['Alpha GmbH', 'Alpha GmbH', 'Beta AG'],
  })

  const compared = await imports.confirm(id)
  expect(compared).toMatchObject({ state: 'to_apply', errors: 0 })
  expect(compared.difference).toMatchObject({
    customers: { new: 2 },
    receivables: { new: 4, changed: 0, same: 0, gone: 0, rejected: 0 },
    open: [{ before: { minor: 0 }, after: { minor: 1_270_00, currency: 'EUR' } }],
  })
  expect(compared.difference.controls).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        field: 'total',
        isReconciled: true,
        file: { count: 4, amount: { minor: 1_458_00, currency: 'EUR' } },
      }),
      expect.objectContaining({ field: 'open_amount', isReconciled: true }),
    ]),
  )
  const changes = await asker.get(`/imports/${id}/changes?kind=new&subject=receivable`)
  expect(changes.body.rows[0]).toMatchObject({ number: 'R1', name: 'Alpha GmbH', line: 2 })
  expect(await documents()).toEqual([])

  expect(await imports.apply(id)).toMatchObject({ state: 'applied', appliedAs: 'whole' })
  expect(await documents()).toMatchObject([
    { number: 'G1', kind: 'credit_note', total: -20_00, open: -20_00, closedOn: null },
    { number: 'R1', customer: 'K1', dueOn: '2026-02-04', total: 1_190_00, open: 1_190_00 },
    { number: 'R2', total: 238_00, open: 100_00 },
    { number: 'R3', total: 50_00, open: 0, closedOn: '2026-03-02' },
  ])
})

test('the figures of customers and the as-of line follow', async () => {
  const { imports, entity, asker, query } = await office()
  await imports.applied(entity, FIRST)
  expect(
    await query(`select c.number, b.owed_minor, b.overdue_minor, b.credit_minor from customer_balances b
      join customers c on c.id = b.customer_id order by 1`),
  ).toEqual([
    { number: 'K1', owedMinor: 1_290_00, overdueMinor: 1_290_00, creditMinor: 0 },
    { number: 'K2', owedMinor: 0, overdueMinor: 0, creditMinor: -20_00 },
  ])
  const { body } = await asker.get('/freshness')
  expect(body.entities[0]).toMatchObject({
    ledgerSyncedAt: '2026-03-02T12:00:00.000Z',
    paymentsConsideredUntil: '2026-03-02',
  })
})

test('P76 the same file twice changes nothing', async () => {
  const { imports, entity, documents, query } = await office()
  await imports.applied(entity, FIRST)
  const before = await documents()
  const again = await imports.compared(entity, FIRST)
  expect(again).toMatchObject({ state: 'to_apply', isRemembered: true })
  expect(again.difference).toMatchObject({
    customers: { new: 0, changed: 0, same: 2 },
    receivables: { new: 0, changed: 0, same: 4, gone: 0 },
  })
  await imports.apply(again.id)
  expect(await documents()).toEqual(before)
  const [counts] = await query('select count(*) as allocations from allocations')
  expect(counts).toEqual({ allocations: 2 })
})

test('a changed row updates its document, a new one is added, one that is gone is flagged', async () => {
  const { imports, entity, documents, asker, setNow } = await office()
  await imports.applied(entity, FIRST)
  setNow('2026-03-10T12:00:00Z')
  const next = await imports.compared(
    entity,
    ledger(
      'K1;Alpha GmbH;R2;25.01.2026;28.02.2026;238,00;60,00',
      'K2;Beta AG;G1;27.01.2026;27.01.2026;-20,00;-20,00',
      'K3;Gamma;R4;09.03.2026;08.04.2026;10,00;10,00',
    ),
  )
  expect(next.difference).toMatchObject({
    customers: { new: 1, same: 2 },
    receivables: { new: 1, changed: 1, same: 1, gone: 1 },
    open: [{ before: { minor: 1_270_00 }, after: { minor: 1_240_00 } }],
  })
  const gone = await asker.get(`/imports/${next.id}/changes?kind=gone`)
  expect(gone.body.rows).toMatchObject([{ number: 'R1', name: 'Alpha GmbH' }])
  await imports.apply(next.id)
  expect(await documents()).toMatchObject([
    { number: 'G1', open: -20_00, gone: false },
    { number: 'R1', open: 1_190_00, gone: true },
    { number: 'R2', dueOn: '2026-02-28', open: 60_00, gone: false },
    { number: 'R3', open: 0, gone: false },
    { number: 'R4', open: 10_00 },
  ])
})

test('what is gone comes back when a later file has it again', async () => {
  const { imports, entity, documents } = await office()
  const whole = ledger(
    'K1;A;R1;05.01.2026;04.02.2026;10,00;10,00',
    'K1;A;R2;05.01.2026;04.02.2026;20,00;20,00',
  )
  await imports.applied(entity, whole)
  await imports.applied(entity, ledger('K1;A;R2;05.01.2026;04.02.2026;20,00;20,00'))
  expect(await documents()).toMatchObject([{ gone: true }, { gone: false }])
  await imports.applied(entity, whole)
  expect(await documents()).toMatchObject([
    { gone: false, open: 10_00 },
    { gone: false, open: 20_00 },
  ])
})

test('somebody who says that the list is complete may have what is gone settled', async () => {
  const { imports, entity, documents, query, setNow } = await office()
  await imports.applied(entity, FIRST)
  setNow('2026-03-10T12:00:00Z')
  const rest = ledger('K2;Beta AG;G1;27.01.2026;27.01.2026;-20,00;-20,00')
  const { id } = await imports.compared(entity, rest)
  const chosen = await imports.confirm(id, {}, { choices: { isComplete: true, gone: 'settle' } })
  expect(chosen.difference.open).toMatchObject([
    { before: { minor: 1_270_00 }, after: { minor: -20_00 } },
  ])
  await imports.apply(id)
  expect(await documents()).toMatchObject([
    { number: 'G1', open: -20_00 },
    { number: 'R1', open: 0, closedOn: '2026-03-10', gone: true },
    { number: 'R2', open: 0, closedOn: '2026-03-10' },
    { number: 'R3', open: 0, closedOn: '2026-03-02' },
  ])
  expect(
    await query(`select kind, allocated_on from allocations where allocated_on > '2026-03-05'`),
  ).toEqual([
    { kind: 'adjustment', allocatedOn: '2026-03-10' },
    { kind: 'adjustment', allocatedOn: '2026-03-10' },
  ])
})

test('a file that is not complete lets everything else be', async () => {
  const { imports, entity, documents } = await office()
  await imports.applied(entity, FIRST)
  const rest = ledger('K9;Nu;R9;27.01.2026;27.01.2026;20,00;20,00')
  const { id } = await imports.compared(entity, rest)
  const chosen = await imports.confirm(id, {}, { choices: { isComplete: false } })
  expect(chosen.difference.receivables).toMatchObject({ gone: 0, new: 1 })
  await imports.apply(id)
  expect((await documents()).some(({ gone }) => gone)).toBe(false)
})

describe('P56 the same number', () => {
  test('of an invoice and of a credit note are two documents', async () => {
    const { imports, entity, documents } = await office()
    await imports.applied(
      entity,
      ledger(
        'K1;A;1001;05.01.2026;04.02.2026;10,00;10,00',
        'K1;A;1001;05.01.2026;04.02.2026;-4,00;-4,00',
      ),
    )
    expect(await documents()).toMatchObject([
      { number: '1001', kind: 'credit_note', open: -4_00 },
      { number: '1001', kind: 'invoice', open: 10_00 },
    ])
  })

  test('in two legal entities are two documents', async () => {
    const { imports, entity, documents, given } = await office()
    const other = await given.legalEntity({ code: 'FR01' })
    const file = ledger('K1;A;1001;05.01.2026;04.02.2026;10,00;10,00')
    await imports.applied(entity, file)
    await imports.applied(other, file)
    expect(await documents()).toHaveLength(2)
  })

  test('of two company codes in one file are two documents, each at its entity', async () => {
    const { imports, entity, documents, given, query } = await office()
    const other = await given.legalEntity({ code: 'FR01', name: 'France SA' })
    const [first] = await query<{ code: string }>(
      `select code from legal_entities where id = '${entity}'`,
    )
    const rows = ['Company code;Customer no;Invoice no;Invoice date;Due date;Open amount']
    rows.push(
      `${first?.code};K1;1001;05.01.2026;04.02.2026;10,00`,
      'FR01;K1;1001;05.01.2026;04.02.2026;20,00',
      '7777;K1;1001;05.01.2026;04.02.2026;30,00',
    )
    const { id, ...compared } = await imports.compared(entity, rows.join('\n'))
    expect(compared).toMatchObject({ errors: 1 })
    const chosen = await imports.confirm(id, {}, { choices: { entities: { 7777: other } } })
    expect(chosen).toMatchObject({
      errors: 0,
      difference: { receivables: { new: 3 }, customers: { new: 2 } },
    })
    await imports.apply(id)
    expect((await documents()).map((one) => Number(one.open)).toSorted((a, b) => a - b)).toEqual([
      10_00, 20_00, 30_00,
    ])
  })
})

describe('P76 rows that repeat a number', () => {
  test('are instalments, by due date', async () => {
    const { imports, entity, documents, query } = await office()
    const file = ledger(
      'K1;A;R1;05.01.2026;04.03.2026;50,00;50,00',
      'K1;A;R1;05.01.2026;04.02.2026;50,00;20,00',
    )
    await imports.applied(entity, file)
    expect(await documents()).toMatchObject([
      { sequence: 1, dueOn: '2026-02-04', open: 20_00 },
      { sequence: 2, dueOn: '2026-03-04', open: 50_00 },
    ])
    expect(await query('select total_minor from receivables')).toEqual([{ totalMinor: 100_00 }])
    const again = await imports.compared(entity, file)
    expect(again.difference.receivables).toMatchObject({ same: 1, changed: 0, new: 0 })
  })

  test('and are identical count as often as they come, and the totals stay those of the file', async () => {
    const { imports, entity, documents } = await office()
    const row = 'K1;A;R1;05.01.2026;04.02.2026;50,00;50,00'
    const compared = await imports.compared(entity, ledger(row, row))
    expect(compared.difference.controls).toMatchObject([
      { isReconciled: true },
      { isReconciled: true },
    ])
    await imports.apply(compared.id)
    expect(await documents()).toMatchObject([
      { sequence: 1, open: 50_00 },
      { sequence: 2, open: 50_00 },
    ])
  })

  test('of invoice lines, with the whole amount on each, are one document', async () => {
    const { imports, entity, documents } = await office()
    const file = [
      'Customer;Invoice number;Invoice date;Due date;Total;Quantity;Line amount',
      'A;R1;2026-01-05;2026-02-04;50.00;1;20.00',
      'A;R1;2026-01-05;2026-02-04;50.00;3;30.00',
    ].join('\n')
    const compared = await imports.compared(entity, file)
    expect(compared.difference.receivables).toMatchObject({ new: 1 })
    await imports.apply(compared.id)
    expect(await documents()).toMatchObject([{ number: 'R1', total: 50_00 }])
  })
})

test('P61 a missing due date is the date of the document plus terms, and flagged', async () => {
  const { imports, entity, documents, query, asker, given } = await office()
  await given.customer({ number: 'K1', name: 'A', termsDays: 14 })
  const { id } = await imports.compared(
    entity,
    ledger(
      'K1;A;R1;05.01.2026;;10,00;10,00',
      'K2;B;R2;05.01.2026;;10,00;10,00',
      'K2;B;R3;;04.02.2026;10,00;10,00',
    ),
  )
  const { body } = await asker.get(`/imports/${id}/findings?severity=warning`)
  expect(body.rows.map(({ code, line }: { code: string; line: number }) => [code, line])).toEqual([
    ['due_date_assumed', 2],
    ['due_date_assumed', 3],
    ['issue_date_assumed', 4],
  ])
  await imports.apply(id)
  expect(await documents()).toMatchObject([
    { number: 'R1', dueOn: '2026-01-19' },
    { number: 'R2', dueOn: '2026-02-04' },
    { number: 'R3', dueOn: '2026-02-04' },
  ])
  expect(await query('select number, due_is_assumed from receivables order by 1')).toEqual([
    { number: 'R1', dueIsAssumed: true },
    { number: 'R2', dueIsAssumed: true },
    { number: 'R3', dueIsAssumed: false },
  ])
})

describe('rejected rows', () => {
  const file = ledger(
    'K1;A;R1;05.01.2026;04.02.2026;10,00;10,00',
    'K1;A;R2;05.01.2026;31.02.2026;20,00;20,00',
    'K1;A;R3;05.01.2026;04.02.2026;30,00;40,00',
    'K1;=HYPERLINK("x");R4;soon;04.02.2026;x;40,00',
    ';;R5;05.01.2026;04.02.2026;5,00;5,00',
    'K1;A;;05.01.2026;04.02.2026;6,00;6,00',
  )

  test('P76 are listed with line, column, value and reason, and nothing is taken', async () => {
    const { imports, entity, asker, documents } = await office()
    const { id, ...compared } = await imports.compared(entity, file)
    expect(compared.difference.receivables).toMatchObject({ new: 1, rejected: 5 })
    const { body } = await asker.get(`/imports/${id}/findings?severity=error`)
    expect(
      body.rows.map(({ code, line, column, value }: Record<string, unknown>) => [
        line,
        code,
        column,
        value,
      ]),
    ).toEqual([
      [3, 'date_impossible', 'Due date', '31.02.2026'],
      [4, 'open_exceeds_total', null, '40.00'],
      [5, 'not_a_date', 'Invoice date', 'soon'],
      [5, 'not_an_amount', 'Total', 'x'],
      [6, 'customer_missing', null, null],
      [7, 'number_missing', null, null],
    ])
    const refused = await asker.post(`/imports/${id}/application`, { goodRows: false })
    expect(refused).toMatchObject({ status: 409, body: { code: 'import_has_errors' } })
    expect(await documents()).toEqual([])
  })

  test('may be left out on purpose', async () => {
    const { imports, entity, documents } = await office()
    const { id } = await imports.compared(entity, file)
    expect(await imports.apply(id, true)).toMatchObject({
      state: 'applied',
      appliedAs: 'good_rows',
    })
    expect(await documents()).toMatchObject([{ number: 'R1' }])
  })

  test('can be corrected in place and retried', async () => {
    const { imports, entity, asker, documents } = await office()
    const { id } = await imports.compared(entity, file)
    const line = await asker.get(`/imports/${id}/lines/3`)
    expect(line.body.cells[4]).toMatchObject({
      heading: 'Due date',
      text: '31.02.2026',
      corrected: null,
    })
    await asker.post(`/imports/${id}/corrections`, {
      corrections: [
        { kind: 'cell', line: 3, position: 4, text: '28.02.2026' },
        { kind: 'cell', line: 4, position: 6, text: '30,00' },
        { kind: 'leave_out', line: 5 },
        { kind: 'cell', line: 6, position: 0, text: 'K7' },
        { kind: 'leave_out', line: 7 },
      ],
    })
    const again = await imports.settle(id)
    expect(again).toMatchObject({ state: 'to_apply', errors: 0 })
    expect((await asker.get(`/imports/${id}/lines/3`)).body.cells[4]).toMatchObject({
      corrected: '28.02.2026',
    })
    await imports.apply(id)
    expect(await documents()).toMatchObject([
      { number: 'R1' },
      { number: 'R2', dueOn: '2026-02-28' },
      { number: 'R3', open: 30_00 },
      { number: 'R5', customer: 'K7' },
    ])
  })

  test('P77 come back as CSV whose formulas are defused', async () => {
    const { imports, entity, asker } = await office()
    const { id } = await imports.compared(entity, file)
    const { body, headers } = await asker.get(`/imports/${id}/rejected.csv`)
    expect(headers['content-disposition']).toContain('attachment')
    expect(body).toContain(`"'=HYPERLINK(""x"")"`)
    expect(body.split('\r\n')).toHaveLength(7)
  })
})

const open = (...rows: string[]) =>
  ['Customer no;Invoice no;Invoice date;Due date;Open amount', ...rows].join('\n')

describe('a list of open items only', () => {
  test('that shows less open is a dated adjustment, and more again takes it back', async () => {
    const { imports, entity, documents, query, setNow } = await office()
    await imports.applied(entity, open('K1;R1;05.01.2026;04.02.2026;100,00'))
    setNow('2026-03-09T12:00:00Z')
    const second =
      'Customer no;Invoice no;Invoice date;Due date;Total;Open amount\nK1;R1;05.01.2026;04.02.2026;100,00;60,00'
    await imports.applied(entity, second)
    expect(await documents()).toMatchObject([{ total: 100_00, open: 60_00 }])
    setNow('2026-03-16T12:00:00Z')
    await imports.applied(entity, second.replace('60,00', '90,00'))
    expect(await documents()).toMatchObject([{ open: 90_00 }])
    expect(
      await query('select amount_minor, allocated_on, kind from allocations order by allocated_on'),
    ).toEqual([
      { amountMinor: 40_00, allocatedOn: '2026-03-09', kind: 'adjustment' },
      { amountMinor: -30_00, allocatedOn: '2026-03-16', kind: 'adjustment' },
    ])
  })

  test('never reopens what a payment recorded here has settled', async () => {
    const { imports, entity, documents, asker, query, given } = await office()
    const file = open('K1;R1;05.01.2026;04.02.2026;100,00')
    await imports.applied(entity, file)
    const [item] = await query<{ id: string; customerId: string }>(
      'select id, customer_id from open_items',
    )
    await given.payment(item?.customerId ?? '', { amountMinor: 100_00, openItemId: item?.id ?? '' })
    expect(await documents()).toMatchObject([{ open: 0 }])
    const again = await imports.compared(entity, file)
    const { body } = await asker.get(`/imports/${again.id}/findings`)
    expect(body.rows.map(({ code }: { code: string }) => code)).toContain('settled_although_open')
    await imports.apply(again.id)
    expect(await documents()).toMatchObject([{ open: 0 }])
  })
})

test('a file with days of settlement makes payments on those days', async () => {
  const { imports, entity, documents, query } = await office()
  const file = [
    'customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate',
    'A,1,1/13/2026,2/12/2026,55.94,2/20/2026',
    'A,2,1/13/2026,2/12/2026,10.00,',
  ].join('\n')
  await imports.applied(entity, file)
  expect(await documents()).toMatchObject([
    { number: '1', open: 0, closedOn: '2026-02-20' },
    { number: '2', open: 10_00, closedOn: null },
  ])
  expect(await query('select amount_minor, received_on from payments')).toEqual([
    { amountMinor: 55_94, receivedOn: '2026-02-20' },
  ])
  const again = await imports.compared(entity, file)
  expect(again.difference.receivables).toMatchObject({ same: 2, changed: 0, new: 0 })
})
