import type { T } from '../../../../language/texts.ts'
import type { Brief, OpenItem } from '../subject.ts'

export type Promisable = {
  readonly key: string
  readonly name: string
  readonly openItemId: string | null
  readonly currency: string
  readonly minor: number
}

type Standing = Pick<Brief['standings'][number], 'currency' | 'owedMinor' | 'overdueMinor'>

/** What can be promised: the account per currency (what is late of it, else all), then each invoice. */
export function promisables(
  t: T,
  standings: readonly Standing[],
  items: readonly Pick<
    OpenItem,
    'id' | 'number' | 'currency' | 'openMinor' | 'sequence' | 'instalments'
  >[],
): readonly Promisable[] {
  const accounts = standings
    .filter(({ owedMinor }) => owedMinor > 0)
    .map(({ currency, owedMinor, overdueMinor }) => ({
      key: `account/${currency}`,
      name:
        standings.length > 1
          ? `${t('desk.promise.account')} (${currency})`
          : t('desk.promise.account'),
      openItemId: null,
      currency,
      minor: overdueMinor > 0 ? overdueMinor : owedMinor,
    }))
  const invoices = items
    .filter(({ openMinor }) => openMinor > 0)
    .map(({ id, number, currency, openMinor, sequence, instalments }) => ({
      key: id,
      name: instalments > 1 ? `${number} (${sequence}/${instalments})` : number,
      openItemId: id,
      currency,
      minor: openMinor,
    }))
  return [...accounts, ...invoices]
}
