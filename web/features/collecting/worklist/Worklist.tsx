import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { rowsOf } from '../../../api/query.ts'
import { useMember } from '../../../api/session.ts'
import { useActions } from '../../../frame/actions.ts'
import { type Cursor, useCursor } from '../../../ui/table/use-cursor.ts'
import { useMedia } from '../../../ui/use-media.ts'
import { briefOf } from '../desk/subject.ts'
import { useDesk } from '../desk/use-desk.tsx'
import { useWorklistActions } from './use-worklist-actions.ts'
import {
  withoutCustomer,
  type WorklistRow,
  type WorklistSearch,
  whoseOf,
  worklistOf,
} from './worklist.ts'
import { WorklistBar } from './WorklistBar.tsx'
import { WorklistBrief } from './WorklistBrief.tsx'
import { WorklistList } from './WorklistList.tsx'

type WorklistProps = {
  readonly search: WorklistSearch
  readonly onSearch: (search: WorklistSearch) => void
  readonly onOpen: (customerId: string) => void
}

/** The day's work: the list on the left, one decision at a time on the right. */
export function Worklist({ search, onSearch, onOpen }: WorklistProps) {
  const member = useMember()
  const isWide = useMedia('(width >= 48rem)')
  const list = useInfiniteQuery(worklistOf(search, member))
  const rows = rowsOf(list.data)
  const cursor = useCursor(
    rows.map(({ customer }) => customer.id),
    search.after,
  )
  const row = isWide
    ? rows[cursor.index]
    : rows.find(({ customer }) => customer.id === search.customer)
  const subject = row ? { customerId: row.customer.id, name: row.customer.name } : null
  const show = search.show ?? 'open'
  const back = () => onSearch(withoutCustomer(search))
  const desk = useDesk(subject, (done, of) => {
    if (!isWide) back()
    // What leaves the list makes room for the next by itself.
    else if (done !== 'done' && done !== 'snooze' && of.customerId === subject?.customerId)
      cursor.move(1)
  })
  const { actions, last } = useWorklistActions({
    cursor,
    desk: desk.actions,
    subject,
    isAway: show !== 'open',
    onOpen,
  })
  useActions(actions)
  useNeighbours(rows, cursor)
  const first = list.data?.pages[0]
  const isBriefAlone = !isWide && subject !== null
  return (
    <>
      {!isBriefAlone && (
        <WorklistBar
          search={search}
          whose={whoseOf(search, member)}
          onChange={onSearch}
          doneToday={first?.doneToday ?? 0}
          total={first?.total ?? 0}
        />
      )}
      <div className="flex min-h-0 flex-1">
        {!isBriefAlone && (
          <WorklistList
            list={list}
            rows={rows}
            cursor={cursor}
            search={search}
            onSearch={onSearch}
            onPress={isWide ? undefined : (customer) => onSearch({ ...search, customer })}
            onEnter={onOpen}
          />
        )}
        {subject && (
          <WorklistBrief
            subject={subject}
            actions={desk.actions}
            last={last}
            onBack={isBriefAlone ? back : undefined}
          />
        )}
      </div>
      {desk.dialog}
    </>
  )
}

/** The briefs of so many rows ahead are fetched before they are asked for. */
const AHEAD = 3

function useNeighbours(rows: readonly WorklistRow[], { index }: Cursor): void {
  const client = useQueryClient()
  const ids = rows.slice(index, index + AHEAD).map(({ customer }) => customer.id)
  const near = ids.join(' ')
  useEffect(() => {
    for (const customerId of near.split(' ').filter(Boolean)) {
      void client.prefetchQuery(briefOf(customerId))
    }
  }, [client, near])
}
