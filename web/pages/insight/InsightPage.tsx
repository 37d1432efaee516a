import { Link, getRouteApi } from '@tanstack/react-router'

import { Insight } from '../../features/insight/Insight.tsx'
import { InsightDownloads } from '../../features/insight/InsightDownloads.tsx'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'
import { buttonLook } from '../../ui/button-look.ts'

const route = getRouteApi('/frame/insight')

export function InsightPage() {
  const t = useT()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Page
      title={t('insight.title')}
      actions={
        <>
          <Link to="/insight/causes" className={`${buttonLook('quiet')} max-sm:hidden`}>
            {t('causes.link')}
          </Link>
          <InsightDownloads search={search} />
        </>
      }
    >
      <div className="mx-auto w-full max-w-320 p-4 lg:p-6">
        <Insight search={search} onSearch={(next) => void navigate({ search: next })} />
      </div>
    </Page>
  )
}
