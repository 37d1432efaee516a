import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useT } from '../../../language/texts.ts'
import { AmountsField } from '../../../ui/fields/AmountsField.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { Moneys } from '../../../ui/Moneys.tsx'
import { type Segment, segmentOf } from './playbooks.ts'

type WhomProps = {
  readonly segment: Segment
  readonly settled: Segment
  readonly currency: string
  readonly onChange: (segment: Segment) => void
}

const ANY = 'any'
const KINDS = ['commercial', 'consumer'] as const

/** Whom a playbook is for, with how many that are today. */
export function Whom({ segment, settled, currency, onChange }: WhomProps) {
  const t = useT()
  const { data } = useQuery(segmentOf(settled))
  const change = (part: Partial<Segment>) => onChange({ ...segment, ...part })
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t('playbooks.rules.kind')}
          value={segment.segment ?? ANY}
          options={[
            { value: ANY, name: t('playbooks.rules.anyKind') },
            ...KINDS.map((value) => ({ value, name: t(`playbooks.segment.kinds.${value}`) })),
          ]}
          onChange={(kind) => change({ segment: KINDS.find((known) => known === kind) ?? null })}
        />
        <ListField
          label={t('playbooks.rules.countries')}
          hint={t('playbooks.rules.countriesHint')}
          items={segment.countries}
          isItem={(text) => /^[A-Z]{2}$/.test(text)}
          tidy={(text) => text.toUpperCase()}
          onChange={(countries) => change({ countries })}
        />
        <ListField
          label={t('playbooks.rules.tags')}
          hint={t('playbooks.rules.tagsHint')}
          items={segment.tags}
          isItem={() => true}
          tidy={(text) => text}
          onChange={(tags) => change({ tags })}
        />
        <div className="flex flex-col gap-1">
          <span className="text-13 font-medium">{t('playbooks.rules.owed')}</span>
          <AmountsField
            label={t('playbooks.rules.owed')}
            usual={currency}
            amounts={segment.owedAtLeast}
            onChange={(owedAtLeast) => change({ owedAtLeast })}
          />
        </div>
      </div>
      {data && (
        <div className="flex items-baseline justify-between gap-4 rounded-6 bg-sunken px-3 py-2 text-13">
          <span>
            <span className="font-medium">
              {t('playbooks.rules.fits', { count: data.customers })}
            </span>
            <span className="block text-12 text-soft">
              {data.examples.map(({ name }) => name).join(', ')}
            </span>
          </span>
          <Moneys amounts={data.owed} most={2} />
        </div>
      )}
    </>
  )
}

type ListFieldProps = {
  readonly label: string
  readonly hint: string
  readonly items: readonly string[]
  readonly isItem: (text: string) => boolean
  readonly tidy: (text: string) => string
  readonly onChange: (items: string[]) => void
}

/** A few short words with commas between them, taken over as they are typed. */
function ListField({ label, hint, items, isItem, tidy, onChange }: ListFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextField
      label={label}
      hint={hint}
      value={typed ?? items.join(', ')}
      onChange={(text) => {
        setTyped(text)
        const parts = text.split(/[,;]/).map((part) => tidy(part.trim()))
        onChange([...new Set(parts.filter((part) => part !== '' && isItem(part)))])
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
