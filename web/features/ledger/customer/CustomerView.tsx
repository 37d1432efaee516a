import { useSuspenseQuery } from '@tanstack/react-query'

import { useActions } from '../../../frame/actions.ts'
import { useT } from '../../../language/texts.ts'
import { Tabs } from '../../../ui/Tabs.tsx'
import { useDesk } from '../../collecting/desk/use-desk.tsx'
import { DeskBar } from '../../collecting/worklist/DeskBar.tsx'
import { customerOf } from '../customers/customers.ts'
import { CustomerHead } from './CustomerHead.tsx'
import { CustomerSide } from './CustomerSide.tsx'
import { CustomerTabBody } from './CustomerTabBody.tsx'
import { type CustomerTab, customerTabs } from './tabs.ts'
import { useCustomerActions } from './use-customer-actions.ts'

type CustomerViewProps = {
  readonly customerId: string
  readonly tab: CustomerTab
  readonly onTab: (tab: CustomerTab) => void
  /** Done with this customer: back to where one came from. */
  readonly onDone: () => void
}

/** Everything about one customer. */
export function CustomerView({ customerId, tab, onTab, onDone }: CustomerViewProps) {
  const t = useT()
  const { data: customer } = useSuspenseQuery(customerOf(customerId))
  const desk = useDesk({ customerId, name: customer.name }, (done) => done === 'done' && onDone())
  useActions(useCustomerActions(customerId, desk.actions, onTab))
  const open = customer.openItems
  return (
    <>
      <div data-print="flow" className="relative min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto grid w-full max-w-360 grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-5 px-4 py-5 lg:px-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="xl:col-span-2">
            <CustomerHead customer={customer} actions={desk.actions} />
          </div>
          <div className="min-w-0">
            <Tabs
              label={t('customer.tabsLabel')}
              current={tab}
              onChange={onTab}
              tabs={customerTabs.map((name) => ({
                name,
                title: t(`customer.tabs.${name}`),
                count: name === 'items' ? open : undefined,
              }))}
            >
              <CustomerTabBody tab={tab} customer={customer} />
            </Tabs>
          </div>
          <CustomerSide customer={customer} onTab={onTab} />
        </div>
      </div>
      <DeskBar actions={desk.actions} last={desk.actions.done} />
      {desk.dialog}
    </>
  )
}
