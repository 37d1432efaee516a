import { Link } from '@tanstack/react-router'

import { dismissMeeting, restoreMeeting } from '#contract/collecting/meetings'

import { useCalling } from '../../../api/use-calling.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import { meetingTime } from '../visit/when.ts'
import type { MeetingFeed } from './meetings.ts'

/** What was found, each to be put right: a name may be that of somebody else. */
export function MeetingList({ of: { meetings, dismissed } }: { readonly of: MeetingFeed }) {
  const t = useT()
  return (
    <div className="flex flex-col gap-6">
      {meetings.length === 0 ? (
        <p className="text-13">
          {t('meetings.none')}
          <span className="block text-soft">{t('meetings.noneText')}</span>
        </p>
      ) : (
        <ul className="overflow-hidden rounded-8 bg-surface shadow-raised">
          {meetings.map((meeting) => (
            <Meeting key={meeting.id} of={meeting} />
          ))}
        </ul>
      )}
      {dismissed.length > 0 && <Dismissed of={dismissed} />}
    </div>
  )
}

const ROW =
  'flex min-h-14 flex-wrap items-center gap-3 border-b border-line px-4 py-2 text-13 last:border-0'

function Meeting({ of: meeting }: { readonly of: MeetingFeed['meetings'][number] }) {
  const t = useT()
  const reader = useReader()
  const calling = useCalling()
  const { id, customer, title, matchedBy } = meeting
  const dismiss = async () => {
    const isDone = await calling(dismissMeeting, { params: { meetingId: id } })
    if (isDone) say(t('meetings.notDone', { name: customer.name }))
  }
  return (
    <li className={ROW}>
      <span className="min-w-0 flex-1 basis-60">
        <Link
          to="/customers/$customerId/brief"
          params={{ customerId: customer.id }}
          className="font-medium underline-offset-4 hover:underline"
        >
          {customer.name}
        </Link>
        <span className="block truncate text-12 text-soft">
          {meetingTime(t, meeting, reader)} · {title} · {t(`meetings.by.${matchedBy}`)}
        </span>
      </span>
      <Button variant="quiet" onClick={() => void dismiss()}>
        {t('meetings.wrong')}
      </Button>
    </li>
  )
}

function Dismissed({ of }: { readonly of: MeetingFeed['dismissed'] }) {
  const t = useT()
  const calling = useCalling()
  return (
    <section aria-label={t('meetings.dismissed')}>
      <h3 className="mb-2 text-12 font-medium text-soft">{t('meetings.dismissed')}</h3>
      <ul className="overflow-hidden rounded-8 bg-surface shadow-raised">
        {of.map(({ id, customer, title }) => (
          <li key={id} className={ROW}>
            <span className="min-w-0 flex-1 basis-60 truncate">
              {customer.name} <span className="text-soft">· {title}</span>
            </span>
            <Button
              variant="quiet"
              onClick={() => void calling(restoreMeeting, { params: { dismissalId: id } })}
            >
              {t('meetings.again')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
