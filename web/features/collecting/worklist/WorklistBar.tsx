import { useT } from '../../../language/texts.ts'
import { BareSelect } from '../../../ui/fields/Select.tsx'
import { shows, sorts, whoses, type WorklistSearch } from './worklist.ts'

type WorklistBarProps = {
  readonly search: WorklistSearch
  readonly whose: (typeof whoses)[number]
  readonly onChange: (search: WorklistSearch) => void
  readonly doneToday: number
  /** All of today, those that are done included. */
  readonly total: number
}

/** How far the day is, and which part of it is shown in which order. */
export function WorklistBar({ search, whose, onChange, doneToday, total }: WorklistBarProps) {
  const t = useT()
  return (
    <div className="flex shrink-0 items-center gap-x-2 overflow-x-auto border-b border-line bg-surface px-4 py-1.5 [scrollbar-width:none] lg:px-6 print:hidden">
      <div className="flex flex-1 shrink-0 items-center gap-3">
        <span className="figures text-13 font-medium whitespace-nowrap">
          <span className="max-sm:sr-only">
            {total > 0 && doneToday === total
              ? t('desk.allDone', { total })
              : t('desk.progress', { done: doneToday, total })}
          </span>
          <span aria-hidden className="sm:hidden">
            {doneToday}/{total}
          </span>
        </span>
        <span aria-hidden className="h-1 w-24 overflow-hidden rounded-full bg-line max-sm:hidden">
          <span
            className="block h-full rounded-full bg-brand transition-[width] duration-150"
            style={{ width: `${total === 0 ? 0 : (doneToday / total) * 100}%` }}
          />
        </span>
      </div>
      <BareSelect
        isQuiet
        aria-label={t('desk.whose.label')}
        value={whose}
        options={whoses.map((value) => ({ value, name: t(`desk.whose.${value}`) }))}
        onChange={(chosen) => onChange({ ...search, whose: chosen })}
      />
      <BareSelect
        isQuiet
        aria-label={t('desk.show.label')}
        value={search.show ?? 'open'}
        options={shows.map((value) => ({ value, name: t(`desk.show.${value}`) }))}
        onChange={(show) => onChange({ ...search, show })}
      />
      <BareSelect
        isQuiet
        isIconOnPhone
        aria-label={t('desk.sort.label')}
        value={search.sort ?? 'matters'}
        options={sorts.map((value) => ({ value, name: t(`desk.sort.${value}`) }))}
        onChange={(sort) => onChange({ ...search, sort })}
      />
    </div>
  )
}
