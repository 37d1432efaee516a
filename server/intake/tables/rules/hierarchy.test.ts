import { describe, expect, test } from 'vitest'

import { mark, newLedger, prove } from './hierarchy.ts'
import { rowKindOf } from './row-kinds.ts'
import { add } from './sums.ts'

/** Adds lines, 'group' begins one, '=5' is a total; says which totals fit. */
function proofsOf(lines: readonly string[]) {
  const ledger = newLedger()
  return lines.flatMap((line) => {
    if (line.startsWith('=')) return [prove(ledger, line.slice(1))]
    if (line === 'group') mark(ledger)
    else add(ledger.sum, line)
    return []
  })
}

describe('P68 a total fits', () => {
  test.each([
    ['groups, nested groups and the whole', 'group 1 2 =3 group 4 group 5 6 =11 =15 =18'],
    ['rows since the subtotal before, and the whole', '1.10 2.20 =3.30 -4 5 =1 =4.30'],
    ['nothing', '=0'],
  ])('%s', (_what, lines) => {
    expect(proofsOf(lines.split(' ')).every(({ fits }) => fits)).toBe(true)
  })

  test('not when it counts a subtotal twice', () => {
    const proofs = proofsOf(['100', '50', '=150', '25', '=25', '=350'])
    expect(proofs.at(-1)).toEqual({ fits: false, actual: 175_000_000n })
  })
})

describe('a row', () => {
  const layout = {
    headings: ['Number', 'Customer', 'Due', 'Open', 'Note'],
    keys: [0],
    dates: [2],
    amounts: [3],
    isGrouped: true,
  }
  test.each([
    ['data', ['R1', 'Total Energies', '2020-01-01', '5', '']],
    ['data', ['R1', 'Total Energies', '', '5', '']],
    ['total', ['', 'Total Energies', '', '5', '']],
    ['total', ['Summe', '', '', '5', '']],
    ['total', ['', '', '', '5', '**']],
    ['total', ['Acme Ergebnis', '', '', 5, '']],
    ['group', ['Acme', '', '', '', '']],
    ['blank', ['', ' ', '', '', '']],
    ['rule', ['-----', '-----', '---', '---', '']],
    ['headings', ['Number', 'Customer', 'Due', 'Open', 'Note']],
    ['data', ['', 'Acme', '2020-01-01', '5', '']],
  ])('is %s: %j', (kind, cells) => {
    expect(rowKindOf(cells, layout)).toBe(kind)
  })
})
