import { readMeetingsNow, removeMeetingFeed } from '#contract/collecting/meetings'

import { useCalling } from '../../../api/use-calling.ts'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { InstantText } from '../../../ui/InstantText.tsx'
import { say } from '../../../ui/toasts.ts'
import type { MeetingFeed } from './meetings.ts'

type Feed = NonNullable<MeetingFeed['feed']>

/** How fresh the calendar is, and why it is not where it is not. */
export function FeedState({ feed }: { readonly feed: Feed }) {
  const t = useT()
  const calling = useCalling()
  const { host, readAt, triedAt, failure, isStale, events } = feed
  const remove = async () => {
    if (await calling(removeMeetingFeed, {})) say(t('meetings.removed'))
  }
  return (
    <div className="flex flex-col gap-3">
      {(failure !== null || isStale) && (
        <Banner tone="soon" isBox>
          {failure !== null && <span>{t(`meetings.failure.${failure}`)} </span>}
          {isStale && t('meetings.stale')}
        </Banner>
      )}
      <p className="text-13">
        {t('meetings.source', { host })}
        <span className="block text-soft">
          {readAt === null ? (
            triedAt === null && t('meetings.reading')
          ) : (
            <>
              <InstantText at={readAt} /> · {t('meetings.found', { count: events })}
            </>
          )}
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          onClick={() =>
            void calling(readMeetingsNow, {}).then((isDone) => isDone && say(t('meetings.saved')))
          }
        >
          {t('meetings.now')}
        </Button>
        <Button variant="quiet" onClick={() => void remove()}>
          {t('meetings.remove')}
        </Button>
      </div>
    </div>
  )
}
