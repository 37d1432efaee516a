import { CornerDownLeft } from 'lucide-react'

import type { Action } from '../../../frame/action.ts'
import type { T } from '../../../language/texts.ts'
import type { Cursor } from '../../../ui/table/use-cursor.ts'

/** J and K go through a list, Enter opens. */
export function moves(t: T, cursor: Cursor, open: () => void): readonly Action[] {
  const page = { group: 'page', isMove: true } as const
  return [
    { ...page, id: 'list.next', name: t('desk.do.next'), keys: 'j', run: () => cursor.move(1) },
    {
      ...page,
      id: 'list.previous',
      name: t('desk.do.previous'),
      keys: 'k',
      run: () => cursor.move(-1),
    },
    {
      ...page,
      id: 'list.open',
      name: t('desk.do.open'),
      keys: 'enter',
      icon: CornerDownLeft,
      run: open,
    },
  ]
}
