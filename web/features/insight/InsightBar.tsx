import { addDays, type Day } from '#kernel/day.ts'
import { isDay } from '#kernel/day.ts'

import { useT } from '../../language/texts.ts'
import { controlLook } from '../../ui/fields/look.ts'
import { BareSelect } from '../../ui/fields/Select.tsx'
import { useReader } from '../../ui/reader.ts'
import type { InsightSearch } from './insight.ts'
import { ScopeBar } from './ScopeBar.tsx'

type InsightBarProps = {
  readonly search: InsightSearch
  readonly currencies: readonly string[]
  readonly currency: string | null
  readonly entities: readonly { readonly id: string; readonly name: string }[]
  readonly onSearch: (search: InsightSearch) => void
}

/** Which day, which company, which currency. */
export function InsightBar(props: InsightBarProps) {
  const { search, currencies, currency, entities, onSearch } = props
  const change = (part: {
    readonly [Name in keyof InsightSearch]: InsightSearch[Name] | undefined
  }) => onSearch(present({ ...search, ...part }))
  return (
    <ScopeBar
      entities={entities}
      entity={search.entity}
      currencies={currencies}
      currency={currency}
      onChange={change}
    >
      <AsOfPicker asOf={search.asOf} onChange={(asOf) => change({ asOf })} />
    </ScopeBar>
  )
}

type AsOfPickerProps = {
  readonly asOf: Day | undefined
  readonly onChange: (asOf: Day | undefined) => void
}

const TODAY = 'today'
const OTHER = 'other'

function AsOfPicker({ asOf, onChange }: AsOfPickerProps) {
  const t = useT()
  const { today } = useReader()
  const offers = offeredDays(today)
  const offer = asOf === undefined ? TODAY : (offers.find(({ day }) => day === asOf)?.name ?? OTHER)
  return (
    <>
      <BareSelect
        isQuiet
        aria-label={t('insight.asOf.label')}
        value={offer}
        options={[
          { value: TODAY, name: t('insight.asOf.today') },
          ...offers.map(({ name }) => ({ value: name, name: t(`insight.asOf.${name}`) })),
          { value: OTHER, name: t('insight.asOf.other') },
        ]}
        onChange={(name) => {
          if (name === TODAY) onChange(undefined)
          else onChange(offers.find((known) => known.name === name)?.day ?? addDays(today, -1))
        }}
      />
      {asOf !== undefined && (
        <input
          type="date"
          aria-label={t('insight.asOf.label')}
          max={today}
          value={asOf}
          onChange={(event) => {
            if (isDay(event.target.value) && event.target.value <= today)
              onChange(event.target.value)
          }}
          className={`${controlLook} figures max-w-40`}
        />
      )}
    </>
  )
}

/** The days that figures are asked for most: the ends of the last month, quarter and year. */
export function offeredDays(today: Day) {
  const month = `${today.slice(0, 7)}-01`
  const quarterMonth = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1
  const quarter = `${today.slice(0, 4)}-${String(quarterMonth).padStart(2, '0')}-01`
  const year = `${today.slice(0, 4)}-01-01`
  const ends = [
    { name: 'month', first: month },
    { name: 'quarter', first: quarter },
    { name: 'year', first: year },
  ] as const
  const seen = new Set<string>()
  return ends.flatMap(({ name, first }) => {
    const isAlsoYearEnd = name === 'quarter' && first === year
    if (!isDay(first) || seen.has(first) || isAlsoYearEnd) return []
    seen.add(first)
    return [{ name, day: addDays(first, -1) }]
  })
}

function present(search: {
  readonly [Name in keyof InsightSearch]: InsightSearch[Name] | undefined
}): InsightSearch {
  const { entity, currency, asOf } = search
  return {
    ...(entity === undefined ? {} : { entity }),
    ...(currency === undefined ? {} : { currency }),
    ...(asOf === undefined ? {} : { asOf }),
  }
}
