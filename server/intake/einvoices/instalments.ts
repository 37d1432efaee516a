import { type Day } from '../../kernel/day.ts'
import { minorOfDecimal } from '../../kernel/money.ts'
import { type EinvoiceDocument, type Instalment } from './document.ts'
import { type Note } from './findings.ts'

/** A part of the open amount and the day on which it falls due; null when the terms decide. */
export type OpenShare = { readonly dueOn: Day | null; readonly minor: number }

/**
 * Divides the open amount over the due dates of the document, in their order. Shares that do not
 * sum to it are not believed: then all is due on the last day, so that nobody is reminded too early.
 */
export function sharesOf(
  document: EinvoiceDocument,
  open: number,
  currency: string,
  note: Note,
): OpenShare[] {
  const instalments = document.terms.instalments.toSorted((a, b) =>
    a.dueDate < b.dueDate ? -1 : Number(a.dueDate > b.dueDate),
  )
  const last = instalments.at(-1)
  if (last === undefined) {
    if (document.kind === 'invoice' && open > 0) {
      note('due_date_missing', { terms: document.terms.text ?? '' })
    }
    return [{ dueOn: null, minor: open }]
  }
  const shares = instalments.length === 1 ? null : completed(instalments, open, currency)
  if (shares !== null) return shares
  if (instalments.length > 1) note('instalments_do_not_add_up', { due: last.dueDate })
  return [{ dueOn: last.dueDate, minor: open }]
}

/** The shares as written, a single unwritten one being the rest; null when they do not fit. */
function completed(
  instalments: readonly Instalment[],
  open: number,
  currency: string,
): OpenShare[] | null {
  const written = instalments.map(({ amount }) =>
    amount === null ? null : minorOfDecimal(amount, currency),
  )
  const known = written.filter((minor) => minor !== null)
  const rest = open - known.reduce((sum, minor) => sum + minor, 0)
  const unwritten = instalments.filter(({ amount }) => amount === null).length
  const isUnreadable = known.length + unwritten < instalments.length
  if (isUnreadable || unwritten > 1 || (unwritten === 1 ? rest <= 0 : rest !== 0)) return null
  return instalments.map(({ dueDate }, index) => ({
    dueOn: dueDate,
    minor: written[index] ?? rest,
  }))
}
