import { Plus } from 'lucide-react'
import { useState } from 'react'

import { may, useMember } from '../../api/session.ts'
import { NewPlaybook, PlaybookList } from '../../features/collecting/playbooks/PlaybookList.tsx'
import type { Action } from '../../frame/action.ts'
import { ActionButton } from '../../frame/ActionButton.tsx'
import { useActions } from '../../frame/actions.ts'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'

export function PlaybooksPage() {
  const t = useT()
  const canEdit = may(useMember(), 'playbooks.edit')
  const [isAdding, setAdding] = useState(false)
  const add: Action = {
    id: 'playbooks.add',
    name: t('playbooks.add'),
    group: 'page',
    keys: 'n',
    icon: Plus,
    whyNot: canEdit ? undefined : t('playbooks.whyNotEdit'),
    run: () => setAdding(true),
  }
  useActions([add])
  return (
    <Page
      hasAsOf={false}
      title={t('playbooks.title')}
      actions={<ActionButton action={add} variant="primary" />}
    >
      <div className="mx-auto flex w-full max-w-264 flex-col gap-4 p-4 lg:p-6">
        <PlaybookList />
      </div>
      {isAdding && <NewPlaybook onClose={() => setAdding(false)} />}
    </Page>
  )
}
