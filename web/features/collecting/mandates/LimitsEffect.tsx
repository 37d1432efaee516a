import { useQuery } from '@tanstack/react-query'

import { tryMandateLimits } from '#contract/collecting/desk/mandates'

import { asking } from '../../../api/query.ts'
import { useT } from '../../../language/texts.ts'
import { shortDay } from '../../../ui/format/day.ts'
import { useReader } from '../../../ui/reader.ts'
import { useSettled } from '../../talking/templates/use-settled.ts'
import type { LimitRow } from './limits.ts'

/** What these rows would have let through lately, before they are saved. */
export function LimitsEffect({ rows }: { readonly rows: readonly LimitRow[] }) {
  const t = useT()
  const { today, locale } = useReader()
  const settled = useSettled(rows)
  const { data } = useQuery(asking(tryMandateLimits, { body: { rows: [...settled] } }))
  if (!data) return <span className="text-soft">{t('mandates.policy.trying')}</span>
  const since = shortDay(data.since, today, locale)
  if (data.agreed === 0) return <span>{t('mandates.policy.noEffect', { since })}</span>
  const { agreed, withinNow: before, withinThen: after } = data
  return (
    <span aria-live="polite">{t('mandates.policy.effect', { since, agreed, before, after })}</span>
  )
}
