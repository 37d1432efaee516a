import { ChevronRight, Coffee } from 'lucide-react'
import { useState } from 'react'

import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Moneys } from '../../../ui/Moneys.tsx'
import { EntryList } from './EntryList.tsx'
import { DECISIONS, type Decision, filterOf, type Group, type RunReport } from './run.ts'
import { nameOfGroup } from './step-names.ts'

type RunGroupsProps = { readonly run: RunReport; readonly stepNames: ReadonlyMap<string, string> }

/** What the run decided, group by group: each opens to the customers in it. */
export function RunGroups({ run, stepNames }: RunGroupsProps) {
  const t = useT()
  const shown = DECISIONS.filter((decision) => groupsOf(run, decision).length > 0)
  return (
    <div className="flex flex-col gap-4">
      {shown.length === 0 && run.state === 'planned' && (
        <EmptyState icon={Coffee} title={t('run.groups.none')} text={t('run.groups.noneText')} />
      )}
      {shown.map((decision) => (
        <Card key={decision} title={t(`run.groups.${decision}`)} hasPadding={false}>
          <ul className="border-t border-line">
            {groupsOf(run, decision).map((group) => (
              <GroupRow key={group.key} run={run} group={group} stepNames={stepNames} />
            ))}
          </ul>
        </Card>
      ))}
      {run.plan.errors.length > 0 && <Errors run={run} />}
    </div>
  )
}

function groupsOf({ plan }: RunReport, decision: Decision): Group[] {
  return plan.groups.filter((group) => group.decision === decision)
}

type GroupRowProps = RunGroupsProps & { readonly group: Group }

function GroupRow({ run, group, stepNames }: GroupRowProps) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const name = nameOfGroup(group, stepNames) ?? (group.key || t(`run.groups.${group.decision}`))
  return (
    <li className="border-b border-line last:border-b-0">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="flex min-h-11 w-full items-center gap-3 px-4 py-2 text-left text-13 -outline-offset-2 hover:bg-hover"
      >
        <ChevronRight
          size={14}
          aria-hidden
          className={
            isOpen
              ? 'rotate-90 transition-transform duration-100'
              : 'transition-transform duration-100'
          }
        />
        <span className="min-w-0 flex-1 font-medium">{name}</span>
        <span className="figures shrink-0 text-soft">
          {t('run.groups.customers', { count: group.customers })}
        </span>
        <span className="hidden w-36 shrink-0 justify-end sm:flex">
          <Moneys amounts={group.totals} isAligned most={2} />
        </span>
      </button>
      {isOpen && <EntryList run={run} filter={filterOf(group)} />}
    </li>
  )
}

function Errors({ run }: { readonly run: RunReport }) {
  const t = useT()
  return (
    <Card title={t('run.groups.errors')}>
      <ul className="flex flex-col gap-2 text-13">
        {run.plan.errors.map(({ customerId, customerName, cause }) => (
          <li key={customerId}>
            <span className="font-medium">{customerName}</span>
            <span className="text-soft"> · {cause}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
