import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'

import { listDisputes } from '#contract/collecting/desk/disputes'
import { listPromises } from '#contract/collecting/desk/promises'
import { listPayments } from '#contract/ledger/payments'
import { listCustomerItems } from '#contract/ledger/receivables'
import type { Money as Amount } from '#kernel/money.ts'

import { asking } from '../../../api/query.ts'
import { type T, useT } from '../../../language/texts.ts'
import { type ArithmeticLine, ArithmeticTable } from '../../../ui/Figure.tsx'
import { shortDay } from '../../../ui/format/day.ts'
import { Money } from '../../../ui/Money.tsx'
import { type Reader, useReader } from '../../../ui/reader.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { AsOf } from '../AsOf.tsx'
import { type StandingPart, TAB_OF } from './parts.ts'

type StandingArithmeticProps = {
  readonly part: StandingPart
  readonly customerId: string
  readonly total: Amount
}

type Row = { readonly label: string; readonly minor: number }

const SHOWN_ROWS = 7

/** How one figure of a customer is worked out: its largest rows, and the way to all of them. */
export function StandingArithmetic({ part, customerId, total }: StandingArithmeticProps) {
  const t = useT()
  const navigate = useNavigate()
  const rows = useRowsBehind(part, customerId, total.currency)
  if (!rows) return <Skeleton className="w-full" />
  const sorted = rows.toSorted((a, b) => b.minor - a.minor)
  const shown = sorted.slice(0, SHOWN_ROWS)
  const rest = sorted.slice(SHOWN_ROWS)
  const restMinor = rest.reduce((sum, { minor }) => sum + minor, 0)
  const money = (minor: number) => (
    <Money amount={{ minor, currency: total.currency }} isAligned hasCode={false} />
  )
  const lines: ArithmeticLine[] = [
    ...shown.map(({ label, minor }, index) => ({
      sign: index === 0 ? undefined : ('+' as const),
      label,
      value: money(minor),
    })),
    ...(rest.length > 0
      ? [
          {
            sign: '+' as const,
            label: t('standing.laterItems', { count: rest.length }),
            value: money(restMinor),
          },
        ]
      : []),
  ]
  return (
    <ArithmeticTable
      label={t(`standing.${part}`)}
      lines={lines.length === 0 ? [{ label: t('standing.nothing'), value: money(0) }] : lines}
      result={<Money amount={total} />}
      source={
        <>
          {t(`standing.${SOURCE[part]}`)} <AsOf />
        </>
      }
      rows={
        rows.length === 0
          ? undefined
          : {
              count: rows.length,
              show: () =>
                void navigate({
                  to: '/customers/$customerId',
                  params: { customerId },
                  search: { tab: TAB_OF[part] },
                }),
            }
      }
    />
  )
}

const SOURCE = {
  owed: 'fromItems',
  overdue: 'fromLate',
  promised: 'fromPromises',
  disputed: 'fromDisputes',
  credit: 'fromCredits',
  onAccount: 'fromAccount',
} as const

const ALL = 200

/** The rows that a figure sums, or undefined while they come. */
function useRowsBehind(
  part: StandingPart,
  customerId: string,
  currency: string,
): readonly Row[] | undefined {
  const t = useT()
  const reader = useReader()
  const params = { customerId }
  const isOfItems = part === 'owed' || part === 'overdue' || part === 'credit'
  const items = useQuery({
    ...asking(listCustomerItems, { params, query: { state: 'open', currency, limit: ALL } }),
    enabled: isOfItems,
  })
  const promises = useQuery({
    ...asking(listPromises, { query: { customer: customerId, state: 'open', limit: ALL } }),
    enabled: part === 'promised',
  })
  const disputes = useQuery({
    ...asking(listDisputes, { query: { customer: customerId, state: 'open', limit: ALL } }),
    enabled: part === 'disputed',
  })
  const payments = useQuery({
    ...asking(listPayments, { params, query: { limit: ALL } }),
    enabled: part === 'onAccount',
  })
  if (isOfItems) {
    return items.data?.rows
      .filter(({ openMinor, daysLate }) =>
        part === 'credit' ? openMinor < 0 : openMinor > 0 && (part === 'owed' || daysLate > 0),
      )
      .map(({ number, dueOn, openMinor }) => ({
        label: `${number}, ${dueText(t, dueOn, reader)}`,
        minor: openMinor,
      }))
  }
  if (part === 'promised') {
    return promises.data?.rows
      .filter(({ amount }) => amount.currency === currency)
      .map(({ amount, promisedFor, receivedMinor }) => ({
        label: t('standing.promiseLine', {
          day: shortDay(promisedFor, reader.today, reader.locale),
        }),
        minor: amount.minor - receivedMinor,
      }))
  }
  if (part === 'disputed') {
    return disputes.data?.rows
      .filter(({ amount }) => amount.currency === currency)
      .map(({ receivable, reason, amount }) => ({
        label: t('standing.disputeLine', {
          number: receivable.number,
          reason: t(`desk.dispute.reasons.${reason}`),
        }),
        minor: amount.minor,
      }))
  }
  return payments.data?.rows
    .filter((payment) => payment.currency === currency && payment.leftMinor > 0)
    .map(({ receivedOn, leftMinor }) => ({
      label: t('standing.paymentLine', { day: shortDay(receivedOn, reader.today, reader.locale) }),
      minor: leftMinor,
    }))
}

function dueText(t: T, dueOn: Parameters<typeof shortDay>[0], { today, locale }: Reader): string {
  return t('standing.dueOn', { day: shortDay(dueOn, today, locale) })
}
