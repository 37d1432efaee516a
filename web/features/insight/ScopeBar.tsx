import type { ReactNode } from 'react'

import { useT } from '../../language/texts.ts'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { BareSelect } from '../../ui/fields/Select.tsx'

type ScopeBarProps = {
  readonly entities: readonly { readonly id: string; readonly name: string }[]
  readonly entity: string | undefined
  readonly currencies: readonly string[]
  readonly currency: string | null
  readonly onChange: (part: { entity?: string | undefined } | { currency: string }) => void
  /** What time the figures are of. */
  readonly children: ReactNode
}

/** What time, which company, which currency: two are never added. */
export function ScopeBar(props: ScopeBarProps) {
  const t = useT()
  const { entities, entity, currencies, currency, onChange, children } = props
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      {children}
      {entities.length > 1 && (
        <BareSelect
          isQuiet
          aria-label={t('insight.company')}
          value={entity ?? ''}
          options={[
            { value: '', name: t('insight.allCompanies') },
            ...entities.map(({ id, name }) => ({ value: id, name })),
          ]}
          onChange={(id) => onChange({ entity: id === '' ? undefined : id })}
        />
      )}
      <span className="flex-1" />
      {currencies.length > 1 && currency !== null && (
        <Segmented
          label={t('insight.currency')}
          value={currency}
          options={currencies.map((value) => ({ value, name: value }))}
          onChange={(next) => onChange({ currency: next })}
        />
      )}
    </div>
  )
}
