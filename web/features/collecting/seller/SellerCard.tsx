import { Link } from '@tanstack/react-router'
import { ChevronRight, type LucideIcon } from 'lucide-react'

import type { readSellerHome } from '#contract/collecting/desk/seller-home'

import type { ReplyOf } from '../../../api/call.ts'
import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { nearDayText } from '../../../ui/DayText.tsx'
import { moneyText } from '../../../ui/format/money.ts'
import { Money } from '../../../ui/Money.tsx'
import { useReader } from '../../../ui/reader.ts'
import { toneOf } from '../desk/reasons.ts'

type Customer = ReplyOf<typeof readSellerHome>['needsYou'][number]

type SellerCardProps = {
  readonly icon: LucideIcon
  readonly title: string
  readonly text: string
  readonly customers: readonly Customer[]
  readonly kind: 'needs' | 'finance' | 'paid'
}

export function SellerCard({ icon: Icon, title, text, customers, kind }: SellerCardProps) {
  const t = useT()
  return (
    <Card
      hasPadding={false}
      title={
        <span className="flex items-center gap-2.5 text-14">
          <Icon size={16} aria-hidden className={kind === 'paid' ? 'text-came' : 'text-brand'} />
          {title}
        </span>
      }
      beside={<span className="figures text-14 font-strong text-soft">{customers.length}</span>}
    >
      <p className="-mt-1 px-4 pb-3 text-13 text-soft">{text}</p>
      <ul className="border-t border-line">
        {customers.length === 0 && (
          <li className="px-4 py-3 text-13 text-faint">{t('desk.seller.none')}</li>
        )}
        {customers.map((customer) => (
          <SellerCustomer key={customer.customer.id} of={customer} kind={kind} />
        ))}
      </ul>
    </Card>
  )
}

function SellerCustomer({
  of,
  kind,
}: {
  readonly of: Customer
  readonly kind: SellerCardProps['kind']
}) {
  const main = of.standings.find(({ overdueMinor }) => overdueMinor > 0) ?? of.standings[0]
  return (
    <li className="border-b border-line last:border-0">
      <Link
        to="/customers/$customerId"
        params={{ customerId: of.customer.id }}
        className="flex min-h-14 items-center gap-3 px-4 py-2 -outline-offset-2 hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate text-14 font-medium">{of.customer.name}</span>
          <span className="block truncate text-12 text-soft">
            <SellerLine of={of} kind={kind} />
          </span>
        </span>
        {kind !== 'paid' && main && (
          <Money
            className="text-13"
            amount={{
              minor: kind === 'needs' && main.overdueMinor > 0 ? main.overdueMinor : main.owedMinor,
              currency: main.currency,
            }}
          />
        )}
        <ChevronRight size={16} aria-hidden className="shrink-0 text-faint" />
      </Link>
    </li>
  )
}

function SellerLine({
  of,
  kind,
}: {
  readonly of: Customer
  readonly kind: SellerCardProps['kind']
}) {
  const t = useT()
  const { today, locale } = useReader()
  const meeting =
    of.meetingOn && t('desk.seller.meeting', { day: nearDayText(t, of.meetingOn, today, locale) })
  const reasons = of.reasons
    .toSorted((a, b) => Number(toneOf(b) === 'act') - Number(toneOf(a) === 'act'))
    .slice(0, 2)
    .map(({ code }) => t(`desk.reason.${code}`))
  const came = of.paid.map((amount) =>
    t('desk.seller.paidLine', { amount: moneyText(amount, locale) }),
  )
  const words = kind === 'paid' ? came : reasons
  return [...words, ...(meeting ? [meeting] : [])].join(' · ')
}
