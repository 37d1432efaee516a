import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { draftOf, type Instalment, RHYTHMS, type Rhythm, spread } from '#kernel/instalments.ts'

import { useT } from '../../../language/texts.ts'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { NumberField } from '../../../ui/fields/NumberField.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { percentText } from '../../../ui/format/number.ts'
import { useReader } from '../../../ui/reader.ts'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { mandateOf } from '../mandates/mandate.ts'
import {
  changed,
  MOST_INSTALMENTS,
  type PlanItem,
  type PlanOffer,
  rhythmOf,
  sumOf,
} from './offer.ts'
import { PlanCheck } from './PlanCheck.tsx'
import { PlanInstalments } from './PlanInstalments.tsx'
import { PlanInsurer } from './PlanInsurer.tsx'
import { PlanItems } from './PlanItems.tsx'
import { usePlannable } from './plannable.ts'
import { PlanOptions } from './PlanOptions.tsx'

type PlanFieldsProps = {
  readonly customerId: string
  readonly currency: string
  readonly value: PlanOffer
  readonly onChange: (offer: PlanOffer) => void
  /** The plan whose place it takes: its invoices are free for this one. */
  readonly replacesId?: string | undefined
}

/** A plan by instalments: what it covers, what comes when, and whether it needs somebody's approval. */
export function PlanFields({ customerId, currency, value, onChange, replacesId }: PlanFieldsProps) {
  const t = useT()
  const { today } = useReader()
  const plannable = usePlannable(customerId, { currency, exceptPlanId: replacesId })
  const mandate = useQuery(mandateOf(customerId, currency)).data
  const isReady = plannable !== undefined && mandate !== undefined

  const withItems = (items: readonly PlanItem[]): PlanOffer => {
    const total = sumOf(items)
    const [first] = value.instalments
    const further = value.instalments.length - 1
    const rhythm = rhythmOf(value.instalments)
    const room = {
      most: mandate?.limits.mostInstalments ?? 0,
      firstPercent: mandate?.limits.smallestFirstPaymentPercent ?? 0,
      latestDay: mandate?.latestDay ?? null,
    }
    const instalments =
      first && total > 0
        ? spread(total, { ...first, minor: Math.min(first.minor, total) }, { further, rhythm })
        : draftOf(total, room, today)
    return { ...value, currency, items: [...items], instalments }
  }
  // What is late goes into a first draft; from then on it is the writer's.
  useEffect(() => {
    if (!isReady || value.items.length > 0) return
    const free = plannable.filter(({ isInPlan }) => !isInPlan)
    const late = free.filter(({ isLate }) => isLate)
    const chosen = late.length > 0 ? late : free
    if (chosen.length > 0) onChange(withItems(chosen.map(itemOf)))
    // oxlint-disable-next-line react/exhaustive-deps -- once, when what it needs is here
  }, [isReady, currency])

  if (!isReady) return <SkeletonRows count={6} />
  if (plannable.length === 0) {
    return <p className="text-13 text-soft">{t('plans.fields.none', { currency })}</p>
  }
  return (
    <div className="flex flex-col gap-5">
      <PlanItems
        currency={currency}
        plannable={plannable}
        chosen={value.items}
        onChange={(items) => onChange(withItems(items.map(itemOf)))}
      />
      {value.instalments.length > 0 && (
        <PlanTerms value={value} onChange={(instalments) => onChange({ ...value, instalments })} />
      )}
      {value.instalments.length > 0 && <PlanCheck mandate={mandate} offer={value} />}
      <PlanInsurer
        customerId={customerId}
        isTold={value.insurerTold ?? false}
        onChange={(insurerTold) => onChange({ ...value, insurerTold })}
      />
      <PlanOptions value={value} onChange={onChange} />
    </div>
  )
}

function itemOf({ openItemId, minor }: PlanItem): PlanItem {
  return { openItemId, minor }
}

type PlanTermsProps = {
  readonly value: PlanOffer
  readonly onChange: (instalments: Instalment[]) => void
}

/** First payment, how many more and how often; the parts always make up the whole. */
function PlanTerms({ value, onChange }: PlanTermsProps) {
  const t = useT()
  const { today, locale } = useReader()
  const { currency, instalments } = value
  const [isOwn, setOwn] = useState(false)
  const kept = rhythmOf(instalments)
  const rhythm: Rhythm = isOwn ? 'own' : kept
  const total = sumOf(value.items)
  const [first = { dueOn: today, minor: 0 }] = instalments
  const further = instalments.length - 1
  const again = (part: Partial<Instalment>, to: { further?: number; rhythm?: Rhythm } = {}) =>
    onChange(spread(total, { ...first, ...part }, { further, rhythm, ...to }))
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <MoneyField
          label={t('plans.fields.first')}
          hint={
            total > 0
              ? t('plans.fields.firstShare', { percent: percentText(first.minor / total, locale) })
              : undefined
          }
          currency={currency}
          minor={first.minor}
          onChange={(minor) => minor !== null && again({ minor })}
        />
        <DateField
          label={t('plans.fields.firstOn')}
          day={first.dueOn}
          from={today}
          onChange={(dueOn) =>
            dueOn !== null &&
            (isOwn ? onChange(changed(instalments, 0, { dueOn })) : again({ dueOn }))
          }
        />
        <NumberField
          label={t('plans.fields.further')}
          value={further}
          least={0}
          most={MOST_INSTALMENTS - 1}
          onChange={(next) =>
            // Somebody who paid all at once pays the first part of several again.
            again(further === 0 && next > 0 ? { minor: Math.ceil(total / (next + 1)) } : {}, {
              further: next,
            })
          }
        />
        {further > 0 && (
          <Select
            label={t('plans.fields.rhythm')}
            value={rhythm}
            options={RHYTHMS.map((of) => ({ value: of, name: t(`plans.fields.rhythms.${of}`) }))}
            onChange={(next) => {
              setOwn(next === 'own')
              if (next !== 'own') again({}, { rhythm: next })
            }}
          />
        )}
      </div>
      <PlanInstalments
        currency={currency}
        instalments={instalments}
        isOwn={rhythm === 'own'}
        onChange={(at, part) => onChange(changed(instalments, at, part))}
      />
    </div>
  )
}
