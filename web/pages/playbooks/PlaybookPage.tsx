import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'

import { PlaybookEditor } from '../../features/collecting/playbooks/PlaybookEditor.tsx'
import { playbookOf } from '../../features/collecting/playbooks/playbooks.ts'
import { Loaded } from '../../frame/Loaded.tsx'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'

const route = getRouteApi('/frame/playbooks/$playbookId')

export function PlaybookPage() {
  const t = useT()
  const { playbookId } = route.useParams()
  const query = useQuery(playbookOf(playbookId))
  return (
    <Page
      hasAsOf={false}
      title={query.data?.name ?? t('playbooks.title')}
      before={
        <Link
          to="/playbooks"
          aria-label={t('playbooks.back')}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-6 text-soft hover:bg-hover hover:text-ink pointer-coarse:size-11 print:hidden"
        >
          <ArrowLeft size={16} aria-hidden />
        </Link>
      }
    >
      <div className="mx-auto w-full max-w-320 p-4 lg:p-6">
        <Loaded query={query} rows={10}>
          {(playbook) => <PlaybookEditor key={playbook.id} playbook={playbook} />}
        </Loaded>
      </div>
    </Page>
  )
}
