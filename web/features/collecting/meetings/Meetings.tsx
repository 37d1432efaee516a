import { useQuery } from '@tanstack/react-query'

import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { Section } from '../../../ui/Section.tsx'
import { FeedForm } from './FeedForm.tsx'
import { FeedState } from './FeedState.tsx'
import { MeetingList } from './MeetingList.tsx'
import { meetingFeed } from './meetings.ts'

/** One's own calendar: where it is read from, how fresh it is, and which meetings were found. */
export function Meetings() {
  const t = useT()
  const query = useQuery(meetingFeed)
  return (
    <>
      <Section title={t('meetings.title')} text={t('meetings.text')}>
        <Loaded query={query} rows={2}>
          {({ feed }) => (
            <div className="flex max-w-130 flex-col gap-4">
              {feed && <FeedState feed={feed} />}
              <FeedForm hasFeed={feed !== null} />
            </div>
          )}
        </Loaded>
      </Section>
      {query.data?.feed && (
        <Section title={t('meetings.list')}>
          <MeetingList of={query.data} />
        </Section>
      )}
    </>
  )
}
