import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'

import { may, useMember } from '../../api/session.ts'
import { entities } from '../../features/collecting/run/run.ts'
import { ImportDrop } from '../../features/intake/ImportDrop.tsx'
import { HowToBegin, Nothing } from '../../features/intake/ImportEmpty.tsx'
import { ImportList } from '../../features/intake/ImportList.tsx'
import { imports } from '../../features/intake/imports.ts'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'
import { Select } from '../../ui/fields/Select.tsx'

const route = getRouteApi('/frame/import')

/** Files of any kind come in here; each goes its own way. */
export function ImportsPage() {
  const t = useT()
  const who = useMember()
  const navigate = route.useNavigate()
  const { data: known } = useQuery(entities)
  const { data } = useQuery(imports)
  const mayImport = may(who, 'imports.apply')
  const [chosen, choose] = useState<string | null>(null)
  const entity = known?.entities.find(({ id }) => id === chosen) ?? known?.entities[0]
  return (
    <Page title={t('imports.title')}>
      <div className="mx-auto flex w-full max-w-264 flex-col gap-4 p-4 lg:p-6">
        {known && entity && mayImport && known.entities.length > 1 && (
          <div className="max-w-80">
            <Select
              label={t('imports.company')}
              hint={t('imports.companyHint')}
              value={entity.id}
              options={known.entities.map(({ id, name }) => ({ value: id, name }))}
              onChange={choose}
            />
          </div>
        )}
        {entity && mayImport && (
          <ImportDrop
            entityId={entity.id}
            onOne={(importId) => void navigate({ to: '/import/$importId', params: { importId } })}
          />
        )}
        {data && data.rows.length > 0 && <ImportList rows={data.rows} />}
        {data && data.rows.length === 0 && (mayImport ? <HowToBegin /> : <Nothing />)}
      </div>
    </Page>
  )
}
