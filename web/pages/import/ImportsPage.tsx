import { useQuery } from '@tanstack/react-query'
import { Upload } from 'lucide-react'
import { useState } from 'react'

import { may, useMember } from '../../api/session.ts'
import { entities } from '../../features/collecting/run/run.ts'
import { ImportDrop } from '../../features/intake/ImportDrop.tsx'
import { ImportList } from '../../features/intake/ImportList.tsx'
import { imports } from '../../features/intake/imports.ts'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { BareSelect } from '../../ui/fields/Select.tsx'
import { importsRoute } from './route.ts'

/** Files of any kind come in here; each goes its own way. */
export function ImportsPage() {
  const t = useT()
  const who = useMember()
  const navigate = importsRoute.useNavigate()
  const { data: known } = useQuery(entities)
  const { data } = useQuery(imports)
  const [chosen, choose] = useState<string | null>(null)
  const entity = known?.entities.find(({ id }) => id === chosen) ?? known?.entities[0]
  return (
    <Page
      title={t('imports.title')}
      actions={
        known &&
        entity &&
        known.entities.length > 1 && (
          <BareSelect
            aria-label={t('imports.company')}
            value={entity.id}
            options={known.entities.map(({ id, name }) => ({ value: id, name }))}
            onChange={choose}
          />
        )
      }
    >
      <div className="mx-auto flex w-full max-w-264 flex-col gap-4 p-4 lg:p-6">
        {entity && may(who, 'imports.apply') && (
          <ImportDrop
            entityId={entity.id}
            onOne={(importId) => void navigate({ to: '/import/$importId', params: { importId } })}
          />
        )}
        {data && data.rows.length > 0 && <ImportList rows={data.rows} />}
        {data && data.rows.length === 0 && (
          <EmptyState icon={Upload} title={t('imports.none')} text={t('imports.noneText')} />
        )}
      </div>
    </Page>
  )
}
