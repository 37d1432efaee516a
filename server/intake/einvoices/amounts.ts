import { minorOfDecimal } from '../../kernel/money.ts'
import { type EinvoiceDocument } from './document.ts'
import { type Note } from './findings.ts'

/** Minor units with the sign of the document. */
export type Amounts = { readonly prepaid: number; readonly payable: number }

/**
 * The amounts that count: what is due (BT-115), else the total less what is prepaid. Null when one
 * of them cannot be kept exactly; nothing is rounded.
 */
export function amountsOf(
  document: EinvoiceDocument,
  currency: string,
  note: Note,
): Amounts | null {
  const { gross, prepaid, payable, rounding, thirdParty } = document.totals
  const written = [
    { field: 'total', value: gross },
    { field: 'prepaid amount', value: prepaid },
    { field: 'amount due', value: payable },
    { field: 'rounding', value: rounding },
    ...thirdParty.map((value) => ({ field: 'third-party amount', value })),
  ]
  const wrong = written.filter(({ value }) => value !== null && minorOf(value, currency) === null)
  for (const { field, value } of wrong) noteWrong(field, value ?? '', currency, note)
  if (gross === null && payable === null) note('amount_missing')
  if (wrong.length > 0 || (gross === null && payable === null)) return null

  const minor = (value: string | null): number => (value && minorOf(value, currency)) || 0
  if (payable === null) return { prepaid: minor(prepaid), payable: minor(gross) - minor(prepaid) }
  const implied = minor(gross) - minor(payable)
  // Factur-X MINIMUM has no field for what is prepaid: the difference is it.
  if (prepaid === null && implied > 0 && isMinimum(document)) {
    return { prepaid: implied, payable: minor(payable) }
  }
  const expected = minor(gross) - minor(prepaid) + minor(rounding)
  const collected = thirdParty.reduce((sum, value) => sum + minor(value), 0)
  if (gross !== null && ![expected, expected + collected].includes(minor(payable))) {
    note('totals_differ', { gross, prepaid: prepaid ?? '0', payable })
  }
  return { prepaid: minor(prepaid), payable: minor(payable) }
}

function isMinimum({ guideline }: EinvoiceDocument): boolean {
  return /:minimum$/i.test(guideline ?? '')
}

/** XML Schema also writes '.50' for half a unit. */
function minorOf(written: string, currency: string): number | null {
  return minorOfDecimal(written.replace(/^([+-]?)\./, '$10.'), currency)
}

function noteWrong(field: string, value: string, currency: string, note: Note): void {
  const isTooPrecise = /^[+-]?\d{1,12}\.\d+$/.test(value)
  note(isTooPrecise ? 'amount_too_precise' : 'amount_unreadable', { field, value, currency })
}
