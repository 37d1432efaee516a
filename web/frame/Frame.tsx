import { Outlet } from '@tanstack/react-router'
import { Suspense, useMemo } from 'react'

import { later } from '../api/later.ts'
import { useLiveUpdates } from '../api/live.ts'
import { type Member, useMember } from '../api/session.ts'
import { currentLanguage, useT } from '../language/texts.ts'
import { dayOf } from '../ui/format/day.ts'
import { localeOf } from '../ui/format/locale.ts'
import { type Reader, ReaderContext } from '../ui/reader.ts'
import { say } from '../ui/toasts.ts'
import { BottomBar } from './BottomBar.tsx'
import { FrameLayers } from './FrameLayers.tsx'
import { Notices } from './Notices.tsx'
import { Rail } from './Rail.tsx'
import { useGeneralActions } from './use-general-actions.ts'
import { useKeys } from './use-keys.ts'

const OutboxNotice = later(async () => ({
  default: (await import('./OutboxNotice.tsx')).OutboxNotice,
}))

const NewVersion = later(async () => ({ default: (await import('./NewVersion.tsx')).NewVersion }))

/** What surrounds every page. */
export function Frame() {
  const t = useT()
  const member = useMember()
  const reader = useReaderOf(member)
  useLiveUpdates()
  useGeneralActions(member)
  useKeys(say)
  return (
    <ReaderContext value={reader}>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-6 bg-brand px-4 py-2 text-13 font-medium text-on-brand focus:translate-y-0"
      >
        {t('ui.skipToContent')}
      </a>
      <div className="flex h-dvh flex-col print:block print:h-auto">
        <Notices member={member} />
        <Suspense>
          <OutboxNotice member={member} />
        </Suspense>
        <Suspense>
          <NewVersion />
        </Suspense>
        <div className="flex min-h-0 flex-1 print:block">
          <Rail member={member} />
          <div data-print="flow" className="flex min-w-0 flex-1 flex-col">
            <Outlet />
          </div>
        </div>
        <BottomBar member={member} />
      </div>
      <FrameLayers member={member} />
    </ReaderContext>
  )
}

function useReaderOf({ organisation, now }: Member): Reader {
  const language = currentLanguage()
  const zone = organisation.timeZone
  return useMemo(
    () => ({ locale: localeOf(language, navigator.languages), today: dayOf(now, zone), zone }),
    [language, now, zone],
  )
}
