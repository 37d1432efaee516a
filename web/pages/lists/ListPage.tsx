import type { ReactNode } from 'react'

import { Page } from '../../frame/Page.tsx'
import { Tabs } from '../../ui/Tabs.tsx'

type ListPageProps<Name extends string> = {
  readonly title: string
  readonly tabsLabel: string
  readonly tabs: readonly { readonly name: Name; readonly title: string }[]
  readonly current: Name
  readonly onTab: (tab: Name) => void
  readonly beside?: ReactNode
  readonly children: ReactNode
}

/** A page of one list, cut by tabs from edge to edge. */
export function ListPage<Name extends string>(props: ListPageProps<Name>) {
  const { title, tabsLabel, tabs, current, onTab, beside, children } = props
  return (
    <Page isFull title={title}>
      <div className="border-b border-line px-4 lg:px-6 print:hidden">
        <Tabs
          isBare
          label={tabsLabel}
          tabs={tabs}
          current={current}
          onChange={onTab}
          beside={beside}
        />
      </div>
      <div key={current} className="flex min-h-0 flex-1 flex-col">
        {children}
      </div>
    </Page>
  )
}
