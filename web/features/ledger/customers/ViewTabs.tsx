import { useQuery, useQueryClient } from '@tanstack/react-query'
import { BookmarkPlus, Ellipsis } from 'lucide-react'
import { useState } from 'react'

import { listViews, removeView } from '#contract/access'

import { asking } from '../../../api/query.ts'
import { type Member, useMember } from '../../../api/session.ts'
import { useCalling } from '../../../api/use-calling.ts'
import { type T, useT } from '../../../language/texts.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Menu, MenuItem } from '../../../ui/Menu.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { say } from '../../../ui/toasts.ts'
import { EditView } from './EditView.tsx'
import { SaveView } from './SaveView.tsx'
import { canonical, type CustomersSearch, parsed } from './search.ts'

export const PAGE = 'customers'

export const customerViews = asking(listViews, { query: { page: PAGE } })

type ViewTabsProps = {
  readonly search: CustomersSearch
  readonly onChange: (search: CustomersSearch) => void
}

type View = {
  readonly name: string
  readonly title: string
  readonly search: CustomersSearch
  readonly isMine: boolean
  readonly isShared: boolean
}

/** The house's own views, then those that people saved. */
export function ViewTabs({ search, onChange }: ViewTabsProps) {
  const t = useT()
  const member = useMember()
  const client = useQueryClient()
  const calling = useCalling()
  const [isSaving, setSaving] = useState(false)
  const [edited, setEdited] = useState<View | null>(null)
  const saved = useQuery(customerViews).data?.views ?? []
  const views: readonly View[] = [
    ...houseViews(t, member),
    ...saved.map(({ id, name, search: address, isMine, isShared }) => ({
      name: id,
      title: name,
      search: parsed(address),
      isMine,
      isShared,
    })),
  ]
  const current = views.find((view) => canonical(view.search) === canonical(search))
  const remove = async (view: View) => {
    const isDone = await calling(removeView, { params: { id: view.name } })
    if (isDone) say(t('customers.views.removed', { name: view.title }))
  }
  return (
    <div className="border-b border-line px-4 lg:px-6 print:hidden">
      <Tabs
        isBare
        label={t('customers.views.label')}
        tabs={views.map(({ name, title }) => ({ name, title }))}
        current={current?.name ?? ''}
        onChange={(name) => onChange(views.find((view) => view.name === name)?.search ?? {})}
        beside={
          <div className="flex pb-0.5">
            {current === undefined && (
              <IconButton
                label={t('customers.views.save')}
                icon={<BookmarkPlus size={16} />}
                onClick={() => setSaving(true)}
              />
            )}
            {current?.isMine === true && (
              <Menu
                align="end"
                trigger={
                  <IconButton
                    label={t('customers.views.menu')}
                    hasTooltip={false}
                    icon={<Ellipsis size={16} />}
                  />
                }
              >
                <MenuItem onSelect={() => setTimeout(() => setEdited(current))}>
                  {t('customers.views.edit')}
                </MenuItem>
                <MenuItem tone="act" onSelect={() => void remove(current)}>
                  {t('customers.views.remove')}
                </MenuItem>
              </Menu>
            )}
          </div>
        }
      />
      {edited && (
        <EditView
          view={{ id: edited.name, name: edited.title, isShared: edited.isShared }}
          onClose={() => setEdited(null)}
        />
      )}
      {isSaving && (
        <SaveView
          search={search}
          onClose={() => {
            setSaving(false)
            void client.invalidateQueries({ queryKey: customerViews.queryKey })
          }}
        />
      )}
    </div>
  )
}

function houseViews(t: T, member: Member): readonly View[] {
  const house = { isMine: false, isShared: false }
  return [
    {
      ...house,
      name: 'overdue',
      title: t('customers.views.overdue'),
      search: { owing: 'overdue' },
    },
    {
      ...house,
      name: 'mine',
      title: t('customers.views.mine'),
      search: { collector: member.person.id },
    },
    {
      ...house,
      name: 'seller',
      title: t('customers.views.withSeller'),
      search: { ball: 'seller' },
    },
    { ...house, name: 'held', title: t('customers.views.held'), search: { hold: 'yes' } },
    { ...house, name: 'all', title: t('customers.views.all'), search: {} },
  ]
}
