import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { shortDay } from '../../../ui/format/day.ts'
import { moneyText } from '../../../ui/format/money.ts'
import { useReader } from '../../../ui/reader.ts'
import type { Customer } from '../customers/customers.ts'

/** How far what they owe is insured, beside what they owe; amber where it is not. */
export function Insured({ customer }: { readonly customer: Customer }) {
  const t = useT()
  const { today, locale } = useReader()
  const { insurance, totals } = customer
  if (!insurance) return null
  const { insurer, limit, until, isInForce, uninsured } = insurance
  if (!isInForce && until !== null) {
    const isOwing = totals.some(({ owedMinor }) => owedMinor > 0)
    if (!isOwing) return null
    return (
      <Banner tone="soon" isBox>
        {t('customer.insured.ended', { insurer, day: shortDay(until, today, locale) })}
      </Banner>
    )
  }
  if (limit === null) return null
  const others = totals
    .filter(({ currency, owedMinor }) => currency !== limit.currency && owedMinor > 0)
    .map(({ currency }) => currency)
  const amount = moneyText(limit, locale)
  const upTo = t('customer.insured.upTo', { insurer, amount })
  const other =
    others.length === 0
      ? ''
      : ` ${t('customer.insured.others', { currencies: others.join(', '), currency: limit.currency })}`
  if (!uninsured) {
    return (
      <p className="-mt-2 text-13 text-soft">
        {upTo}
        {other}
      </p>
    )
  }
  return (
    <Banner tone="soon" isBox>
      <strong className="font-strong">
        {t('customer.insured.beyond', { amount: moneyText(uninsured, locale) })}
      </strong>{' '}
      {upTo}
      {other}
    </Banner>
  )
}
