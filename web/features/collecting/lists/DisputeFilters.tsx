import { X } from 'lucide-react'

import { DEPARTMENTS, DISPUTE_REASONS } from '#contract/collecting/desk'

import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { BareSelect } from '../../../ui/fields/Select.tsx'
import { shortDay } from '../../../ui/format/day.ts'
import { useReader } from '../../../ui/reader.ts'
import { type DisputeSearch, disputeSearch } from './disputes.ts'

type DisputeFiltersProps = {
  readonly search: DisputeSearch
  readonly onChange: (search: DisputeSearch) => void
}

const ANY = ''

/** Mine, past the deadline, one department, one reason; and what a figure of the causes brought. */
export function DisputeFilters({ search, onChange }: DisputeFiltersProps) {
  const t = useT()
  const set = (part: Readonly<Record<string, string | undefined>>) =>
    onChange(disputeSearch({ ...search, ...part }))
  return (
    <fieldset
      aria-label={t('lists.disputes.filter.label')}
      className="flex flex-wrap items-center gap-1 px-4 py-2 lg:px-6 print:hidden"
    >
      {(['mine', 'overdue'] as const).map((name) => (
        <Button
          key={name}
          variant="quiet"
          aria-pressed={search[name] === 'yes'}
          onClick={() => set({ [name]: search[name] === 'yes' ? undefined : 'yes' })}
          className="aria-pressed:bg-brand-soft aria-pressed:text-brand"
        >
          {t(`lists.disputes.filter.${name}`)}
        </Button>
      ))}
      <BareSelect
        isQuiet
        aria-label={t('customer.disputes.department')}
        value={search.department ?? ANY}
        options={[
          { value: ANY, name: t('lists.disputes.filter.department') },
          ...DEPARTMENTS.map((value) => ({
            value,
            name: t(`desk.dispute.departments.${value}`),
          })),
        ]}
        onChange={(department) => set({ department })}
      />
      <BareSelect
        isQuiet
        aria-label={t('customer.disputes.reason')}
        value={search.reason ?? ANY}
        options={[
          { value: ANY, name: t('lists.disputes.filter.reason') },
          ...DISPUTE_REASONS.map((value) => ({
            value,
            name: t(`desk.dispute.reasons.${value}`),
          })),
        ]}
        onChange={(reason) => set({ reason })}
      />
      <Brought search={search} onChange={onChange} />
    </fieldset>
  )
}

/** Conditions that came with a figure: said, and taken away one by one. */
function Brought({ search, onChange }: DisputeFiltersProps) {
  const t = useT()
  const { today, locale } = useReader()
  const { from, to, seller, resolution, currency, ...rest } = search
  const day = (on: typeof from) => (on ? shortDay(on, today, locale) : '…')
  const conditions: readonly (readonly [said: string, without: DisputeSearch] | false)[] = [
    (from !== undefined || to !== undefined) && [
      t('lists.disputes.filter.opened', { from: day(from), to: day(to) }),
      disputeSearch({ ...rest, seller, resolution, currency }),
    ],
    seller !== undefined && [
      t('lists.disputes.filter.seller'),
      disputeSearch({ ...rest, from, to, resolution, currency }),
    ],
    resolution !== undefined && [
      t('lists.disputes.filter.resolution', { how: t(`desk.dispute.resolutions.${resolution}`) }),
      disputeSearch({ ...rest, from, to, seller, currency }),
    ],
    currency !== undefined && [currency, disputeSearch({ ...rest, from, to, seller, resolution })],
  ]
  return conditions
    .filter((condition) => condition !== false)
    .map(([said, without]) => (
      <button
        key={said}
        type="button"
        aria-label={t('customers.filter.remove', { filter: said })}
        onClick={() => onChange(without)}
        className="inline-flex h-8 items-center gap-1.5 rounded-6 bg-brand-soft px-2.5 text-13 font-medium text-brand hover:shadow-[inset_0_0_0_1px_var(--color-brand)] pointer-coarse:h-11"
      >
        {said}
        <X size={12} aria-hidden />
      </button>
    ))
}
