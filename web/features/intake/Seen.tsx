import { useT } from '../../language/texts.ts'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useReader } from '../../ui/reader.ts'
import { decimalText } from './decimal-text.ts'
import type { ImportDetail, Inspection } from './imports.ts'

const DELIMITERS: Readonly<Record<string, 'comma' | 'semicolon' | 'tab' | 'pipe'>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
}

type SeenProps = { readonly detail: ImportDetail; readonly inspection: Inspection }

/** What we saw in the file, before anybody decides anything. */
export function Seen({ detail, inspection }: SeenProps) {
  const t = useT()
  const { locale } = useReader()
  const { encoding, delimiter, decimal, dateOrder, sheet, headerLine, rowCount } = inspection
  const separator = delimiter === null ? undefined : DELIMITERS[delimiter]
  const sums = sumsOf(inspection, locale)
  const facts = [
    { name: t('imports.seen.format'), value: t(`imports.format.${detail.format}`) },
    encoding !== null && { name: t('imports.seen.encoding'), value: encoding },
    separator && {
      name: t('imports.seen.delimiter'),
      value: t(`imports.seen.delimiters.${separator}`),
    },
    decimal !== null && {
      name: t('imports.seen.decimal'),
      value: decimal === ',' ? '1.234,56' : '1,234.56',
    },
    dateOrder !== null && {
      name: t('imports.seen.dates'),
      value: t(`imports.seen.dateOrders.${dateOrder}`),
    },
    sheet !== null && { name: t('imports.seen.sheet'), value: sheet },
    headerLine !== null && { name: t('imports.seen.header'), value: String(headerLine) },
    { name: t('imports.seen.rows'), value: t('imports.rows', { count: rowCount }) },
    ...[...sums].slice(0, 6).map(([column, amounts]) => ({
      name: t('imports.seen.sum', { column }),
      value: amounts.join(' · '),
    })),
  ].filter((fact) => fact !== false && fact !== undefined)
  return (
    <Card title={t('imports.seen.title')}>
      <div className="max-w-120">
        <Facts facts={facts.filter((fact) => typeof fact === 'object')} />
      </div>
      {inspection.documents.length > 0 && <Documents inspection={inspection} />}
    </Card>
  )
}

/** What each column of amounts adds up to, in every currency that it has. */
function sumsOf({ totals }: Inspection, locale: string): ReadonlyMap<string, readonly string[]> {
  const sums = new Map<string, string[]>()
  for (const { column, currency, sum } of totals) {
    const text = [decimalText(sum, locale), currency ?? ''].join(' ').trim()
    sums.set(column, [...(sums.get(column) ?? []), text])
  }
  return sums
}

function Documents({ inspection }: { readonly inspection: Inspection }) {
  const t = useT()
  const { locale } = useReader()
  return (
    <ul className="mt-3 text-13">
      {inspection.documents.map((document, index) => (
        <li
          // oxlint-disable-next-line react/no-array-index-key -- documents of a file may share a number
          key={index}
          className="flex flex-wrap justify-between gap-3 border-t border-line py-1.5"
        >
          <span>
            {t(`imports.document.${document.kind}`)} {document.number} · {document.buyer}
          </span>
          <span className="figures">
            {document.payable !== null && decimalText(document.payable, locale)} {document.currency}
          </span>
        </li>
      ))}
    </ul>
  )
}
