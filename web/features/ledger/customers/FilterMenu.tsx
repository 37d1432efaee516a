import { ListFilter } from 'lucide-react'
import { useMemo, useState } from 'react'

import { LANES, SEGMENTS } from '#contract/ledger'
import type { listCustomerFacets } from '#contract/ledger/customers'

import type { ReplyOf } from '../../../api/call.ts'
import { useMember } from '../../../api/session.ts'
import type { Action } from '../../../frame/action.ts'
import { useActions } from '../../../frame/actions.ts'
import { currentLanguage, type T, useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { type Option, Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { countryName } from '../../../ui/format/places.ts'
import { Popover } from '../../../ui/Popover.tsx'
import { type CustomersSearch, customersSearch } from './search.ts'

type FilterMenuProps = {
  readonly search: CustomersSearch
  readonly onChange: (search: CustomersSearch) => void
  readonly facets: ReplyOf<typeof listCustomerFacets> | undefined
  readonly entities: readonly { readonly id: string; readonly name: string }[]
}

/** All filters in one place; what is chosen takes effect at once. */
export function FilterMenu({ search, onChange, facets, entities }: FilterMenuProps) {
  const t = useT()
  const { person } = useMember()
  const [isOpen, setOpen] = useState(false)
  useActions(useMemo(() => [openingFilters(t, () => setOpen(true))], [t]))
  const set = (part: Readonly<Record<string, unknown>>) =>
    onChange(customersSearch({ ...search, ...part }))
  const people = (
    known: readonly { readonly id: string; readonly name: string }[] | undefined,
    none: string,
  ) =>
    anyOr([
      { value: person.id, name: t('customers.filter.me') },
      { value: 'none', name: none },
      ...(known ?? [])
        .filter(({ id }) => id !== person.id)
        .map(({ id, name }) => ({ value: id, name })),
    ])
  return (
    <Popover
      label={t('customers.filter.add')}
      isOpen={isOpen}
      onOpenChange={setOpen}
      className="w-80"
      trigger={
        <Button variant="quiet" icon={<ListFilter size={16} />} keyHint="f">
          {t('customers.filter.add')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Checkbox
          label={t('customers.filter.overdue')}
          isChecked={search.owing === 'overdue'}
          onChange={(isOn) => set({ owing: isOn ? 'overdue' : undefined })}
        />
        <TextField
          label={t('customers.filter.lateFromLabel')}
          inputMode="numeric"
          value={search.lateFrom === undefined ? '' : String(search.lateFrom)}
          onChange={(lateFrom) => set({ lateFrom })}
        />
        <Select
          label={t('customers.filter.collectorLabel')}
          value={search.collector ?? ''}
          options={people(facets?.collectors, t('customers.filter.collectorNone'))}
          onChange={(collector) => set({ collector })}
        />
        <Select
          label={t('customers.filter.ownerLabel')}
          value={search.owner ?? ''}
          options={people(facets?.owners, t('customers.filter.ownerNone'))}
          onChange={(owner) => set({ owner })}
        />
        <Select
          label={t('customers.filter.ballLabel')}
          value={search.ball ?? ''}
          options={anyOr(
            LANES.map((value) => ({ value, name: t(`customers.filter.ball.${value}`) })),
          )}
          onChange={(ball) => set({ ball })}
        />
        {entities.length > 1 && (
          <Select
            label={t('customers.filter.entityLabel')}
            value={search.entity ?? ''}
            options={anyOr(entities.map(({ id, name }) => ({ value: id, name })))}
            onChange={(entity) => set({ entity })}
          />
        )}
        <Select
          label={t('customers.filter.countryLabel')}
          value={search.country ?? ''}
          options={anyOr(
            (facets?.countries ?? []).map((value) => ({
              value,
              name: countryName(value, currentLanguage()),
            })),
          )}
          onChange={(country) => set({ country })}
        />
        <Select
          label={t('customers.filter.currencyLabel')}
          value={search.currency ?? ''}
          options={anyOr((facets?.currencies ?? []).map((value) => ({ value, name: value })))}
          onChange={(currency) => set({ currency })}
        />
        <Select
          label={t('customers.filter.segmentLabel')}
          value={search.segment ?? ''}
          options={anyOr(
            SEGMENTS.map((value) => ({ value, name: t(`customers.segment.${value}`) })),
          )}
          onChange={(segment) => set({ segment })}
        />
        {(facets?.tags.length ?? 0) > 0 && (
          <Select
            label={t('customers.filter.tagLabel')}
            value={search.tag ?? ''}
            options={anyOr((facets?.tags ?? []).map((value) => ({ value, name: value })))}
            onChange={(tag) => set({ tag })}
          />
        )}
        <Checkbox
          label={t('customers.filter.held')}
          isChecked={search.hold === 'yes'}
          onChange={(isOn) => set({ hold: isOn ? 'yes' : undefined })}
        />
      </div>
    </Popover>
  )
}

function anyOr(options: readonly Option<string>[]) {
  return [{ value: '', name: '–' }, ...options]
}

function openingFilters(t: T, run: () => void): Action {
  return {
    id: 'filter',
    name: t('customers.filter.add'),
    group: 'page',
    keys: 'f',
    icon: ListFilter,
    run,
  }
}
