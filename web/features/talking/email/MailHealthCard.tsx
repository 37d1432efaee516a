import { useQuery } from '@tanstack/react-query'

import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { InstantText } from '../../../ui/InstantText.tsx'
import { type MailHealth, mailHealth } from './mail.ts'

const COUNTS = ['acceptedToday', 'waiting', 'refusedToday', 'unknown'] as const

/** Whether email goes out, what waits, and what nobody can say. */
export function MailHealthCard() {
  return (
    <Loaded query={useQuery(mailHealth)} rows={2}>
      {(health) => <Health health={health} />}
    </Loaded>
  )
}

function Health({ health }: { readonly health: MailHealth }) {
  const t = useT()
  const { lastAcceptedAt, lastRefusal } = health
  return (
    <div className="flex max-w-160 flex-col gap-3">
      {!health.isConfigured && (
        <Banner tone="soon" isBox>
          {t('mail.health.notConfigured')}
        </Banner>
      )}
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-8 bg-line shadow-raised sm:grid-cols-4">
        {COUNTS.map((name) => (
          <div key={name} className="flex flex-col-reverse justify-end bg-surface px-4 py-3">
            <dt className="text-12 text-soft">{t(`mail.health.${name}`)}</dt>
            <dd className="figures text-20 font-strong">{health[name]}</dd>
          </div>
        ))}
      </dl>
      {lastAcceptedAt !== null && (
        <p className="text-12 text-faint">
          {t('mail.health.lastAccepted')} <InstantText at={lastAcceptedAt} />
        </p>
      )}
      {lastRefusal !== null && (
        <p className="text-12 text-soft">
          {t('mail.health.lastRefusal')} <InstantText at={lastRefusal.at} />:{' '}
          <code className="font-mono break-words">{lastRefusal.answer}</code>
        </p>
      )}
    </div>
  )
}
