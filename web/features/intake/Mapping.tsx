import { useState } from 'react'

import { mapImport } from '#contract/intake/imports'
import { TABLE_KINDS } from '#contract/intake/imports/codes'
import { FIELD_CODES } from '#contract/intake/tables'

import { useDoing } from '../../api/query.ts'
import { sentenceOf } from '../../api/sentence.ts'
import { may, useMember } from '../../api/session.ts'
import { useT } from '../../language/texts.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Checkbox } from '../../ui/fields/Checkbox.tsx'
import { BareSelect } from '../../ui/fields/Select.tsx'
import type { Column, ImportDetail, Inspection } from './imports.ts'

type MappingProps = { readonly detail: ImportDetail; readonly inspection: Inspection }
type Field = (typeof FIELD_CODES)[number]
type Kind = (typeof TABLE_KINDS)[number]

const SURE = 0.75

/** What each column means, with three real rows under it: confirmed once, remembered after. */
export function Mapping({ detail, inspection }: MappingProps) {
  const t = useT()
  const who = useMember()
  const map = useDoing(mapImport)
  const [kind, setKind] = useState<Kind>(detail.kind ?? inspection.kind ?? 'combined')
  const [fields, setFields] = useState<ReadonlyMap<number, Field | null>>(
    new Map(inspection.columns.map(({ position, field }) => [position, field])),
  )
  const [isComplete, setComplete] = useState(detail.choices.isComplete)
  const confirm = () =>
    map.mutate({
      params: { importId: detail.id },
      body: {
        kind,
        columns: inspection.columns.map(({ position, dateOrder, decimal }) => ({
          position,
          field: fields.get(position) ?? null,
          dateOrder,
          decimal,
        })),
        choices: { isComplete },
      },
    })
  return (
    <Card
      title={t('imports.map.title')}
      beside={
        <span className="w-60">
          <BareSelect
            aria-label={t('imports.map.kind')}
            value={kind}
            options={TABLE_KINDS.map((value) => ({ value, name: t(`imports.kind.${value}`) }))}
            onChange={setKind}
          />
        </span>
      }
    >
      <p className="mb-3 text-13 text-soft">
        {detail.isRemembered ? t('imports.map.remembered') : t('imports.map.text')}
      </p>
      <div className="-mx-4 overflow-x-auto">
        <div className="flex min-w-max border-y border-line">
          {inspection.columns.map((column) => (
            <ColumnCard
              key={column.position}
              column={column}
              field={fields.get(column.position) ?? null}
              onChange={(field) => setFields(new Map([...fields, [column.position, field]]))}
            />
          ))}
        </div>
      </div>
      <div className="mt-4 flex flex-col gap-3">
        <Checkbox
          label={t('imports.map.complete')}
          hint={t('imports.map.completeHint')}
          isChecked={isComplete}
          onChange={setComplete}
        />
        {map.error && (
          <Banner tone="act" isBox>
            {sentenceOf(map.error)}
          </Banner>
        )}
        <div>
          <Button
            variant="primary"
            isBusy={map.isPending}
            whyNot={may(who, 'imports.apply') ? undefined : t('desk.whyNot.role')}
            onClick={confirm}
          >
            {t('imports.map.do')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

type ColumnCardProps = {
  readonly column: Column
  readonly field: Field | null
  readonly onChange: (field: Field | null) => void
}

function ColumnCard({ column, field, onChange }: ColumnCardProps) {
  const t = useT()
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
          onChange={(value) => onChange(value === 'ignored' ? null : value)}
        />
        {isUnsure && <Chip tone="soon">{t('imports.map.unsure')}</Chip>}
        {column.isAmbiguous && <Chip tone="soon">{t('imports.map.ambiguous')}</Chip>}
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
