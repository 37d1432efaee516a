import { DATE_ORDERS, DECIMAL_SIGNS } from '#contract/intake/imports/codes'
import { FIELD_CODES } from '#contract/intake/tables'

import { useT } from '../../language/texts.ts'
import { Chip } from '../../ui/Chip.tsx'
import { BareSelect } from '../../ui/fields/Select.tsx'
import type { Column } from './imports.ts'

/** What a person says of a column. */
export type Meaning = Pick<Column, 'field' | 'dateOrder' | 'decimal'>

type ColumnCardProps = {
  readonly column: Column
  readonly meaning: Meaning
  readonly onChange: (meaning: Meaning) => void
}

const SURE = 0.75

/** A column: its heading, what it means, how it is written where that is not plain, three real rows. */
export function MappingColumn({ column, meaning, onChange }: ColumnCardProps) {
  const t = useT()
  const { field } = meaning
  const isUnsure = field !== null && field === column.field && column.confidence < SURE
  return (
    <div className="w-48 border-r border-line last:border-r-0">
      <div className="flex flex-col gap-1.5 p-3">
        <div className="flex items-baseline justify-between gap-2">
          <span className="truncate text-13 font-medium" title={column.heading}>
            {column.heading || '–'}
          </span>
          <span className="text-12 text-faint">{column.letter}</span>
        </div>
        <BareSelect
          aria-label={t('imports.map.meaning', { column: column.heading || column.letter })}
          value={field ?? 'ignored'}
          options={[
            { value: 'ignored' as const, name: t('imports.map.ignored') },
            ...FIELD_CODES.map((value) => ({ value, name: t(`imports.field.${value}`) })),
          ]}
          onChange={(value) => onChange({ ...meaning, field: value === 'ignored' ? null : value })}
        />
        {isUnsure && <Chip tone="soon">{t('imports.map.unsure')}</Chip>}
        {column.isAmbiguous && field !== null && (
          <Writing column={column} meaning={meaning} onChange={onChange} />
        )}
      </div>
      <ul className={field === null ? 'bg-sunken text-faint' : 'bg-sunken'}>
        {column.samples.slice(0, 3).map((sample, index) => (
          <li
            // oxlint-disable-next-line react/no-array-index-key -- rows of the file, in its order
            key={index}
            className="figures h-8 truncate border-t border-line px-3 text-12 leading-8"
            title={sample}
          >
            {sample || '–'}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** How days or amounts are written, where the values themselves do not tell. */
function Writing({ column, meaning, onChange }: ColumnCardProps) {
  const t = useT()
  const { dateOrder, decimal } = meaning
  const name = column.heading || column.letter
  return (
    <>
      <Chip tone="soon">
        {t(dateOrder === null ? 'imports.map.ambiguousAmount' : 'imports.map.ambiguous')}
      </Chip>
      {dateOrder !== null && (
        <BareSelect
          aria-label={`${name}: ${t('imports.seen.dates')}`}
          value={dateOrder}
          options={DATE_ORDERS.map((value) => ({
            value,
            name: t(`imports.seen.dateOrders.${value}`),
          }))}
          onChange={(value) => onChange({ ...meaning, dateOrder: value })}
        />
      )}
      {dateOrder === null && decimal !== null && (
        <BareSelect
          aria-label={`${name}: ${t('imports.seen.decimal')}`}
          value={decimal}
          options={DECIMAL_SIGNS.map((value) => ({
            value,
            name: value === ',' ? '1.234,56' : '1,234.56',
          }))}
          onChange={(value) => onChange({ ...meaning, decimal: value })}
        />
      )}
    </>
  )
}
