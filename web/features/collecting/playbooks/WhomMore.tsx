import { useQuery } from '@tanstack/react-query'

import { useT } from '../../../language/texts.ts'
import { AmountsField } from '../../../ui/fields/AmountsField.tsx'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { ManyField } from '../../../ui/fields/ManyField.tsx'
import { NumberField } from '../../../ui/fields/NumberField.tsx'
import { people, teams } from '../../access/settings.ts'
import { companies } from '../../ledger/companies/companies.ts'
import { ListField } from './ListField.tsx'
import type { Segment } from './playbooks.ts'

type WhomMoreProps = {
  readonly segment: Segment
  readonly currency: string
  readonly onChange: (segment: Segment) => void
}

/** The conditions that few playbooks need; open when one of them is used. */
export function WhomMore({ segment, currency, onChange }: WhomMoreProps) {
  const t = useT()
  const change = (part: Partial<Segment>) => onChange({ ...segment, ...part })
  return (
    <details open={isUsed(segment)}>
      <summary className="w-fit rounded-4 text-13 font-medium text-soft hover:text-ink pointer-coarse:py-3">
        {t('playbooks.rules.more')}
      </summary>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        <Whose segment={segment} change={change} />
        <ListField
          label={t('playbooks.rules.legalForms')}
          hint={t('playbooks.rules.legalFormsHint')}
          items={segment.legalForms}
          onChange={(legalForms) => change({ legalForms })}
        />
        <div className="flex flex-col gap-1">
          <span className="text-13 font-medium">{t('playbooks.rules.owedAtMost')}</span>
          <AmountsField
            label={t('playbooks.rules.owedAtMost')}
            usual={currency}
            amounts={segment.owedAtMost ?? {}}
            onChange={(owedAtMost) => change({ owedAtMost })}
          />
        </div>
        <DaysToPay
          label={t('playbooks.rules.termsFrom')}
          days={segment.termsDaysAtLeast ?? null}
          onChange={(termsDaysAtLeast) => change({ termsDaysAtLeast })}
        />
        <DaysToPay
          label={t('playbooks.rules.termsTo')}
          days={segment.termsDaysAtMost ?? null}
          onChange={(termsDaysAtMost) => change({ termsDaysAtMost })}
        />
      </div>
    </details>
  )
}

type WhoseProps = {
  readonly segment: Segment
  readonly change: (part: Partial<Segment>) => void
}

/** By who looks after them and by which company invoices them. */
function Whose({ segment, change }: WhoseProps) {
  const t = useT()
  const persons = useQuery(people).data?.people ?? []
  const groups = useQuery(teams).data?.teams ?? []
  const entities = useQuery(companies).data?.entities ?? []
  return (
    <>
      <ManyField
        label={t('playbooks.rules.owners')}
        hint={t('playbooks.rules.ownersHint')}
        chosen={segment.ownerIds}
        choices={persons.map(choiceOf)}
        onChange={(ownerIds) => change({ ownerIds })}
      />
      {groups.length > 0 && (
        <ManyField
          label={t('playbooks.rules.teams')}
          hint={t('playbooks.rules.teamsHint')}
          chosen={segment.teamIds ?? []}
          choices={groups.map(choiceOf)}
          onChange={(teamIds) => change({ teamIds })}
        />
      )}
      {entities.length > 1 && (
        <ManyField
          label={t('playbooks.rules.companies')}
          hint={t('playbooks.rules.companiesHint')}
          chosen={segment.legalEntityIds ?? []}
          choices={entities.map(choiceOf)}
          onChange={(legalEntityIds) => change({ legalEntityIds })}
        />
      )}
    </>
  )
}

function choiceOf({ id, name }: { readonly id: string; readonly name: string }) {
  return { value: id, name }
}

type DaysToPayProps = {
  readonly label: string
  readonly days: number | null
  readonly onChange: (days: number | null) => void
}

const USUAL_DAYS = 30

function DaysToPay({ label, days, onChange }: DaysToPayProps) {
  const t = useT()
  return (
    <div>
      <Checkbox
        label={label}
        isChecked={days !== null}
        onChange={(isChosen) => onChange(isChosen ? USUAL_DAYS : null)}
      />
      {days !== null && (
        <div className="[&_label]:sr-only">
          <NumberField
            label={label}
            unit={t('policy.units.days')}
            least={0}
            most={365}
            value={days}
            onChange={onChange}
          />
        </div>
      )}
    </div>
  )
}

function isUsed(segment: Segment): boolean {
  const { ownerIds, teamIds = [], legalEntityIds = [], legalForms, owedAtMost = {} } = segment
  const lists = [ownerIds, teamIds, legalEntityIds, legalForms, Object.keys(owedAtMost)]
  const { termsDaysAtLeast = null, termsDaysAtMost = null } = segment
  return (
    lists.some(({ length }) => length > 0) || termsDaysAtLeast !== null || termsDaysAtMost !== null
  )
}
