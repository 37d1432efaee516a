import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Bell as BellIcon } from 'lucide-react'

import { listTasks } from '#contract/collecting/desk/tasks'

import { asking } from '../api/query.ts'
import { may, useMember } from '../api/session.ts'
import { useT } from '../language/texts.ts'
import { NearDay } from '../ui/DayText.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Popover } from '../ui/Popover.tsx'

const SHOWN = 20

const waiting = (kind: 'decision' | 'unknown_message') =>
  asking(listTasks, { query: { state: 'open', kind, limit: SHOWN } })

/** What cannot go on without a person: ended ladders, and messages whose fate is unknown. */
export function Bell() {
  const t = useT()
  const member = useMember()
  const isAllowed = may(member, 'tasks.read')
  const decisions = useQuery({ ...waiting('decision'), enabled: isAllowed })
  const unknown = useQuery({ ...waiting('unknown_message'), enabled: isAllowed })
  if (!isAllowed) return null
  const tasks = [...(unknown.data?.rows ?? []), ...(decisions.data?.rows ?? [])]
  const label =
    tasks.length === 0 ? t('frame.waiting.title') : t('frame.waiting.open', { count: tasks.length })
  return (
    <Popover
      align="end"
      label={t('frame.waiting.title')}
      className="w-80 p-2!"
      trigger={
        <IconButton
          label={label}
          hasTooltip={false}
          className="print:hidden"
          icon={
            <>
              <BellIcon size={16} />
              {tasks.length > 0 && (
                <span
                  aria-hidden
                  className="absolute top-1.5 right-1.5 size-2 rounded-full bg-act ring-2 ring-canvas"
                />
              )}
            </>
          }
        />
      }
    >
      <h2 className="px-2 py-1 text-12 font-medium text-faint">{t('frame.waiting.title')}</h2>
      {tasks.length === 0 && (
        <p className="px-2 py-1.5 text-13 text-soft">{t('frame.waiting.none')}</p>
      )}
      <ul>
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
    </Popover>
  )
}
