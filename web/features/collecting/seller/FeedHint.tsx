import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { meetingFeed } from '../meetings/meetings.ts'

/** Whoever relies on their calendar hears where they work that it could not be read. */
export function FeedHint() {
  const t = useT()
  const feed = useQuery(meetingFeed).data?.feed
  if (!feed || (feed.failure === null && !feed.isStale)) return null
  return (
    <div className="mx-auto w-full max-w-320 px-4 pt-4 lg:px-6">
      <Banner tone="soon" isBox>
        {t('meetings.notRead')}{' '}
        {feed.failure !== null && `${t(`meetings.failure.${feed.failure}`)} `}
        <Link to="/settings/meetings" className="font-medium underline underline-offset-2">
          {t('meetings.look')}
        </Link>
      </Banner>
    </div>
  )
}
