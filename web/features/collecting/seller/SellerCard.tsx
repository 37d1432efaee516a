import { Link } from '@tanstack/react-router'
import { Check, ChevronRight, type LucideIcon } from 'lucide-react'
import { useState } from 'react'

import { sayThanks, takeBackThanks } from '#contract/collecting/desk/seller-home'

import { useCalling } from '../../../api/use-calling.ts'
import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Money } from '../../../ui/Money.tsx'
import { say } from '../../../ui/toasts.ts'
import type { SellerCustomer } from './seller-home.ts'
import { SellerLine } from './SellerLine.tsx'

type SellerCardProps = {
  readonly icon: LucideIcon
  readonly title: string
  readonly text: string
  readonly customers: readonly SellerCustomer[]
  readonly kind: 'needs' | 'finance' | 'paid'
}

/** So many before the rest is only counted: the first ones matter most. */
const SHOWN = 12

export function SellerCard({ icon: Icon, title, text, customers, kind }: SellerCardProps) {
  const t = useT()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? customers : customers.slice(0, SHOWN)
  const more = customers.length - shown.length
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
        {shown.map((customer) => (
          <CustomerRow key={customer.customer.id} of={customer} kind={kind} />
        ))}
        {more > 0 && (
          <li>
            <button
              type="button"
              onClick={() => setWhole(true)}
              className="flex h-11 w-full items-center px-4 text-13 font-medium text-brand -outline-offset-2 hover:bg-hover"
            >
              {t('desk.more', { count: more })}
            </button>
          </li>
        )}
      </ul>
    </Card>
  )
}

function CustomerRow({
  of,
  kind,
}: {
  readonly of: SellerCustomer
  readonly kind: SellerCardProps['kind']
}) {
  const main = of.standings.find(({ overdueMinor }) => overdueMinor > 0) ?? of.standings[0]
  return (
    <li className="flex items-center border-b border-line last:border-0">
      <Link
        to="/customers/$customerId/brief"
        params={{ customerId: of.customer.id }}
        className="flex min-h-14 min-w-0 flex-1 items-center gap-3 px-4 py-2 -outline-offset-2 hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate text-14 font-medium">{of.customer.name}</span>
          <span className="line-clamp-2 text-12 text-soft">
            <SellerLine of={of} kind={kind} />
          </span>
        </span>
        {kind !== 'paid' && main && (
          <Money
            className="text-13"
            amount={{
              minor: main.overdueMinor > 0 ? main.overdueMinor : main.owedMinor,
              currency: main.currency,
            }}
          />
        )}
        <ChevronRight size={16} aria-hidden className="shrink-0 text-faint" />
      </Link>
      {kind === 'paid' && <Thanked of={of} />}
    </li>
  )
}

/** Thanks are said in person; here they are only crossed off. */
function Thanked({ of: { customer } }: { readonly of: SellerCustomer }) {
  const t = useT()
  const calling = useCalling()
  const params = { customerId: customer.id }
  const thanks = useSending(sayThanks, ({ id: thanksId }) => {
    const undo = () => void calling(takeBackThanks, { params: { ...params, thanksId } })
    say(t('desk.seller.thankedSaid', { name: customer.name }), {
      action: { name: t('ui.undo'), run: undo },
    })
  })
  return (
    <span className="pr-2">
      <IconButton
        label={t('desk.seller.thanked', { name: customer.name })}
        icon={<Check size={16} />}
        disabled={thanks.isBusy}
        onClick={() => thanks.send({ params })}
      />
    </span>
  )
}
