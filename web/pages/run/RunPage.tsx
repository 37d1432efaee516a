import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Send } from 'lucide-react'
import { useState } from 'react'

import { may, useMember } from '../../api/session.ts'
import { Rehearsal } from '../../features/collecting/run/Rehearsal.tsx'
import { entities, runOf, runsOf } from '../../features/collecting/run/run.ts'
import { RunBar } from '../../features/collecting/run/RunBar.tsx'
import { RunHistory } from '../../features/collecting/run/RunHistory.tsx'
import { CancelDialog, RunView } from '../../features/collecting/run/RunView.tsx'
import { SendDialog } from '../../features/collecting/run/SendRun.tsx'
import { useStepNames } from '../../features/collecting/run/step-names.ts'
import { type RunLayer, useRunActions } from '../../features/collecting/run/use-run-actions.ts'
import { ActionButton } from '../../frame/ActionButton.tsx'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { NoPermission } from '../../ui/NoPermission.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'

const route = getRouteApi('/frame/run')

/** The day's run of a company: plan, look, send, and what became of it. */
export function RunPage() {
  const t = useT()
  if (may(useMember(), 'runs.read')) return <DayRun />
  return (
    <Page title={t('run.title')}>
      <NoPermission />
    </Page>
  )
}

function DayRun() {
  const t = useT()
  const navigate = route.useNavigate()
  const { data: known } = useQuery(entities)
  const chosen = route.useSearch().entity
  const entity = known?.entities.find(({ id }) => id === chosen) ?? known?.entities[0]
  const runs = useQuery({ ...runsOf(entity?.id ?? ''), enabled: entity !== undefined })
  const rows = runs.data?.rows ?? []
  const current = rows.find(({ onDay, state }) => onDay === entity?.today && state !== 'cancelled')
  const { data: report } = useQuery({ ...runOf(current?.id ?? ''), enabled: current !== undefined })
  const run = current ? report : undefined
  const stepNames = useStepNames(current?.id)
  const [layer, open] = useState<RunLayer>(null)
  const [first, ...others] = useRunActions({ entityId: entity?.id, run, open })
  const close = () => open(null)
  return (
    <Page title={t('run.title')}>
      <div className="mx-auto flex w-full max-w-264 flex-col gap-4 p-4 lg:p-6">
        {entity && (
          <RunBar
            companies={known?.entities ?? []}
            companyId={entity.id}
            onCompany={(id) => void navigate({ search: { entity: id }, replace: true })}
            first={current ? first : undefined}
            others={others}
          />
        )}
        {known && !entity && (
          <EmptyState
            icon={Send}
            title={t('run.none.noCompany')}
            text={t('run.none.noCompanyText')}
          />
        )}
        {entity && runs.isPending && <SkeletonRows count={8} />}
        {entity && runs.data && !current && (
          <EmptyState
            icon={Send}
            title={t('run.none.title')}
            text={t('run.none.text')}
            action={first && <ActionButton action={first} variant="primary" />}
          />
        )}
        {current && <RunView runId={current.id} />}
        <RunHistory runs={rows.filter(({ id }) => id !== current?.id)} />
      </div>
      {run && <SendDialog run={run} isOpen={layer === 'send'} onClose={close} />}
      {run && <CancelDialog runId={run.id} isOpen={layer === 'cancel'} onClose={close} />}
      {entity && layer === 'rehearse' && (
        <Rehearsal legalEntityId={entity.id} stepNames={stepNames} onClose={close} />
      )}
    </Page>
  )
}
