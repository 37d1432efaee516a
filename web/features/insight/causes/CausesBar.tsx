import { useQuery } from '@tanstack/react-query'

import { useT } from '../../../language/texts.ts'
import { Segmented } from '../../../ui/fields/Segmented.tsx'
import { BareSelect } from '../../../ui/fields/Select.tsx'
import { companies } from '../../ledger/companies/companies.ts'
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
    <div className="flex flex-wrap items-center gap-2 print:hidden">
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
      {entities.length > 1 && (
        <BareSelect
          isQuiet
          aria-label={t('insight.company')}
          value={search.entity ?? ''}
          options={[
            { value: '', name: t('insight.allCompanies') },
            ...entities.map(({ id, name }) => ({ value: id, name })),
          ]}
          onChange={(entity) => set({ entity: entity === '' ? undefined : entity })}
        />
      )}
      <span className="flex-1" />
      {currencies.length > 1 && currency !== null && (
        <Segmented
          label={t('insight.currency')}
          value={currency}
          options={currencies.map((value) => ({ value, name: value }))}
          onChange={(next) => set({ currency: next })}
        />
      )}
    </div>
  )
}
