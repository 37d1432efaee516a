import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import type { listTasks } from '#contract/collecting/desk/tasks'
import { type listNotifications, readNotifications } from '#contract/notifying/centre'

import type { ReplyOf } from '../../api/call.ts'
import { useDoing } from '../../api/query.ts'
import { Loaded } from '../../frame/Loaded.tsx'
import { useT } from '../../language/texts.ts'
import { NearDay } from '../../ui/DayText.tsx'
import type { Approval } from '../collecting/approvals/approvals.ts'
import { ToDecide } from '../collecting/approvals/ToDecide.tsx'
import { NoticeList } from './NoticeList.tsx'

type Waiting = ReplyOf<typeof listTasks>['rows'][number]
type Told = ReplyOf<typeof listNotifications>

type BellPanelProps = {
  readonly tasks: readonly Waiting[]
  readonly approvals: readonly Approval[]
  readonly told: UseQueryResult<Told>
}

/** What waits for a decision first, then what one was told. */
export function BellPanel({ tasks, approvals, told }: BellPanelProps) {
  const t = useT()
  return (
    <>
      {approvals.length > 0 && <ToDecide approvals={approvals} />}
      {tasks.length > 0 && <WaitingList tasks={tasks} />}
      <Loaded query={told} rows={3}>
        {(data) => <ToldList told={data} />}
      </Loaded>
      <Link
        to="/settings/notifications"
        className="mt-1 block border-t border-line px-2 py-2 text-12 text-soft hover:text-ink"
      >
        {t('notices.settings')}
      </Link>
    </>
  )
}

function ToldList({ told: { rows, unread } }: { readonly told: Told }) {
  const t = useT()
  const reading = useDoing(readNotifications)
  const [newest] = rows
  return (
    <>
      <div className="flex items-baseline justify-between gap-3 px-2 py-1">
        <h2 className="text-12 font-medium text-faint">{t('notices.title')}</h2>
        {unread > 0 && newest && (
          <button
            type="button"
            onClick={() => reading.mutate({ body: { upTo: newest.id } })}
            className="rounded-6 text-12 font-medium text-brand hover:underline pointer-coarse:min-h-11"
          >
            {t('notices.readAll')}
          </button>
        )}
      </div>
      <NoticeList
        notices={rows}
        onRead={({ id, isRead }) => {
          if (!isRead) reading.mutate({ body: { ids: [id] } })
        }}
      />
    </>
  )
}

function WaitingList({ tasks }: { readonly tasks: readonly Waiting[] }) {
  const t = useT()
  return (
    <>
      <h2 className="px-2 py-1 text-12 font-medium text-faint">{t('frame.waiting.title')}</h2>
      <ul className="mb-2 border-b border-line pb-2">
        {tasks.map((task) => (
          <li key={task.id}>
            <Link
              to="/customers/$customerId"
              params={{ customerId: task.customer.id }}
              className="flex min-h-9 items-baseline gap-3 rounded-6 px-2 py-1.5 text-13 hover:bg-hover"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{task.customer.name}</span>
                <span className="block text-12 text-soft">{t(`desk.task.${task.kind}`)}</span>
              </span>
              <span className="text-12 text-faint">
                <NearDay day={task.dueOn} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
