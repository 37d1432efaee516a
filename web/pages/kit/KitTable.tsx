import { useState } from 'react'

import { addDays, day } from '#kernel/day.ts'

import { Chip } from '../../ui/Chip.tsx'
import { DueText } from '../../ui/DayText.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Money } from '../../ui/Money.tsx'
import { type Column, chosenColumns, type Sort } from '../../ui/table/column.ts'
import { ColumnMenu } from '../../ui/table/ColumnMenu.tsx'
import { Table } from '../../ui/table/Table.tsx'
import { useCursor } from '../../ui/table/use-cursor.ts'
import { KitSection } from './KitSection.tsx'

type Row = {
  readonly id: string
  readonly name: string
  readonly minor: number
  readonly late: number
}

const NAMES = [
  'Brasserie du Port',
  'Nordlicht GmbH',
  'Talleres Hermanos Ibáñez',
  'Haberkamp Verpackungstechnik Verwaltungsgesellschaft mbH',
  'Kelly & Sons',
]
const ROWS: readonly Row[] = Array.from({ length: 3000 }, (_, index) => ({
  id: String(index),
  name: `${NAMES[index % NAMES.length] ?? ''} ${index + 1}`,
  minor: ((index * 7919) % 90_000) * 100 + 50,
  late: (index * 13) % 140,
}))
const COUNTS = ['0', '3', '3000'] as const

const COLUMNS: readonly Column<Row>[] = [
  {
    name: 'name',
    title: 'Customer',
    width: 'minmax(14rem, 2fr)',
    isFixed: true,
    isSortable: true,
    cell: ({ name }) => <span className="font-medium">{name}</span>,
  },
  {
    name: 'late',
    title: 'Oldest',
    width: 'minmax(9rem, 1fr)',
    isSortable: true,
    cell: ({ late }) => <DueText day={addDays(day('2026-11-20'), -late)} />,
  },
  {
    name: 'ball',
    title: 'With',
    width: '8rem',
    cell: ({ late }) => (
      <Chip tone={late > 90 ? 'soon' : 'plain'}>{late > 90 ? 'legal' : 'finance'}</Chip>
    ),
  },
  {
    name: 'owed',
    title: 'Owed',
    width: '10rem',
    isEnd: true,
    isSortable: true,
    cell: ({ minor }) => <Money amount={{ minor, currency: 'EUR' }} isAligned />,
    foot: <Money amount={{ minor: 134_500_000_50, currency: 'EUR' }} isAligned />,
  },
]

export function KitTable() {
  const [count, setCount] = useState<(typeof COUNTS)[number]>('3000')
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set(['1']))
  const [sort, setSort] = useState<Sort>({ column: 'owed', isDescending: true })
  const [chosen, setChosen] = useState<readonly string[]>(COLUMNS.map(({ name }) => name))
  const rows = ROWS.slice(0, Number(count))
  const cursor = useCursor(rows.map(({ id }) => id))
  return (
    <KitSection title="Table">
      <div className="flex items-center gap-2">
        <Segmented
          label="Rows"
          value={count}
          options={COUNTS.map((value) => ({ value, name: value }))}
          onChange={setCount}
        />
        <div className="flex-1" />
        <ColumnMenu columns={COLUMNS} chosen={chosen} onChange={setChosen} />
      </div>
      <div className="flex h-96 flex-col overflow-hidden rounded-8 shadow-raised">
        <Table
          label="Customers"
          columns={chosenColumns(COLUMNS, chosen)}
          rows={rows}
          keyOf={({ id }) => id}
          nameOf={({ name }) => name}
          cursor={cursor}
          onOpen={() => {}}
          sort={sort}
          onSort={setSort}
          selection={{ keys, onChange: setKeys }}
          card={({ name, minor, late }) => (
            <span className="flex h-full flex-col justify-center">
              <span className="flex justify-between gap-3">
                <span className="truncate font-medium">{name}</span>
                <Money amount={{ minor, currency: 'EUR' }} />
              </span>
              <span className="text-12 text-soft">
                <DueText day={addDays(day('2026-11-20'), -late)} />
              </span>
            </span>
          )}
        />
      </div>
    </KitSection>
  )
}
