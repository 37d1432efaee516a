import { isDay } from '#kernel/day.ts'

import { type T, textOfCode, useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { dayOf, shortDay } from '../../../ui/format/day.ts'
import { moneyText } from '../../../ui/format/money.ts'
import { type Reader, useReader } from '../../../ui/reader.ts'
import { entryText, fieldText } from '../timeline/entry-text.ts'
import type { Dispute } from './disputes.ts'

type Entry = Dispute['history'][number]

/** What happened with the dispute, the newest first: who, when, and what was before. */
export function DisputeHistory({ dispute }: { readonly dispute: Dispute }) {
  const t = useT()
  const reader = useReader()
  return (
    <Card title={t('disputes.history')}>
      <ol className="flex flex-col">
        {dispute.history.toReversed().map((entry) => (
          <li key={entry.id} className="border-b border-line py-2 text-13 last:border-0">
            <span className="flex flex-wrap justify-between gap-x-4">
              <span>{textOf(t, entry, reader)}</span>
              <span className="text-12 text-faint">
                {[
                  entry.by?.name,
                  shortDay(dayOf(entry.at, reader.zone), reader.today, reader.locale),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {entry.text !== '' && <span className="block text-12 text-soft">{entry.text}</span>}
          </li>
        ))}
      </ol>
    </Card>
  )
}

function textOf(t: T, entry: Entry, reader: Reader): string {
  const { name, values } = entry
  const { field, from, to } = values
  const isChange = name === 'dispute.changed' && typeof field === 'string'
  if (!isChange) return entryText(t, { name, values, money: null, kind: 'dispute' }, reader)
  const said = (value: string | number | undefined) =>
    valueText(t, { field, value, values }, reader)
  // Whom and which document it was are ids: that it changed is enough.
  if (field === 'ownerId' || field === 'settledBy') return fieldText(field)
  return t('disputes.changed', { what: fieldText(field), from: said(from), to: said(to) })
}

type Said = {
  readonly field: string
  readonly value: string | number | undefined
  readonly values: Entry['values']
}

function valueText(t: T, { field, value, values }: Said, { today, locale }: Reader): string {
  const text = String(value ?? '')
  if (text === '') return t('disputes.nothing')
  if (field === 'amountMinor') {
    return moneyText({ minor: Number(text), currency: String(values['currency']) }, locale)
  }
  if (isDay(text)) return shortDay(text, today, locale)
  const list = field === 'department' ? 'departments' : 'reasons'
  return textOfCode(`desk.dispute.${list}.${text}`, undefined) ?? text
}
