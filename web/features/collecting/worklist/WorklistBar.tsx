import { useT } from '../../../language/texts.ts'
import { BareSelect } from '../../../ui/fields/Select.tsx'
import { shows, sorts, whoses, type WorklistSearch } from './worklist.ts'

type WorklistBarProps = {
  readonly search: WorklistSearch
  readonly whose: (typeof whoses)[number]
  readonly onChange: (search: WorklistSearch) => void
  readonly doneToday: number
  readonly total: number
}

/** How far the day is, and which part of it is shown in which order. */
export function WorklistBar({ search, whose, onChange, doneToday, total }: WorklistBarProps) {
  const t = useT()
  const all = doneToday + total
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-surface px-4 py-1.5 lg:px-6 print:hidden">
      <div className="flex min-w-40 flex-1 items-center gap-3">
        <span className="figures text-13 font-medium">
          {total === 0 && all > 0
            ? t('desk.allDone', { total: all })
            : t('desk.progress', { done: doneToday, total: all })}
        </span>
        <span aria-hidden className="h-1 w-24 overflow-hidden rounded-full bg-line">
          <span
            className="block h-full rounded-full bg-brand transition-[width] duration-150"
            style={{ width: `${all === 0 ? 0 : (doneToday / all) * 100}%` }}
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
        aria-label={t('desk.sort.label')}
        value={search.sort ?? 'matters'}
        options={sorts.map((value) => ({ value, name: t(`desk.sort.${value}`) }))}
        onChange={(sort) => onChange({ ...search, sort })}
      />
    </div>
  )
}
