import { useQuery } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useState } from 'react'

import { may, useMember } from '../../../api/session.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Section } from '../../../ui/Section.tsx'
import { departments, type Departments as Known } from '../disputes/disputes.ts'
import { DepartmentDialog } from './DepartmentDialog.tsx'
import { Questions } from './Questions.tsx'
import { Routes } from './Routes.tsx'

type Department = Known['departments'][number]

/** Who looks into disputes: by department, and which reason goes where until when. */
export function Departments() {
  const t = useT()
  const mayChange = may(useMember(), 'departments.set')
  return (
    <Loaded query={useQuery(departments)} rows={12}>
      {(known) => (
        <>
          {!mayChange && (
            <p className="mb-4 text-13 text-soft">{t('disputes.departments.readOnly')}</p>
          )}
          <Section title={t('disputes.departments.title')} text={t('disputes.departments.text')}>
            <List departments={known.departments} mayChange={mayChange} />
          </Section>
          <Section
            title={t('disputes.departments.routes')}
            text={t('disputes.departments.routesText')}
          >
            <Routes routes={known.routes} mayChange={mayChange} />
          </Section>
          <Section
            title={t('disputes.departments.question.heading')}
            text={t('disputes.departments.question.headingText')}
          >
            <Questions questions={known.questions} mayChange={mayChange} />
          </Section>
        </>
      )}
    </Loaded>
  )
}

type ListProps = {
  readonly departments: readonly Department[]
  readonly mayChange: boolean
}

function List({ departments: rows, mayChange }: ListProps) {
  const t = useT()
  const [changing, setChanging] = useState<Department | null>(null)
  return (
    <>
      <ul className="rounded-8 bg-surface shadow-raised">
        {rows.map((row) => (
          <li
            key={row.department}
            className="flex min-h-12 items-center gap-3 border-b border-line px-4 py-2 last:border-0"
          >
            <span className="min-w-0 flex-1 text-13">
              <span className="block font-medium">
                {t(`desk.dispute.departments.${row.department}`)}
              </span>
              <span className="block text-12 text-soft">
                {row.person?.name ?? t('disputes.departments.personNone')} ·{' '}
                <span className="break-all">
                  {row.address || t('disputes.departments.addressNone')}
                </span>
                {row.asksAtOnce && ` · ${t('disputes.departments.isAtOnce')}`}
              </span>
            </span>
            {mayChange && (
              <IconButton
                label={t('disputes.departments.change', {
                  department: t(`desk.dispute.departments.${row.department}`),
                })}
                icon={<Pencil size={16} />}
                onClick={() => setChanging(row)}
              />
            )}
          </li>
        ))}
      </ul>
      {changing && <DepartmentDialog row={changing} onClose={() => setChanging(null)} />}
    </>
  )
}
