import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'

import { importOf } from '../../features/intake/imports.ts'
import { ImportView } from '../../features/intake/ImportView.tsx'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'

const route = getRouteApi('/frame/import/$importId')

export function ImportPage() {
  const t = useT()
  const { importId } = route.useParams()
  const { data } = useQuery(importOf(importId))
  return (
    <Page
      title={data?.fileName ?? t('imports.title')}
      before={
        <Link
          to="/import"
          aria-label={t('imports.title')}
          className="rounded-4 p-1 text-soft hover:text-ink"
        >
          <ArrowLeft size={16} aria-hidden />
        </Link>
      }
    >
      <div className="mx-auto w-full max-w-264 p-4 lg:p-6">
        <ImportView importId={importId} />
      </div>
    </Page>
  )
}
