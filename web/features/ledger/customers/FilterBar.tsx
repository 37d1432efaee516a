import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'

import { useMember } from '../../../api/session.ts'
import { currentLanguage, useT } from '../../../language/texts.ts'
import { SearchField } from '../../../ui/fields/SearchField.tsx'
import { freshness } from '../AsOf.tsx'
import { facets } from './customers.ts'
import { filterWords } from './filter-words.ts'
import { FilterMenu } from './FilterMenu.tsx'
import { type CustomersSearch, without } from './search.ts'

type FilterBarProps = {
  readonly search: CustomersSearch
  readonly onChange: (search: CustomersSearch) => void
}

/** The filters as sentences, each of which can be taken away. */
export function FilterBar({ search, onChange }: FilterBarProps) {
  const t = useT()
  const member = useMember()
  const known = useQuery(facets).data
  const entities = (useQuery(freshness).data?.entities ?? []).map((of) => ({
    id: of.legalEntityId,
    name: of.legalEntity,
  }))
  const words = filterWords(search, {
    t,
    locale: currentLanguage(),
    facets: known,
    entities,
    meId: member.person.id,
  })
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-2 lg:px-6 print:hidden">
      <SearchText
        text={search.search ?? ''}
        onChange={(text) =>
          onChange(text === '' ? without(search, 'search') : { ...search, search: text })
        }
      />
      {words.map(({ keys, words: said }) => (
        <button
          key={said}
          type="button"
          aria-label={t('customers.filter.remove', { filter: said })}
          onClick={() => onChange(without(search, ...keys))}
          className="inline-flex h-8 items-center gap-1.5 rounded-6 bg-brand-soft px-2.5 text-13 font-medium text-brand hover:shadow-[inset_0_0_0_1px_var(--color-brand)] pointer-coarse:h-11"
        >
          {said}
          <X size={12} aria-hidden />
        </button>
      ))}
      <FilterMenu search={search} onChange={onChange} facets={known} entities={entities} />
    </div>
  )
}

const TYPING_MILLISECONDS = 200

/** Searches when the typing pauses; the field itself never waits. */
function SearchText({
  text,
  onChange,
}: {
  readonly text: string
  readonly onChange: (text: string) => void
}) {
  const t = useT()
  const [typed, setTyped] = useState(text)
  const [known, setKnown] = useState(text)
  if (known !== text) {
    setKnown(text)
    setTyped(text)
  }
  useEffect(() => {
    if (typed === text) return undefined
    const timer = setTimeout(() => onChange(typed), TYPING_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [typed, text, onChange])
  return <SearchField label={t('customers.searchFor')} value={typed} onChange={setTyped} />
}
