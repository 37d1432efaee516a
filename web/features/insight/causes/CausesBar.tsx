import { useQuery } from '@tanstack/react-query'

import { useT } from '../../../language/texts.ts'
import { BareSelect } from '../../../ui/fields/Select.tsx'
import { companies } from '../../ledger/companies/companies.ts'
import { ScopeBar } from '../ScopeBar.tsx'
import { causesSearch, type CausesSearch, PERIODS, USUAL_MONTHS } from './causes.ts'

type CausesBarProps = {
  readonly search: CausesSearch
  readonly currencies: readonly string[]
  readonly currency: string | null
  readonly onSearch: (search: CausesSearch) => void
}

/** How far back, which company, which currency: two are never added. */
export function CausesBar({ search, currencies, currency, onSearch }: CausesBarProps) {
  const t = useT()
  const entities = useQuery(companies).data?.entities ?? []
  const set = (part: Readonly<Record<string, unknown>>) =>
    onSearch(causesSearch({ ...search, ...part }))
  return (
    <ScopeBar
      entities={entities}
      entity={search.entity}
      currencies={currencies}
      currency={currency}
      onChange={set}
    >
      <BareSelect
        isQuiet
        aria-label={t('causes.period')}
        value={String(search.months ?? USUAL_MONTHS)}
        options={PERIODS.map((months) => ({
          value: String(months),
          name: t(`causes.months${months}`),
        }))}
        onChange={(months) => set({ months })}
      />
    </ScopeBar>
  )
}
