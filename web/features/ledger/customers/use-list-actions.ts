import { CornerDownLeft } from 'lucide-react'
import { useMemo } from 'react'

import type { Action } from '../../../frame/action.ts'
import { useActions } from '../../../frame/actions.ts'
import { useT } from '../../../language/texts.ts'
import type { Cursor } from '../../../ui/table/use-cursor.ts'

type ListActions = {
  readonly cursor: Cursor
  readonly current: { readonly id: string } | undefined
  readonly onOpen: (id: string) => void
}

/** J and K go through the list, Enter opens. */
export function useListActions({ cursor, current, onOpen }: ListActions): void {
  const t = useT()
  const actions = useMemo((): readonly Action[] => {
    const page = { group: 'page' } as const
    return [
      { ...page, id: 'list.next', name: t('desk.do.next'), keys: 'j', isMove: true, run: () => cursor.move(1) },
      { ...page, id: 'list.previous', name: t('desk.do.previous'), keys: 'k', isMove: true, run: () => cursor.move(-1) },
      {
        ...page,
        id: 'list.open',
        name: t('desk.do.open'),
        keys: 'enter',
        icon: CornerDownLeft,
        whyNot: current ? undefined : t('desk.whyNot.noCustomer'),
        run: () => current && onOpen(current.id),
      },
    ]
    // oxlint-disable-next-line react/exhaustive-deps -- moving depends on where the cursor is, not on the object
  }, [t, cursor.index, current, onOpen])
  useActions(actions)
}
