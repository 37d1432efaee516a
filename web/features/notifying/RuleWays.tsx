import { useQuery } from '@tanstack/react-query'

import { LANES, PACES } from '#contract/notifying'

import { useMember } from '../../api/session.ts'
import { useT } from '../../language/texts.ts'
import { AmountsField } from '../../ui/fields/AmountsField.tsx'
import { Checkbox } from '../../ui/fields/Checkbox.tsx'
import { Select } from '../../ui/fields/Select.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { type RuleFields, targets } from './notifying.ts'
import { toggled, WAYS } from './rule-draft.ts'
import { RuleCustomers } from './RuleCustomers.tsx'

type RuleWaysProps = {
  readonly draft: RuleFields
  readonly mayManage: boolean
  readonly onChange: (changes: Partial<RuleFields>) => void
}

/** From when on, how and how soon. */
export function RuleWays({ draft, mayManage, onChange }: RuleWaysProps) {
  const t = useT()
  const known = useQuery({ ...targets, enabled: mayManage }).data?.targets ?? []
  const ways = WAYS.filter((way) => way !== 'webhook' || (mayManage && known.length > 0))
  const { organisation } = useMember()
  const { condition, channels } = draft
  return (
    <>
      <TextField
        label={t('notifications.days')}
        isOptional
        inputMode="numeric"
        value={condition.minDaysLate === null ? '' : String(condition.minDaysLate)}
        onChange={(text) => {
          const days = /^\d{1,4}$/.test(text) ? Math.min(Number(text), 3650) : null
          onChange({ condition: { ...condition, minDaysLate: days } })
        }}
      />
      <div className="flex flex-col gap-1">
        <span className="text-13 font-medium">{t('notifications.amount')}</span>
        <AmountsField
          label={t('notifications.amount')}
          amounts={condition.minAmountMinor}
          usual={organisation.reportingCurrency}
          onChange={(minAmountMinor) => onChange({ condition: { ...condition, minAmountMinor } })}
        />
      </div>
      <Select
        label={t('notifications.lane')}
        value={condition.lane ?? 'any'}
        options={[
          { value: 'any', name: t('notifications.anyLane') },
          ...LANES.map((value) => ({ value, name: t(`customers.filter.ball.${value}`) })),
        ]}
        onChange={(lane) =>
          onChange({ condition: { ...condition, lane: lane === 'any' ? null : lane } })
        }
      />
      <Select
        label={t('notifications.segment')}
        value={condition.segment ?? 'any'}
        options={[
          { value: 'any', name: t('notifications.anySegment') },
          { value: 'commercial', name: t('notifications.segments.commercial') },
          { value: 'consumer', name: t('notifications.segments.consumer') },
        ]}
        onChange={(segment) =>
          onChange({ condition: { ...condition, segment: segment === 'any' ? null : segment } })
        }
      />
      <RuleCustomers
        chosen={condition.customers ?? []}
        onChange={(customers) => onChange({ condition: { ...condition, customers } })}
      />
      <fieldset>
        <legend className="text-13 font-medium">{t('notifications.channels')}</legend>
        {ways.map((way) => (
          <Checkbox
            key={way}
            label={t(`notifications.ways.${way}`)}
            isChecked={channels.includes(way)}
            onChange={(isIn) => onChange({ channels: toggled(channels, way, isIn) })}
          />
        ))}
      </fieldset>
      {channels.includes('webhook') && (
        <Select
          label={t('notifications.target')}
          value={draft.targetId ?? ''}
          options={[
            { value: '', name: t('notifications.nobody') },
            ...known.map(({ id, name }) => ({ value: id, name })),
          ]}
          onChange={(id) => onChange({ targetId: id === '' ? null : id })}
        />
      )}
      <Select
        label={t('notifications.pace')}
        value={draft.pace}
        options={PACES.map((pace) => ({ value: pace, name: t(`notifications.paces.${pace}`) }))}
        onChange={(pace) => onChange({ pace })}
      />
    </>
  )
}
