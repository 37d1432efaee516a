import { Link, getRouteApi } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'

import { may, useMember } from '../../api/session.ts'
import { Causes } from '../../features/insight/causes/Causes.tsx'
import { CausesDownloads } from '../../features/insight/causes/CausesDownloads.tsx'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'

const route = getRouteApi('/frame/insight/causes')

export function CausesPage() {
  const t = useT()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const isInsight = may(useMember(), 'figures.read')
  return (
    <Page
      title={t('causes.title')}
      actions={<CausesDownloads search={search} />}
      before={
        <Link
          to={isInsight ? '/insight' : '/disputes'}
          aria-label={t(isInsight ? 'causes.back' : 'disputes.back')}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-6 text-soft hover:bg-hover hover:text-ink pointer-coarse:size-11 print:hidden"
        >
          <ArrowLeft size={16} aria-hidden />
        </Link>
      }
    >
      <div className="mx-auto w-full max-w-280 p-4 lg:p-6">
        <Causes search={search} onSearch={(next) => void navigate({ search: next })} />
      </div>
    </Page>
  )
}
