import { useQuery } from '@tanstack/react-query'

import { readFreshness } from '#contract/ledger/sources'

import type { ReplyOf } from '../../api/call.ts'
import { asking } from '../../api/query.ts'
import { type T, useT } from '../../language/texts.ts'
import { AsOfLine } from '../../ui/AsOfLine.tsx'
import { clockTime, dayOf, shortDay } from '../../ui/format/day.ts'
import { type Reader, useReader } from '../../ui/reader.ts'

export type Freshness = ReplyOf<typeof readFreshness>

export const freshness = asking(readFreshness, {})

/** How fresh the money on the page is, of the entity that is furthest behind. */
export function AsOf() {
  const t = useT()
  const reader = useReader()
  const { data } = useQuery(freshness)
  if (!data || data.entities.length === 0) return <span className="h-4" />
  const isStale = !data.isFresh
  return (
    <span
      className="flex min-w-0"
      title={isStale ? t('frame.asOf.stale') : t('frame.asOf.explain')}
    >
      <AsOfLine text={asOfText(t, data, reader)} isStale={isStale} />
    </span>
  )
}

/** "Ledger synced 09:12 · payments to 20 Nov" */
export function asOfText(t: T, { entities }: Freshness, { locale, today, zone }: Reader): string {
  const synced = oldest(entities.map(({ ledgerSyncedAt }) => ledgerSyncedAt))
  const until = oldest(entities.map(({ paymentsConsideredUntil }) => paymentsConsideredUntil))
  const when = () => {
    if (synced === null) return ''
    const day = dayOf(synced, zone)
    const time = clockTime(synced, locale, zone)
    return day === today ? time : `${shortDay(day, today, locale)} ${time}`
  }
  const ledger =
    synced === null ? t('frame.asOf.ledgerNever') : t('frame.asOf.ledger', { when: when() })
  const payments =
    until === null
      ? t('frame.asOf.paymentsNever')
      : t('frame.asOf.payments', { day: shortDay(until, today, locale) })
  return `${ledger} · ${payments}`
}

/** The earliest of them; null when one is not known at all. */
function oldest<Moment extends string>(moments: readonly (Moment | null)[]): Moment | null {
  const known = moments.filter((moment) => moment !== null)
  if (known.length < moments.length) return null
  return known.toSorted()[0] ?? null
}
