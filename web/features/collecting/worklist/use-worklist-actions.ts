import { Undo2 } from 'lucide-react'

import type { Action } from '../../../frame/action.ts'
import { useT } from '../../../language/texts.ts'
import type { Cursor } from '../../../ui/table/use-cursor.ts'
import { moves } from '../desk/moves.ts'
import type { Subject } from '../desk/subject.ts'
import type { DeskActions } from '../desk/use-desk.tsx'
import { usePutAway } from '../desk/use-put-away.ts'

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
  const waking: Action = {
    id: 'desk.wake',
    name: t('desk.do.wake'),
    group: 'page',
    keys: 'e',
    icon: Undo2,
    whyNot: subject === null ? t('desk.whyNot.noCustomer') : undefined,
    run: () => subject && wake(subject),
  }
  const last = isAway ? waking : desk.done
  const { done: _done, ...others } = desk
  const open = () => subject && onOpen(subject.customerId)
  return { actions: [...moves(t, cursor, open), last, ...Object.values(others)], last }
}
