import { Link } from '@tanstack/react-router'

import { useT } from '../../../language/texts.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { shortDay } from '../../../ui/format/day.ts'
import { useReader } from '../../../ui/reader.ts'
import { BallStrip } from '../../collecting/ball/BallStrip.tsx'
import type { DeskActions } from '../../collecting/desk/use-desk.tsx'
import { BallLine } from '../../collecting/worklist/BallLine.tsx'
import type { Customer } from '../customers/customers.ts'
import { StandingStrip } from '../standing/StandingStrip.tsx'
import { Insured } from './Insured.tsx'

type CustomerHeadProps = { readonly customer: Customer; readonly actions: DeskActions }

/** What they owe, and who holds the ball. */
export function CustomerHead({ customer, actions }: CustomerHeadProps) {
  const t = useT()
  const { today, locale } = useReader()
  const { id, number, legalEntity, parent, children, holds, vanishedOn, totals } = customer
  return (
    <header className="flex flex-col gap-4">
      <div>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-13 text-soft">
          <span>
            <span className="figures">{t('customer.number', { number })}</span> ·{' '}
            {t('customer.of', { entity: legalEntity.name })}
          </span>
          {parent && (
            <span>
              ·{' '}
              <Link
                to="/customers/$customerId"
                params={{ customerId: parent.id }}
                className="text-brand underline-offset-2 hover:underline"
              >
                {t('customer.group.parent', { name: parent.name })}
              </Link>
            </span>
          )}
          {children.length > 0 && (
            <span>· {t('customer.group.children', { count: children.length })}</span>
          )}
          {holds.map((hold) => (
            <Chip key={hold.id} tone="soon">
              {hold.isApproved
                ? t('customer.held', { day: shortDay(hold.until, today, locale) })
                : t('customer.heldWaiting', { day: shortDay(hold.until, today, locale) })}
            </Chip>
          ))}
          {vanishedOn && <Chip tone="soon">{t('customers.vanished')}</Chip>}
        </p>
        <BallLine brief={customer} />
        <BallStrip customerId={id} actions={actions} />
      </div>
      <StandingStrip size="large" customerId={id} standings={totals} />
      <Insured customer={customer} />
    </header>
  )
}
