import { describe, expect, test } from 'vitest'

import { day } from '../../kernel/day.ts'
import { collectingApp } from '../../testing/collecting-app.ts'
import { by, endOf, monthsOf, sumOf, type Group } from './rules.ts'

const group = (fields: Partial<Group> = {}): Group => ({
  currency: 'EUR',
  reason: 'price',
  department: 'sales',
  sellerId: null,
  month: day('2026-03-01'),
  resolution: null,
  count: 1,
  minor: 100,
  settlingDays: 0,
  ...fields,
})

describe('the sums', () => {
  test.each([
    [null, 'open'],
    ['credit_note', 'ours'],
    ['corrected_invoice', 'ours'],
    ['delivery_proved', 'theirs'],
    ['rejected', 'theirs'],
    ['paid', 'paid'],
    ['written_off', 'other'],
    ['withdrawn', 'other'],
  ])('%s counts as %s', (resolution, end) => {
    expect(endOf(resolution)).toBe(end)
  })

  test('days are the average of what is settled, and nothing while nothing is', () => {
    expect(sumOf([group()]).days).toBeNull()
    const settled = group({ resolution: 'paid', count: 2, settlingDays: 7 })
    expect(sumOf([group(), settled])).toMatchObject({ count: 3, minor: 200, days: 3.5 })
  })

  test('parts sum to the whole, the largest first', () => {
    const groups = [group({ minor: 1 }), group({ reason: 'quality', minor: 5 })]
    const parts = by(groups, ({ reason }) => reason)
    expect(parts.map(({ key }) => key)).toEqual(['quality', 'price'])
    expect(parts.reduce((sum, { minor }) => sum + minor, 0)).toBe(sumOf(groups).minor)
  })

  test.each([
    ['2026-01-31', '2026-03-01', ['2026-01-01', '2026-02-01', '2026-03-01']],
    ['2025-12-01', '2026-01-01', ['2025-12-01', '2026-01-01']],
    ['2026-03-31', '2026-03-31', ['2026-03-01']],
  ])('from %s to %s every month is there', (from, to, months) => {
    expect(monthsOf([], day(from), day(to)).map(({ month }) => month)).toEqual(months)
  })
})

/** Two sellers, three disputes in two currencies. */
async function told() {
  const app = await collectingApp()
  const { given, collector } = app
  const [sela, cole] = [await given.person('seller'), await given.person('seller')]
  async function dispute(ownerId: string, reason: string, currency = 'EUR') {
    const customerId = await given.customer({ ownerId, name: '=Formula Ltd' })
    const { id } = await given.invoice(customerId, { totalMinor: 500_00, currency })
    const { body } = await collector.post(`/receivables/${id}/disputes`, {
      reason,
      amountMinor: 100_00,
    })
    return String(body.id)
  }
  const first = await dispute(sela, 'price')
  await dispute(sela, 'quality', 'USD')
  await dispute(cole, 'price')
  app.setNow('2026-03-08T08:00:00Z')
  await app.as('collector').post(`/disputes/${first}/resolution`, { resolution: 'rejected' })
  const causes = async (who: string, query = '') =>
    (await app.as(who).get(`/figures/causes${query}`)).body
  return { ...app, sela, cole, causes }
}

describe('the report', () => {
  test('keeps currencies apart, and its rows are where the list finds them', async () => {
    const { causes, as } = await told()
    const { currencies } = await causes('collector')
    expect(currencies).toMatchObject([
      {
        currency: 'EUR',
        whole: { count: 2, minor: 200_00, days: 4 },
        reasons: [{ reason: 'price', count: 2 }],
        departments: [{ department: 'sales', count: 2 }],
      },
      { currency: 'USD', whole: { count: 1, minor: 100_00, days: null } },
    ])
    expect(currencies[0].sellers).toHaveLength(2)
    for (const { seller, count } of currencies[0].sellers) {
      const rows = await as('collector').get(`/disputes?currency=EUR&seller=${seller.id}`)
      expect(rows.body.rows).toHaveLength(count)
    }
  })

  test('the days are those of opening, both ends counted', async () => {
    const { causes, as } = await told()
    const count = async (query: string) => (await causes('collector', query)).currencies.length
    expect(await count('?from=2026-03-04&to=2026-03-04')).toBe(2)
    expect(await count('?from=2026-03-05&to=2026-03-08')).toBe(0)
    expect(await count('?from=2026-03-01&to=2026-03-03')).toBe(0)
    const wrong = await as('collector').get('/figures/causes?from=2026-03-05&to=2026-03-04')
    expect(wrong).toMatchObject({ status: 422, body: { code: 'days_out_of_order' } })
  })

  test('P77 a seller sees their own only, in the report and in its file', async () => {
    const { causes, sela, cole, as } = await told()
    const { currencies } = await causes(cole)
    expect(currencies).toMatchObject([{ currency: 'EUR', whole: { count: 1, minor: 100_00 } }])
    expect(currencies[0].sellers).toMatchObject([{ seller: { id: cole } }])
    expect((await causes(sela)).currencies).toHaveLength(2)
    const file = await as(cole).get('/exports/causes?format=csv&language=de')
    const lines = file.bytes.toString().trim().split('\r\n')
    expect(lines[0]).toContain('Nach,Name,Währung,Reklamationen,Betrag')
    expect(lines[1]).toMatch(/^Grund,Preis,EUR,1,100\.00,,0,0,0,0,1$/)
    expect(file.bytes.toString()).not.toContain('USD')
    const book = await as(cole).get('/exports/causes?format=xlsx')
    expect(book.status).toBe(200)
    expect(book.bytes.subarray(0, 2).toString()).toBe('PK')
  })
})
