import { expect, test } from 'vitest'

import { columnOf } from './place.ts'

const COLUMNS = [
  { heading: 'Belegnummer', field: 'number', position: 0 },
  { heading: 'E-Mail', field: 'email', position: 1 },
  { heading: 'Offen', field: 'open_amount', position: 2 },
] as const

test.each([
  ['not_an_amount', 'Offen', 2],
  ['email_invalid', 'email', 1],
  ['number_missing', null, 0],
  ['open_exceeds_total', null, 2],
  ['row_of_other_width', null, undefined],
  ['payment_date_missing', null, undefined],
] as const)('%s in column %s is mended in column %s', (code, column, position) => {
  expect(columnOf({ code, column }, COLUMNS)?.position).toBe(position)
})
