import { useState } from 'react'

import { mapImport } from '#contract/intake/imports'
import { TABLE_KINDS } from '#contract/intake/imports/codes'

import { useDoing } from '../../api/query.ts'
import { sentenceOf } from '../../api/sentence.ts'
import { may, useMember } from '../../api/session.ts'
import { useT } from '../../language/texts.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { BareSelect } from '../../ui/fields/Select.tsx'
import type { ImportDetail, Inspection } from './imports.ts'
import { type Choices, MappingChoices } from './MappingChoices.tsx'
import { type Meaning, MappingColumn } from './MappingColumn.tsx'

type MappingProps = { readonly detail: ImportDetail; readonly inspection: Inspection }
type Kind = (typeof TABLE_KINDS)[number]

/** What each column means, with three real rows under it: confirmed once, remembered after. */
export function Mapping({ detail, inspection }: MappingProps) {
  const t = useT()
  const who = useMember()
  const map = useDoing(mapImport)
  const [kind, setKind] = useState<Kind>(detail.kind ?? inspection.kind ?? 'combined')
  const [meanings, setMeanings] = useState<ReadonlyMap<number, Meaning>>(
    new Map(inspection.columns.map((column) => [column.position, column])),
  )
  const [choices, setChoices] = useState<Choices>(detail.choices)
  const needsCurrency = [...meanings.values()].every(({ field }) => field !== 'currency')
  const confirm = () =>
    map.mutate({
      params: { importId: detail.id },
      body: {
        kind,
        columns: [...meanings].map(([position, { field, dateOrder, decimal }]) => ({
          position,
          field,
          dateOrder,
          decimal,
        })),
        choices: {
          isComplete: choices.isComplete,
          paymentsUntil: choices.paymentsUntil,
          ...(needsCurrency && { currency: choices.currency }),
        },
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
            <MappingColumn
              key={column.position}
              column={column}
              meaning={meanings.get(column.position) ?? column}
              onChange={(meaning) =>
                setMeanings(new Map([...meanings, [column.position, meaning]]))
              }
            />
          ))}
        </div>
      </div>
      <div className="mt-4 flex flex-col gap-3">
        <MappingChoices choices={choices} needsCurrency={needsCurrency} onChange={setChoices} />
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
