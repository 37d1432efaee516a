import { useState } from 'react'

import { useT } from '../../../language/texts.ts'
import { AmountsField } from '../../../ui/fields/AmountsField.tsx'
import { NumberField } from '../../../ui/fields/NumberField.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { TimeField } from '../../../ui/fields/TimeField.tsx'
import { boundsOfTyped, isNumberName, type PolicyValues, RANGES } from './fields.ts'
import type { PolicyRowProps } from './row-props.ts'

const EVIDENCE = ['invoice', 'order', 'delivery_note', 'contract', 'other'] as const

/** The control that fits the kind of a value. */
export function PolicyControl({ name, values, onChange, usualCurrency }: PolicyRowProps) {
  const t = useT()
  const label = t(`policy.names.${name}`)
  if (isNumberName(name)) {
    return (
      <NumberField
        {...RANGES[name]}
        label={label}
        unit={t(`policy.units.${RANGES[name].unit}`)}
        value={values[name]}
        onChange={(value) => onChange({ [name]: value })}
      />
    )
  }
  switch (name) {
    case 'amountFloorMinor':
    case 'askFirstAboveMinor':
      return (
        <AmountsField
          label={label}
          usual={usualCurrency}
          amounts={values[name]}
          onChange={(amounts) => onChange({ [name]: amounts })}
        />
      )
    case 'contactHours':
      return <Hours hours={values.contactHours} onChange={onChange} />
    case 'runPlannedAt':
      return (
        <TimeField
          label={label}
          time={values.runPlannedAt}
          onChange={(runPlannedAt) => onChange({ runPlannedAt })}
        />
      )
    case 'ageingBounds':
      return <Bounds label={label} bounds={values.ageingBounds} onChange={onChange} />
    case 'ageingCredits':
      return (
        <Select
          label={label}
          value={values.ageingCredits}
          options={(['own_column', 'oldest_first'] as const).map((value) => ({
            value,
            name: t(`policy.credits.${value}`),
          }))}
          onChange={(ageingCredits) => onChange({ ageingCredits })}
        />
      )
    case 'evidenceRequired':
      return <Evidence kinds={values.evidenceRequired} onChange={onChange} />
    case 'sendsAutomatically':
    case 'approvalNeedsAnother':
      return (
        <Select
          label={label}
          value={values[name] ? 'yes' : 'no'}
          options={(['yes', 'no'] as const).map((value) => ({
            value,
            name: t(`policy.values.${value}`),
          }))}
          onChange={(answer) => onChange({ [name]: answer === 'yes' })}
        />
      )
  }
}

type Change = { readonly onChange: (part: Partial<PolicyValues>) => void }

type HoursProps = Change & { readonly hours: PolicyValues['contactHours'] }

function Hours({ hours, onChange }: HoursProps) {
  const t = useT()
  const change = (part: Partial<typeof hours>) => onChange({ contactHours: { ...hours, ...part } })
  return (
    <div>
      <div className="flex items-center gap-2">
        <TimeField
          label={t('policy.from')}
          time={hours.from}
          onChange={(from) => change({ from })}
        />
        <span aria-hidden className="text-faint">
          –
        </span>
        <TimeField label={t('policy.to')} time={hours.to} onChange={(to) => change({ to })} />
      </div>
      {hours.from >= hours.to && (
        <p role="alert" className="mt-1 text-12 text-act">
          {t('policy.hoursTurned')}
        </p>
      )}
    </div>
  )
}

type BoundsProps = Change & { readonly label: string; readonly bounds: readonly number[] }

function Bounds({ label, bounds, onChange }: BoundsProps) {
  const t = useT()
  const [typed, setTyped] = useState<string | null>(null)
  const isFaulty = typed !== null && boundsOfTyped(typed) === null
  return (
    <TextField
      label={label}
      inputMode="text"
      className="figures"
      value={typed ?? bounds.join(', ')}
      error={isFaulty ? t('policy.boundsFaulty') : undefined}
      onChange={(next) => {
        setTyped(next)
        const read = boundsOfTyped(next)
        if (read) onChange({ ageingBounds: read })
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

type EvidenceProps = Change & { readonly kinds: PolicyValues['evidenceRequired'] }

function Evidence({ kinds, onChange }: EvidenceProps) {
  const t = useT()
  return (
    <ul>
      {EVIDENCE.map((kind) => (
        <li key={kind} className="flex min-h-8 items-center gap-2 text-14 pointer-coarse:min-h-11">
          <input
            id={`evidence-${kind}`}
            type="checkbox"
            checked={kinds.includes(kind)}
            onChange={(event) =>
              onChange({
                evidenceRequired: EVIDENCE.filter((other) =>
                  other === kind ? event.target.checked : kinds.includes(other),
                ),
              })
            }
            className="size-4"
          />
          {/* The row's own label is for readers only; these are seen. */}
          <label htmlFor={`evidence-${kind}`} className="not-sr-only!">
            {t(`policy.evidence.${kind}`)}
          </label>
        </li>
      ))}
    </ul>
  )
}
