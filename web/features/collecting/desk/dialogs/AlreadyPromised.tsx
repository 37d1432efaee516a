import { useQuery } from '@tanstack/react-query'

import { useT } from '../../../../language/texts.ts'
import { nearDayText } from '../../../../ui/DayText.tsx'
import { moneyText } from '../../../../ui/format/money.ts'
import { useReader } from '../../../../ui/reader.ts'
import { promisesOfCustomer } from '../../commitments/customer-promises.ts'
import type { OpenItem } from '../subject.ts'
import type { Promisable } from './promisable.ts'

type AlreadyPromisedProps = {
  readonly customerId: string
  readonly offer: Promisable | undefined
  readonly items: readonly Pick<OpenItem, 'id' | 'currency' | 'dueOn' | 'daysLate'>[]
}

/** What they promised for the same money before: what is still to come, and what did not come. */
export function AlreadyPromised({ customerId, offer, items }: AlreadyPromisedProps) {
  const t = useT()
  const { today, locale } = useReader()
  const { data } = useQuery(promisesOfCustomer(customerId))
  const same = (data?.rows ?? []).filter(
    ({ amount, openItem }) =>
      amount.currency === offer?.currency &&
      (openItem === null || offer.openItemId === null || openItem.id === offer.openItemId),
  )
  const open = same.filter(({ state }) => state === 'open')
  // A debt that is paid is forgiven: what was promised before this one fell due does not count.
  const [since] = items
    .filter(({ id, currency, daysLate }) => {
      const isMeant = offer?.openItemId === null || id === offer?.openItemId
      return isMeant && currency === offer.currency && daysLate > 0
    })
    .map(({ dueOn }) => dueOn)
    .toSorted()
  const missed = same.filter(
    ({ state, madeOn }) =>
      (state === 'broken' || state === 'partly_kept') && since !== undefined && madeOn >= since,
  )
  if (open.length + missed.length === 0) return null
  return (
    <ul className="flex flex-col gap-0.5 text-13 text-soft">
      {open.map(({ id, amount, promisedFor }) => (
        <li key={id}>
          {t('mandates.promise.open', {
            amount: moneyText(amount, locale),
            day: nearDayText(t, promisedFor, today, locale),
          })}
        </li>
      ))}
      {missed.length > 0 && <li>{t('mandates.promise.missed', { count: missed.length })}</li>}
    </ul>
  )
}
