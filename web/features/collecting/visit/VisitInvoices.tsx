import { CircleCheck, CircleDashed } from 'lucide-react'

import { useT } from '../../../language/texts.ts'
import { DayText } from '../../../ui/DayText.tsx'
import { moneyText } from '../../../ui/format/money.ts'
import { Money } from '../../../ui/Money.tsx'
import { useReader } from '../../../ui/reader.ts'
import { BriefPart } from '../worklist/BriefPart.tsx'
import type { VisitBrief } from './visit.ts'

type Item = VisitBrief['items'][number]

/** The invoices themselves: dates, what is open, and whether the documents are at hand. */
export function VisitInvoices({
  brief: { items, moreItems, requiredEvidence },
}: {
  readonly brief: VisitBrief
}) {
  const t = useT()
  if (items.length === 0) {
    return (
      <BriefPart title={t('visit.invoices')}>
        <p className="text-soft">{t('visit.nothingOpen')}</p>
      </BriefPart>
    )
  }
  return (
    <BriefPart title={t('visit.invoices')}>
      <table className="w-full">
        <thead className="text-left text-12 text-faint">
          <tr>
            <th scope="col" className="py-1 pr-2 font-regular">
              {t('visit.invoice')}
            </th>
            <th scope="col" className="py-1 pr-2 font-regular">
              {t('visit.dated')}
            </th>
            <th scope="col" className="py-1 pr-2 font-regular">
              {t('visit.due')}
            </th>
            <th scope="col" className="py-1 text-right font-regular">
              {t('visit.amount')}
            </th>
          </tr>
        </thead>
        {items.map((item) => (
          <InvoiceRows key={item.id} item={item} hasChecks={requiredEvidence.length > 0} />
        ))}
      </table>
      {moreItems > 0 && (
        <p className="mt-1 text-12 text-soft">{t('visit.more', { count: moreItems })}</p>
      )}
    </BriefPart>
  )
}

type RowsProps = { readonly item: Item; readonly hasChecks: boolean }

function InvoiceRows({ item, hasChecks }: RowsProps) {
  const { number, issuedOn, dueOn, openMinor, currency } = item
  return (
    <tbody className="border-t border-line align-baseline">
      <tr>
        <th scope="row" className="pt-1.5 pr-2 text-left font-medium break-all print:pt-1">
          {number}
        </th>
        <td className="pt-1.5 pr-2 text-soft">
          <DayText day={issuedOn} />
        </td>
        <td className="pt-1.5 pr-2 text-soft">
          <DayText day={dueOn} />
        </td>
        <td className="pt-1.5 text-right">
          <Money amount={{ minor: openMinor, currency }} isAligned />
        </td>
      </tr>
      <tr>
        <td colSpan={4} className="pb-1.5 text-12 text-soft print:pb-1">
          <ItemNotes item={item} hasChecks={hasChecks} />
        </td>
      </tr>
    </tbody>
  )
}

function ItemNotes({ item, hasChecks }: RowsProps) {
  const t = useT()
  const { locale } = useReader()
  const { evidence, disputedMinor, currency, isPromised, purchaseOrder } = item
  const disputed = moneyText({ minor: disputedMinor, currency }, locale)
  const kinds = evidence.missing.map((kind) => t(`customer.documents.kinds.${kind}`)).join(', ')
  const isComplete = evidence.missing.length === 0
  const Mark = isComplete ? CircleCheck : CircleDashed
  const notes = [
    isPromised && t('visit.promisedFor'),
    disputedMinor > 0 && t('visit.disputedPart', { amount: disputed }),
    purchaseOrder,
  ].filter(Boolean)
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {notes.map((note) => (
        <span key={String(note)}>{note}</span>
      ))}
      {hasChecks && (
        <span className="inline-flex items-center gap-1">
          <Mark size={12} aria-hidden className={isComplete ? 'text-came' : 'text-soon'} />
          {isComplete ? t('visit.complete') : t('visit.missing', { kinds })}
        </span>
      )}
    </span>
  )
}
