import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { office } from '../../testing/import-office.ts'

const REAL = join(import.meta.dirname, '../../../../shared/data/ar')

describe.skipIf(!existsSync(REAL))('real ledgers (skipped where ../shared/data is absent)', () => {
  test.each([
    // The file sums to 149,060,526.918; each of its amounts is rounded to cents by itself.
    ['highradius_open_dev.csv', 4_394, 341, 'open_amount', 149_060_527_05, '0.132'],
    // Paid invoices: each comes with its payment, and nothing stays open.
    ['highradius_paid_dev.csv', 24_017, 896, 'total', 755_381_435_92, '0.00'],
    ['ibm_accounts_receivable_dev.csv', 1_476, 100, 'total', 88_268_75, '0.00'],
  ])(
    '%s comes into the ledger whole, with the totals of the file',
    async (name, documents, customers, field, minor, rounding) => {
      const { imports, entity } = await office()
      const mapping = { choices: { currency: 'USD' } }
      const seen = await imports.applied(entity, readFileSync(join(REAL, name)), { name, mapping })
      expect(seen).toMatchObject({ state: 'applied', errors: 0 })
      expect(seen.difference).toMatchObject({
        customers: { new: customers },
        receivables: { new: documents, rejected: 0 },
      })
      const amount = { minor, currency: 'USD' }
      expect(seen.difference.controls).toContainEqual(
        expect.objectContaining({
          field,
          rounding,
          isReconciled: true,
          file: { count: documents, amount },
          read: { count: documents, amount },
        }),
      )
    },
    120_000,
  )
})
