import { Link } from '@tanstack/react-router'

import type { totalCustomers } from '#contract/ledger/customers'
import type { Money as Amount } from '#kernel/money.ts'

import type { ReplyOf } from '../../../api/call.ts'
import type { T } from '../../../language/texts.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { countryName } from '../../../ui/format/places.ts'
import { Money } from '../../../ui/Money.tsx'
import { Moneys } from '../../../ui/Moneys.tsx'
import type { Column } from '../../../ui/table/column.ts'
import type { CustomerRow } from './customers.ts'

type Part = 'owedMinor' | 'overdueMinor' | 'onAccountMinor'
type Totals = ReplyOf<typeof totalCustomers>['totals']

/** What is late leads: every column of a row then begins with the same currency. */
function lateFirst(totals: CustomerRow['totals']): CustomerRow['totals'] {
  return totals.toSorted((a, b) => Number(b.overdueMinor > 0) - Number(a.overdueMinor > 0))
}

/** The amounts of one kind that are not nothing, one a currency. */
export function amountsOf(totals: CustomerRow['totals'], part: Part): Amount[] {
  return totals.flatMap((total) =>
    total[part] === 0 ? [] : [{ minor: total[part], currency: total.currency }],
  )
}

function RowMoney({
  totals,
  part,
}: {
  readonly totals: CustomerRow['totals']
  readonly part: Part
}) {
  const [first, ...others] = amountsOf(lateFirst(totals), part)
  if (!first) return <span className="text-faint">–</span>
  return (
    <>
      {others.length > 0 && (
        <span className="figures mr-2 text-12 text-faint">+{others.length}</span>
      )}
      <Money amount={first} isAligned />
    </>
  )
}

/** Columns that are shown until the reader chooses others. */
export const USUAL_COLUMNS = ['overdue', 'owed', 'oldest', 'ball', 'owner', 'collector'] as const

export function customerColumns(
  t: T,
  locale: string,
  totals: Totals | undefined,
): readonly Column<CustomerRow>[] {
  const money = (
    name: 'overdue' | 'owed' | 'onAccount',
    part: Part,
    isSortable: boolean,
  ): Column<CustomerRow> => ({
    name,
    title: t(`customers.column.${name}`),
    width: 'minmax(9rem, 1fr)',
    isEnd: true,
    isSortable,
    cell: (row) => <RowMoney totals={row.totals} part={part} />,
    foot: totals && <Moneys amounts={amountsOf(totals, part)} isAligned most={6} />,
  })
  const text = (
    name: Exclude<keyof TextColumns, 'name'>,
    width: string,
    cell: Column<CustomerRow>['cell'],
    rest: Partial<Column<CustomerRow>> = {},
  ): Column<CustomerRow> => ({
    name,
    title: t(`customers.column.${name}`),
    width,
    cell,
    ...rest,
  })
  return [
    {
      name: 'name',
      title: t('customers.column.name'),
      width: 'minmax(13rem, 2.4fr)',
      isFixed: true,
      isSortable: true,
      cell: (row) => <CustomerLink row={row} t={t} />,
    },
    text('number', '7.5rem', ({ number }) => <span className="figures text-soft">{number}</span>, {
      isSortable: true,
    }),
    money('overdue', 'overdueMinor', true),
    money('owed', 'owedMinor', true),
    money('onAccount', 'onAccountMinor', false),
    text(
      'oldest',
      '9.5rem',
      ({ daysLate, oldestDueOn }) =>
        daysLate > 0 ? (
          <span className="figures">{t('ui.due.late', { count: daysLate })}</span>
        ) : (
          oldestDueOn && (
            <span className="text-soft">
              <DayText day={oldestDueOn} />
            </span>
          )
        ),
      { isSortable: true },
    ),
    text('ball', '6.5rem', ({ ball }) => (
      <span className={ball === 'finance' ? 'text-soft' : undefined}>
        {t(`customers.ball.${ball}`)}
      </span>
    )),
    text(
      'owner',
      'minmax(8.5rem, 1fr)',
      ({ owner }) => owner?.name ?? <span className="text-faint">–</span>,
    ),
    text(
      'collector',
      'minmax(8.5rem, 1fr)',
      ({ collector }) => collector?.name ?? <span className="text-faint">–</span>,
    ),
    text('hold', '7.5rem', ({ heldUntil }) => heldUntil && <DayText day={heldUntil} />),
    text('country', '8rem', ({ country }) => countryName(country, locale)),
    text('segment', '7rem', ({ segment }) => t(`customers.segment.${segment}`)),
    text('tags', 'minmax(8rem, 1fr)', ({ tags }) => (
      <span className="flex gap-1">
        {tags.map((tag) => (
          <Chip key={tag}>{tag}</Chip>
        ))}
      </span>
    )),
  ]
}

type TextColumns = {
  readonly name: never
  readonly number: never
  readonly oldest: never
  readonly ball: never
  readonly owner: never
  readonly collector: never
  readonly hold: never
  readonly country: never
  readonly segment: never
  readonly tags: never
}

function CustomerLink({ row, t }: { readonly row: CustomerRow; readonly t: T }) {
  return (
    <span className="flex items-center gap-2">
      <Link
        to="/customers/$customerId"
        params={{ customerId: row.id }}
        tabIndex={-1}
        onClick={(event) => event.stopPropagation()}
        className="truncate font-medium underline-offset-2 hover:underline"
      >
        {row.name}
      </Link>
      {row.vanishedOn && <Chip tone="soon">{t('customers.vanished')}</Chip>}
    </span>
  )
}
