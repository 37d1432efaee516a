import { useIsAway } from '../api/reach.ts'
import type { Member } from '../api/session.ts'
import { currentLanguage, useT } from '../language/texts.ts'
import { Banner } from '../ui/Banner.tsx'
import { clockTime, dayOf, longDay } from '../ui/format/day.ts'
import { localeOf } from '../ui/format/locale.ts'

/** What must not be missed on any page: test mode, and a clock that is not the world's. */
export function Notices({ member }: { readonly member: Member }) {
  const t = useT()
  const { organisation, now, hasTrialClock } = member
  const locale = localeOf(currentLanguage(), navigator.languages)
  const zone = organisation.timeZone
  const when = `${longDay(dayOf(now, zone), locale)}, ${clockTime(now, locale, zone)}`
  const isAway = useIsAway()
  if (!hasTrialClock && !organisation.testMode && !isAway) return null
  return (
    <aside
      aria-label={t('frame.notices')}
      className="flex shrink-0 flex-col lg:flex-row lg:*:last:flex-1"
    >
      {isAway && (
        <Banner tone="soon">
          <strong className="font-strong">{t('frame.offline.title')}</strong> ·{' '}
          {t('frame.offline.text')}
        </Banner>
      )}
      {hasTrialClock && (
        <Banner tone="clock">
          <strong className="font-strong">{t('frame.clock.title')}</strong> ·{' '}
          {t('frame.clock.text', { when })}
        </Banner>
      )}
      {organisation.testMode && (
        <Banner tone="test">
          <strong className="font-strong">{t('frame.testMode.title')}</strong>
          <span className="max-sm:sr-only">
            {' '}
            · {organisation.isDemo ? t('frame.testMode.demo') : t('frame.testMode.text')}
          </span>
        </Banner>
      )}
    </aside>
  )
}
