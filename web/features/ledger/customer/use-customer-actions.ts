import { FileText } from 'lucide-react'

import { getStatement } from '#contract/talking/statement'

import { addressOf } from '../../../api/call.ts'
import type { Action } from '../../../frame/action.ts'
import { useT } from '../../../language/texts.ts'
import type { DeskActions } from '../../collecting/desk/use-desk.tsx'
import { type CustomerTab, customerTabs } from './tabs.ts'

/** The desk's actions, a key for each tab, and the statement. */
export function useCustomerActions(
  customerId: string,
  desk: DeskActions,
  onTab: (tab: CustomerTab) => void,
): readonly Action[] {
  const t = useT()
  const page = { group: 'page' } as const
  const tabs = customerTabs.map((tab, index): Action => ({
    ...page,
    id: `tab.${tab}`,
    name: t(`customer.tabs.${tab}`),
    keys: String(index + 1),
    run: () => onTab(tab),
  }))
  const statement: Action = {
    ...page,
    id: 'statement',
    name: t('customer.statement'),
    icon: FileText,
    run: () =>
      window.open(addressOf(getStatement, { params: { customerId } }), '_blank', 'noopener'),
  }
  return [...Object.values(desk), statement, ...tabs]
}
