import { useT } from '../../../../language/texts.ts'
import { Chip } from '../../../../ui/Chip.tsx'
import { DayText, DueText } from '../../../../ui/DayText.tsx'
import { Figure } from '../../../../ui/Figure.tsx'
import { moneyText } from '../../../../ui/format/money.ts'
import { Money } from '../../../../ui/Money.tsx'
import { useReader } from '../../../../ui/reader.ts'
import { SimpleTable } from '../../../../ui/SimpleTable.tsx'
import type { OpenItem } from '../../../collecting/desk/subject.ts'
import { ItemArithmetic } from './ItemArithmetic.tsx'

export function ItemsTable({ rows }: { readonly rows: readonly OpenItem[] }) {
  const t = useT()
  return (
    <SimpleTable
      label={t('customer.tabs.items')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          name: 'number',
          title: t('customer.items.number'),
          cell: (item) => <ItemName item={item} />,
        },
        {
          name: 'issued',
          title: t('customer.items.issued'),
          isSpare: true,
          cell: ({ issuedOn }) => <DayText day={issuedOn} />,
        },
        {
          name: 'due',
          title: t('customer.items.due'),
          isOffPhone: true,
          cell: (item) => <ItemDue item={item} />,
        },
        {
          name: 'status',
          title: t('customer.items.status'),
          isOffPhone: true,
          cell: (item) => <ItemChips item={item} />,
        },
        {
          name: 'total',
          title: t('customer.items.total'),
          isEnd: true,
          isSpare: true,
          cell: ({ totalMinor, currency }) => (
            <Money
              amount={{ minor: totalMinor, currency }}
              isAligned
              isEven
              hasCode={false}
              className="text-soft"
            />
          ),
        },
        {
          name: 'left',
          title: t('customer.items.left'),
          isEnd: true,
          cell: (item) => (
            <Figure
              label={t('customer.items.arithmetic', { number: item.number })}
              arithmetic={() => <ItemArithmetic item={item} />}
            >
              <Money amount={{ minor: item.openMinor, currency: item.currency }} isAligned />
            </Figure>
          ),
        },
      ]}
    />
  )
}

function ItemName({ item }: { readonly item: OpenItem }) {
  const t = useT()
  const { kind, number, sequence, instalments, purchaseOrder, orderReference } = item
  const reference = purchaseOrder || orderReference
  return (
    <>
      <span className="font-medium whitespace-nowrap">{number}</span>
      {instalments > 1 && (
        <span className="ml-2 text-12 text-faint">
          {t('customer.items.instalment', { sequence, of: instalments })}
        </span>
      )}
      <span className="block text-12 text-faint">
        {kind !== 'invoice' && t(`customer.items.kinds.${kind}`)} {reference}
      </span>
      <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-12 text-soft sm:hidden">
        <ItemDue item={item} />
        <ItemChips item={item} />
      </span>
    </>
  )
}

function ItemDue({ item }: { readonly item: OpenItem }) {
  if (item.closedOn) return <DayText day={item.closedOn} />
  return item.openMinor > 0 ? <DueText day={item.dueOn} /> : <DayText day={item.dueOn} />
}

function ItemChips({ item }: { readonly item: OpenItem }) {
  const t = useT()
  const { locale } = useReader()
  const {
    disputedMinor,
    openMinor,
    currency,
    heldUntil,
    isDueAssumed,
    vanishedOn,
    isEvidenceComplete,
    kind,
  } = item
  const disputed =
    disputedMinor >= openMinor
      ? t('customer.items.disputed')
      : t('customer.items.partlyDisputed', {
          amount: moneyText({ minor: disputedMinor, currency }, locale),
        })
  return (
    <span className="flex flex-wrap gap-1">
      {disputedMinor > 0 && <Chip tone="soon">{disputed}</Chip>}
      {heldUntil && <Chip>{t('customer.items.held')}</Chip>}
      {isDueAssumed && <Chip>{t('customer.items.assumed')}</Chip>}
      {vanishedOn && <Chip tone="soon">{t('customer.items.gone')}</Chip>}
      {!isEvidenceComplete && openMinor > 0 && kind === 'invoice' && (
        <Chip>{t('customer.items.noEvidence')}</Chip>
      )}
    </span>
  )
}
