import { describe, expect, test } from 'vitest'

import { office } from '../../testing/import-office.ts'

const payments = (...rows: string[]) =>
  ['Payment date;Customer no;Invoice no;Amount;Reference', ...rows].join('\n')

async function owing() {
  const all = await office()
  const customerId = await all.given.customer({ number: 'K1', name: 'Alpha' })
  const invoice = await all.given.invoice(customerId, {
    number: 'R1',
    totalMinor: 100_00,
    issuedOn: '2026-01-05',
  })
  const state = async () => {
    const [row] = await all.query<{ open: number; unapplied: number }>(`
      select (select sum(open_minor)::bigint from open_items) as open,
        (select sum(unapplied_minor)::bigint from customer_balances) as unapplied`)
    return row
  }
  return { ...all, customerId, invoice, state }
}

test('a payment is set against the invoice that it names', async () => {
  const { imports, entity, state, query, asker } = await owing()
  const seen = await imports.applied(entity, payments('20.02.2026;K1;R1;60,00;thanks'))
  expect(seen).toMatchObject({ kind: 'payments', source: { name: 'Payments' } })
  expect(seen.difference).toMatchObject({
    payments: { new: 1, same: 0 },
    open: [{ before: { minor: 100_00 }, after: { minor: 40_00 } }],
    controls: [{ field: 'payment_amount', isReconciled: true }],
  })
  expect(await state()).toEqual({ open: 40_00, unapplied: 0 })
  expect(await query('select kind, amount_minor, allocated_on from allocations')).toEqual([
    { kind: 'payment', amountMinor: 60_00, allocatedOn: '2026-02-20' },
  ])
  const { body } = await asker.get('/freshness')
  expect(body.entities[0].paymentsConsideredUntil).toBe('2026-02-20')
})

test('what is paid too much stays as credit of the customer', async () => {
  const { imports, entity, state, asker } = await owing()
  const { id } = await imports.applied(entity, payments('20.02.2026;K1;R1;130,00;'))
  expect(await state()).toEqual({ open: 0, unapplied: 30_00 })
  const { body } = await asker.get(`/imports/${id}/findings`)
  expect(body.rows).toMatchObject([
    { code: 'payment_exceeds_invoice', line: 2, details: { left: '30.00 EUR' } },
  ])
})

test('a payment without an invoice, or of an unknown one, stays on account', async () => {
  const { imports, entity, state, asker } = await owing()
  const file = payments('20.02.2026;K1;;10,00;', '20.02.2026;K1;R99;5,00;')
  const { id } = await imports.applied(entity, file)
  expect(await state()).toEqual({ open: 100_00, unapplied: 15_00 })
  const { body } = await asker.get(`/imports/${id}/findings`)
  expect(body.rows).toMatchObject([{ code: 'payment_invoice_unknown', line: 3, value: 'R99' }])
})

test('a payment of nobody that we know is rejected', async () => {
  const { imports, entity, asker } = await owing()
  const { id, ...compared } = await imports.compared(entity, payments('20.02.2026;K7;R99;5,00;'))
  expect(compared).toMatchObject({ errors: 1, difference: { payments: { new: 0, rejected: 1 } } })
  const { body } = await asker.get(`/imports/${id}/findings`)
  expect(body.rows).toMatchObject([{ code: 'payment_without_customer', line: 2 }])
})

const NUMBERED = `Payment number;Payment date;Customer no;Amount
1;05.01.2025;K1;10,00
1;05.01.2026;K1;10,00`

describe('P76 identity of payments', () => {
  const row = '20.02.2026;K1;R1;10,00;instalment'

  test('the same file twice is the same payments', async () => {
    const { imports, entity, state } = await owing()
    await imports.applied(entity, payments(row))
    const again = await imports.compared(entity, payments(row))
    expect(again.difference.payments).toMatchObject({ new: 0, same: 1 })
    await imports.apply(again.id)
    expect(await state()).toEqual({ open: 90_00, unapplied: 0 })
  })

  test('overlapping files are their union', async () => {
    const { imports, entity, state } = await owing()
    await imports.applied(entity, payments(row, '21.02.2026;K1;R1;20,00;'))
    await imports.applied(entity, payments('21.02.2026;K1;R1;20,00;', '22.02.2026;K1;R1;30,00;'))
    expect(await state()).toEqual({ open: 40_00, unapplied: 0 })
  })

  test('two genuinely identical rows are two payments, and stay two', async () => {
    const { imports, entity, state } = await owing()
    await imports.applied(entity, payments(row, row))
    expect(await state()).toEqual({ open: 80_00, unapplied: 0 })
    await imports.applied(entity, payments(row, row))
    expect(await state()).toEqual({ open: 80_00, unapplied: 0 })
    await imports.applied(entity, payments(row, row, row))
    expect(await state()).toEqual({ open: 70_00, unapplied: 0 })
  })

  test('numbers that start anew each year are different payments', async () => {
    const { imports, entity, state } = await owing()
    await imports.applied(entity, NUMBERED)
    expect(await state()).toMatchObject({ unapplied: 20_00 })
  })
})

test('payments fill instalments in the order they are due, and several fill one invoice', async () => {
  const { imports, entity, query } = await office()
  await imports.applied(
    entity,
    [
      'Customer no;Customer name;Invoice no;Invoice date;Due date;Total',
      'K1;Alpha;R1;05.01.2026;04.03.2026;50,00',
      'K1;Alpha;R1;05.01.2026;04.02.2026;50,00',
    ].join('\n'),
  )
  await imports.applied(
    entity,
    payments('10.02.2026;K1;R1;30,00;', '11.02.2026;K1;R1;30,00;', '12.02.2026;K1;R1;60,00;'),
  )
  expect(await query('select sequence, open_minor from open_items order by 1')).toEqual([
    { sequence: 1, openMinor: 0 },
    { sequence: 2, openMinor: 0 },
  ])
  expect(await query('select unapplied_minor from customer_balances')).toEqual([
    { unappliedMinor: 20_00 },
  ])
  expect(
    await query('select amount_minor from allocations order by allocated_on, amount_minor'),
  ).toEqual([30_00, 10_00, 20_00, 40_00].map((amountMinor) => ({ amountMinor })))
})

const list = (open: string) =>
  `Customer no;Invoice no;Invoice date;Due date;Total;Open amount\nK1;R1;05.01.2026;04.02.2026;100,00;${open}`

test('a payment explains what an earlier list of open items had adjusted away', async () => {
  const { imports, entity, documents, query, setNow } = await office()
  await imports.applied(entity, list('100,00'))
  setNow('2026-03-09T12:00:00Z')
  await imports.applied(entity, list('60,00'))
  await imports.applied(entity, payments('06.03.2026;K1;R1;40,00;'))
  expect(await documents()).toMatchObject([{ open: 60_00 }])
  expect(
    await query(
      'select kind, sum(amount_minor)::bigint as sum from allocations group by 1 order by 1',
    ),
  ).toEqual([
    { kind: 'adjustment', sum: 0 },
    { kind: 'payment', sum: 40_00 },
  ])
  const again = await imports.compared(entity, list('60,00'))
  expect(again.difference.receivables).toMatchObject({ same: 1, changed: 0 })
})

test('a file of bookings that writes money in with a minus is turned round', async () => {
  const { imports, entity, state } = await owing()
  await imports.applied(entity, payments('20.02.2026;K1;R1;-60,00;'))
  expect(await state()).toEqual({ open: 40_00, unapplied: 0 })
})

test('money in another currency than the invoice stays on account', async () => {
  const { imports, entity, query, asker } = await owing()
  const file = 'Payment date;Customer no;Invoice no;Amount;Currency\n20.02.2026;K1;R1;60,00;USD'
  const { id } = await imports.applied(entity, file)
  expect(await query('select currency, unapplied_minor from customer_balances order by 1')).toEqual(
    [
      { currency: 'EUR', unappliedMinor: 0 },
      { currency: 'USD', unappliedMinor: 60_00 },
    ],
  )
  const { body } = await asker.get(`/imports/${id}/findings`)
  expect(body.rows).toMatchObject([{ code: 'payment_other_currency' }])
})

test('a customer is found by name where the file has no numbers', async () => {
  const { imports, entity, state } = await owing()
  await imports.applied(entity, 'Payment date;Customer name;Amount\n20.02.2026;ÁLPHA;5,00')
  expect(await state()).toEqual({ open: 100_00, unapplied: 5_00 })
})
