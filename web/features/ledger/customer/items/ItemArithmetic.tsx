import { useQuery } from '@tanstack/react-query'

import { readReceivable } from '#contract/ledger/receivables'

import { asking } from '../../../../api/query.ts'
import { useT } from '../../../../language/texts.ts'
import { ArithmeticTable } from '../../../../ui/Figure.tsx'
import { shortDay } from '../../../../ui/format/day.ts'
import { Money } from '../../../../ui/Money.tsx'
import { useReader } from '../../../../ui/reader.ts'
import { Skeleton } from '../../../../ui/Skeleton.tsx'
import type { OpenItem } from '../../../collecting/desk/subject.ts'
import { AsOf } from '../../AsOf.tsx'

/** From what was invoiced to what is open, line by line. */
export function ItemArithmetic({ item }: { readonly item: OpenItem }) {
  const t = useT()
  const { today, locale } = useReader()
  const { receivableId, currency } = item
  const { data } = useQuery(asking(readReceivable, { params: { receivableId } }))
  if (!data) return <Skeleton className="w-full" />
  const money = (minor: number) => (
    <Money amount={{ minor: Math.abs(minor), currency }} isAligned hasCode={false} />
  )
  const lines = data.allocations
    .filter(({ openItemId }) => openItemId === item.id)
    .map(({ kind, allocatedOn, amountMinor, paymentReference, isReversed }) => ({
      sign: amountMinor < 0 === item.totalMinor < 0 ? ('−' as const) : ('+' as const),
      label: t(`customer.items.allocation.${kind}`, { day: shortDay(allocatedOn, today, locale) }),
      note:
        [paymentReference, isReversed ? t('customer.items.reversed') : '']
          .filter(Boolean)
          .join(' · ') || undefined,
      value: money(amountMinor),
    }))
  return (
    <ArithmeticTable
      label={t('customer.items.left')}
      lines={[{ label: t('customer.items.invoiced'), value: money(item.totalMinor) }, ...lines]}
      result={<Money amount={{ minor: item.openMinor, currency }} />}
      source={<AsOf />}
    />
  )
}
