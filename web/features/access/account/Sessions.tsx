import { useQuery } from '@tanstack/react-query'
import { MonitorSmartphone } from 'lucide-react'

import { revokeMyOtherSessions, revokeMySession } from '#contract/access'

import { useCalling } from '../../../api/use-calling.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { InstantText } from '../../../ui/InstantText.tsx'
import { say } from '../../../ui/toasts.ts'
import { sessions, type Session } from '../settings.ts'
import { deviceOf } from './device.ts'

/** Where one is signed in; what one does not know can be ended. */
export function Sessions() {
  const t = useT()
  const calling = useCalling()
  const query = useQuery(sessions)
  const endOthers = async () => {
    if (await calling(revokeMyOtherSessions, {})) say(t('settings.account.othersEnded'))
  }
  return (
    <Loaded query={query} rows={2}>
      {({ sessions: mine }) => (
        <div className="flex flex-col gap-3">
          <ul className="overflow-hidden rounded-8 bg-surface shadow-raised">
            {mine.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
          {mine.length > 1 && (
            <div>
              <Button onClick={() => void endOthers()}>{t('settings.account.endOthers')}</Button>
            </div>
          )}
        </div>
      )}
    </Loaded>
  )
}

function SessionRow({ session }: { readonly session: Session }) {
  const t = useT()
  const calling = useCalling()
  const device = deviceOf(session.userAgent) ?? t('settings.account.unknownDevice')
  const end = async () => {
    if (await calling(revokeMySession, { params: { id: session.id } }))
      say(t('settings.account.ended'))
  }
  return (
    <li className="flex min-h-14 items-center gap-3 border-b border-line px-4 py-2 text-13 last:border-b-0">
      <MonitorSmartphone size={16} aria-hidden className="shrink-0 text-faint" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{device}</span>
        <span className="block text-12 text-soft">
          {t('settings.account.lastSeen')} <InstantText at={session.lastSeenAt} />
        </span>
      </span>
      {session.isThis ? (
        <Chip tone="brand">{t('settings.account.thisOne')}</Chip>
      ) : (
        <Button
          variant="quiet"
          aria-label={t('settings.account.endOf', { device })}
          onClick={() => void end()}
        >
          {t('settings.account.end')}
        </Button>
      )}
    </li>
  )
}
