import { useQuery } from '@tanstack/react-query'

import { useT } from '../../../language/texts.ts'
import { AmountsField } from '../../../ui/fields/AmountsField.tsx'
import { ManyField } from '../../../ui/fields/ManyField.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { countryChoices } from '../../../ui/format/places.ts'
import { Moneys } from '../../../ui/Moneys.tsx'
import { useReader } from '../../../ui/reader.ts'
import { ListField } from './ListField.tsx'
import { type Segment, segmentOf } from './playbooks.ts'
import { WhomMore } from './WhomMore.tsx'

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
  const { locale } = useReader()
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
        <ManyField
          label={t('playbooks.rules.countries')}
          hint={t('playbooks.rules.countriesHint')}
          chosen={segment.countries}
          choices={countryChoices(locale)}
          onChange={(countries) => change({ countries })}
        />
        <ListField
          label={t('playbooks.rules.tags')}
          hint={t('playbooks.rules.tagsHint')}
          items={segment.tags}
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
      <WhomMore segment={segment} currency={currency} onChange={onChange} />
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
