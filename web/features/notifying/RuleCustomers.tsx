import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'

import { searchEverything } from '#contract/ledger/customers'

import { asking } from '../../api/query.ts'
import { useT } from '../../language/texts.ts'
import { Combobox } from '../../ui/fields/Combobox.tsx'
import { rules } from './notifying.ts'

type RuleCustomersProps = {
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}

const MOST_CUSTOMERS = 200

/** Only these customers, found by name or number; none named means all. */
export function RuleCustomers({ chosen, onChange }: RuleCustomersProps) {
  const t = useT()
  const [text, setText] = useState('')
  const [found, setFound] = useState<ReadonlyMap<string, string>>(new Map())
  const known = useQuery(rules).data?.customers ?? []
  const query = asking(searchEverything, { query: { text, limit: 10 } })
  const { data, isFetching } = useQuery({
    ...query,
    enabled: text !== '',
    placeholderData: keepPreviousData,
  })
  const offered = text === '' ? [] : (data?.customers ?? [])
  const nameOf = (id: string) =>
    found.get(id) ?? known.find((one) => one.id === id)?.name ?? t('notifications.hiddenCustomer')
  return (
    <div className="flex flex-col gap-1.5">
      <Combobox
        // Chosen, it goes to the list beneath, and the field is empty for the next one.
        key={chosen.join()}
        label={t('notifications.customers')}
        hint={t('notifications.customersHint')}
        isOptional
        choice={null}
        choices={offered
          .filter(({ id }) => !chosen.includes(id))
          .map(({ id: value, name, number: detail }) => ({ value, name, detail }))}
        isSearching={isFetching}
        onType={setText}
        onChange={(choice) => {
          if (choice === null || chosen.length >= MOST_CUSTOMERS) return
          setFound(new Map([...found, [choice.value, choice.name]]))
          setText('')
          onChange([...chosen, choice.value])
        }}
      />
      {chosen.length > 0 && (
        <ul aria-label={t('notifications.customers')} className="flex flex-wrap gap-1.5">
          {chosen.map((id) => (
            <li key={id} className="max-w-full">
              <button
                type="button"
                aria-label={t('ui.many.remove', { name: nameOf(id) })}
                onClick={() => onChange(chosen.filter((other) => other !== id))}
                className="inline-flex min-h-7 max-w-full items-center gap-1 rounded-6 bg-sunken px-2 text-13 shadow-[inset_0_0_0_1px_var(--color-line)] hover:bg-hover pointer-coarse:min-h-11"
              >
                <span className="truncate">{nameOf(id)}</span>
                <X size={12} aria-hidden className="shrink-0 text-faint" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
