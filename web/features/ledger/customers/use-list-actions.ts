import { useActions } from '../../../frame/actions.ts'
import { useT } from '../../../language/texts.ts'
import type { Cursor } from '../../../ui/table/use-cursor.ts'
import { moves } from '../../collecting/desk/moves.ts'

type ListActions = {
  readonly cursor: Cursor
  readonly current: { readonly id: string } | undefined
  readonly onOpen: (id: string) => void
}

/** J and K go through the list, Enter opens. */
export function useListActions({ cursor, current, onOpen }: ListActions): void {
  const t = useT()
  useActions(moves(t, cursor, () => current && onOpen(current.id)))
}
