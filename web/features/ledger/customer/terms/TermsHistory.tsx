import { useInfiniteQuery } from '@tanstack/react-query'

import { rowsOf } from '../../../../api/query.ts'
import { useT } from '../../../../language/texts.ts'
import { Card } from '../../../../ui/Card.tsx'
import { DayText } from '../../../../ui/DayText.tsx'
import { useReader } from '../../../../ui/reader.ts'
import { entryText } from '../../../collecting/timeline/entry-text.ts'
import { timelineOf } from '../../../collecting/timeline/timeline.ts'

const SHOWN = 8
const OF_TERMS: ReadonlySet<string> = new Set(['customer.changed', 'customer.owner_assigned'])

/** Who changed what about this customer, and when. */
export function TermsHistory({ customerId }: { readonly customerId: string }) {
  const t = useT()
  const reader = useReader()
  const list = useInfiniteQuery(timelineOf(customerId, 'changes'))
  const changes = rowsOf(list.data)
    .filter(({ name }) => OF_TERMS.has(name))
    .slice(0, SHOWN)
  if (changes.length === 0) return null
  return (
    <Card title={t('customer.terms.history')}>
      <ul className="flex flex-col gap-2 text-13">
        {changes.map((entry) => (
          <li key={entry.id}>
            {entryText(t, entry, reader)}
            <span className="block text-12 text-faint">
              <DayText day={entry.on} />
              {entry.by && ` · ${entry.by.name}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
