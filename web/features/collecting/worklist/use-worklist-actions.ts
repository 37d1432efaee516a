import { CornerDownLeft, Undo2 } from 'lucide-react'
import { useMemo } from 'react'

import type { Action } from '../../../frame/action.ts'
import { useT } from '../../../language/texts.ts'
import type { Cursor } from '../../../ui/table/use-cursor.ts'
import type { Subject } from '../desk/subject.ts'
import { usePutAway } from '../desk/use-put-away.ts'
import type { DeskActions } from '../desk/use-desk.tsx'

type WorklistActions = {
  readonly cursor: Cursor
  readonly desk: DeskActions
  readonly subject: Subject | null
  readonly isAway: boolean
  readonly onOpen: (customerId: string) => void
}

/** The desk's actions on the customer in hand, and the keys that go through the list. */
export function useWorklistActions(input: WorklistActions): {
  readonly actions: readonly Action[]
  readonly last: Action
} {
  const t = useT()
  const { wake } = usePutAway()
  const { cursor, desk, subject, isAway, onOpen } = input
  const customerId = subject?.customerId
  return useMemo(() => {
    const page = { group: 'page' } as const
    const whyNot = subject === null ? t('desk.whyNot.noCustomer') : undefined
    const waking: Action = {
      ...page,
      id: 'desk.wake',
      name: t('desk.do.wake'),
      keys: 'e',
      icon: Undo2,
      whyNot,
      run: () => subject && wake(subject),
    }
    const last = isAway ? waking : desk.done
    const { done: _, ...others } = desk
    const actions: readonly Action[] = [
      { ...page, id: 'list.next', name: t('desk.do.next'), keys: 'j', isMove: true, run: () => cursor.move(1) },
      { ...page, id: 'list.previous', name: t('desk.do.previous'), keys: 'k', isMove: true, run: () => cursor.move(-1) },
      { ...page, id: 'list.open', name: t('desk.do.open'), keys: 'enter', icon: CornerDownLeft, whyNot, run: () => subject && onOpen(subject.customerId) },
      last,
      ...Object.values(others),
    ]
    return { actions, last }
    // oxlint-disable-next-line react/exhaustive-deps -- moving and waking do the same whenever they are made
  }, [t, desk, customerId, isAway, cursor.index])
}
