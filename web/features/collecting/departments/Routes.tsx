import { useState } from 'react'

import { DEPARTMENTS } from '#contract/collecting/desk'
import { changeDisputeRoutes } from '#contract/collecting/desk/departments'

import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { controlLook } from '../../../ui/fields/look.ts'
import { BareSelect } from '../../../ui/fields/Select.tsx'
import { SimpleTable } from '../../../ui/SimpleTable.tsx'
import { say } from '../../../ui/toasts.ts'
import type { Departments } from '../disputes/disputes.ts'

type Route = Departments['routes'][number]
type RoutesProps = { readonly routes: readonly Route[]; readonly mayChange: boolean }

const MOST_DAYS = 60

/** Which reason goes to which department, and within how many business days. */
export function Routes({ routes, mayChange }: RoutesProps) {
  const t = useT()
  const [changed, setChanged] = useState<readonly Route[]>([])
  const { send, isBusy, problem } = useSending(changeDisputeRoutes, () => {
    say(t('settings.saved'))
    setChanged([])
  })
  const rows = routes.map((route) => changed.find(({ reason }) => reason === route.reason) ?? route)
  const set = (route: Route) =>
    setChanged([...changed.filter(({ reason }) => reason !== route.reason), route])
  return (
    <>
      <SimpleTable
        label={t('disputes.departments.routes')}
        rows={rows}
        keyOf={({ reason }) => reason}
        columns={[
          {
            name: 'reason',
            title: t('disputes.departments.reason'),
            cell: ({ reason }) => t(`desk.dispute.reasons.${reason}`),
          },
          {
            name: 'department',
            title: t('disputes.departments.goesTo'),
            cell: (route) => <Goes route={route} mayChange={mayChange} onChange={set} />,
          },
          {
            name: 'days',
            title: t('disputes.departments.days'),
            isEnd: true,
            cell: (route) => <Days route={route} mayChange={mayChange} onChange={set} />,
          },
        ]}
      />
      {problem !== undefined && (
        <Banner tone="act" isBox>
          {problem}
        </Banner>
      )}
      {changed.length > 0 && (
        <div className="mt-3 flex justify-end gap-2">
          <Button onClick={() => setChanged([])}>{t('settings.discard')}</Button>
          <Button
            variant="primary"
            isBusy={isBusy}
            onClick={() => send({ body: { routes: [...changed] } })}
          >
            {t('settings.save')}
          </Button>
        </div>
      )}
    </>
  )
}

type CellProps = {
  readonly route: Route
  readonly mayChange: boolean
  readonly onChange: (route: Route) => void
}

function Goes({ route, mayChange, onChange }: CellProps) {
  const t = useT()
  if (!mayChange) return t(`desk.dispute.departments.${route.department}`)
  return (
    <BareSelect
      isQuiet
      aria-label={`${t(`desk.dispute.reasons.${route.reason}`)}: ${t('disputes.departments.goesTo')}`}
      value={route.department}
      options={DEPARTMENTS.map((value) => ({
        value,
        name: t(`desk.dispute.departments.${value}`),
      }))}
      onChange={(department) => onChange({ ...route, department })}
    />
  )
}

function Days({ route, mayChange, onChange }: CellProps) {
  const t = useT()
  if (!mayChange) return <span className="figures">{route.businessDays}</span>
  return (
    <input
      type="number"
      min={1}
      max={MOST_DAYS}
      aria-label={`${t(`desk.dispute.reasons.${route.reason}`)}: ${t('disputes.departments.days')}`}
      value={route.businessDays}
      onChange={({ target }) => {
        const businessDays = Math.round(target.valueAsNumber)
        if (businessDays >= 1 && businessDays <= MOST_DAYS) onChange({ ...route, businessDays })
      }}
      className={`${controlLook} figures w-20 text-right`}
    />
  )
}
