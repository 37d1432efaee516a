import { Link } from '@tanstack/react-router'

import { useT } from '../../language/texts.ts'
import { Card } from '../../ui/Card.tsx'
import { Chip, type Tone } from '../../ui/Chip.tsx'
import { clockTime, dayOf, shortDay } from '../../ui/format/day.ts'
import { useReader } from '../../ui/reader.ts'
import type { ImportRow } from './imports.ts'

const TONES: Readonly<Partial<Record<ImportRow['state'], Tone>>> = {
  to_map: 'soon',
  to_apply: 'soon',
  to_match: 'soon',
  refused: 'act',
  failed: 'act',
}

/** The files that came in and what became of each. */
export function ImportList({ rows }: { readonly rows: readonly ImportRow[] }) {
  const t = useT()
  const { locale, today, zone } = useReader()
  return (
    <Card title={t('imports.history')} hasPadding={false}>
      <ul className="border-t border-line">
        {rows.map((row) => (
          <li key={row.id} className="border-b border-line last:border-b-0">
            <Link
              to="/import/$importId"
              params={{ importId: row.id }}
              className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-13 -outline-offset-2 hover:bg-hover"
            >
              <span className="min-w-48 flex-1">
                <span className="block truncate font-medium">{row.fileName}</span>
                <span className="block text-12 text-soft">
                  {[
                    t(`imports.format.${row.format}`),
                    row.kind && t(`imports.kind.${row.kind}`),
                    row.rowCount !== null && t('imports.rows', { count: row.rowCount }),
                    row.uploadedBy,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {row.errors > 0 && (
                <Chip tone="act">{t('imports.errors', { count: row.errors })}</Chip>
              )}
              <Chip tone={TONES[row.state]}>{t(`imports.state.${row.state}`)}</Chip>
              <span className="figures w-28 text-right text-12 text-soft">
                {shortDay(dayOf(row.uploadedAt, zone), today, locale)}{' '}
                {clockTime(row.uploadedAt, locale, zone)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
