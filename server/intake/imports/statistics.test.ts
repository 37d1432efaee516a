import { expect, test } from 'vitest'

import { office } from '../../testing/import-office.ts'

const ROWS = 4_000

function ledgerOf(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, at) => `K${at % 300};Customer ${at % 300};R${at};05.01.2026;04.02.2026;100,00;100,00`,
  )
  const headings = 'Customer no;Customer name;Invoice no;Invoice date;Due date;Total;Open amount'
  return [headings, ...lines].join('\n')
}

/** How many open items the planner takes the organisation for. */
async function expected({ query, organisation }: Awaited<ReturnType<typeof office>>) {
  const [row] = await query<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    `explain (format json) select from open_items where organisation_id = '${organisation}'`,
  )
  return row?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0
}

test('P74 right after a large import the planner knows how much there is', async () => {
  const all = await office()
  expect(await expected(all)).toBeLessThan(ROWS / 4)

  await all.imports.applied(all.entity, ledgerOf(ROWS))

  expect(await expected(all)).toBeGreaterThan(ROWS * 0.8)
  expect(await expected(all)).toBeLessThan(ROWS * 1.2)
})
