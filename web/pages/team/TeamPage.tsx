import { TeamList } from '../../features/insight/team/TeamList.tsx'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'

export function TeamPage() {
  const t = useT()
  return (
    <Page title={t('team.title')}>
      <div className="px-4 py-5 lg:px-6">
        <TeamList />
      </div>
    </Page>
  )
}
