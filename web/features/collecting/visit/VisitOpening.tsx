import { currentLanguage, useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { dayOf, shortDay } from '../../../ui/format/day.ts'
import { useReader } from '../../../ui/reader.ts'
import { StandingStrip } from '../../ledger/standing/StandingStrip.tsx'
import { BriefPart } from '../worklist/BriefPart.tsx'
import type { VisitBrief } from './visit.ts'

type PartProps = { readonly brief: VisitBrief }

/** Old books are said before any amount is. */
export function VisitStale({ brief: { freshness } }: PartProps) {
  const t = useT()
  const { today, locale, zone } = useReader()
  const { ledgerSyncedAt, paymentsConsideredUntil } = freshness
  const unknown = t('visit.unknownDay')
  return (
    <div className="mb-3" role="alert">
      <Banner tone="soon" isBox>
        <strong className="font-medium">
          {t('visit.stale', {
            ledger: ledgerSyncedAt ? shortDay(dayOf(ledgerSyncedAt, zone), today, locale) : unknown,
            payments: paymentsConsideredUntil
              ? shortDay(paymentsConsideredUntil, today, locale)
              : unknown,
          })}
        </strong>
      </Banner>
    </div>
  )
}

/** What to say first, word for word, and what the account amounts to. */
export function VisitOpening({ brief }: PartProps) {
  const t = useT()
  const { opening, standings, customer } = brief
  const isTheirs = opening.language !== currentLanguage()
  const language = languageName(opening.language, currentLanguage())
  return (
    <section aria-label={t('visit.opening')} className="flex flex-col gap-3">
      <div className="rounded-8 bg-brand-soft px-4 py-3 print:border print:border-line print:bg-transparent print:px-3 print:py-2">
        <h2 className="text-12 font-medium text-soft">
          {isTheirs ? t('visit.openingIn', { language }) : t('visit.opening')}
        </h2>
        {opening.sentences.length === 0 ? (
          <p className="mt-1 text-14">{t('visit.nothingToAsk')}</p>
        ) : (
          <p lang={opening.language} className="mt-1 text-16 text-pretty print:text-14">
            {opening.sentences.join(' ')}
          </p>
        )}
      </div>
      {standings.length > 0 && <StandingStrip customerId={customer.id} standings={standings} />}
    </section>
  )
}

function languageName(language: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}

/** What could explain the silence, before anything is asked for. */
export function VisitAsk({ brief: { questions } }: PartProps) {
  const t = useT()
  const { today, locale } = useReader()
  if (questions.length === 0) return null
  return (
    <BriefPart title={t('visit.ask')}>
      <ul className="flex list-disc flex-col gap-1 pl-4 text-14 marker:text-faint print:text-12">
        {questions.map(({ code, numbers, day }) => (
          <li key={code}>
            {t(`visit.questions.${code}`, {
              numbers: numbersText(numbers, locale),
              day: day === null ? '' : shortDay(day, today, locale),
            })}
          </li>
        ))}
      </ul>
    </BriefPart>
  )
}

const NUMBERS_NAMED = 3

function numbersText(numbers: readonly string[], locale: string): string {
  const named = numbers.slice(0, NUMBERS_NAMED)
  const rest = numbers.length - named.length
  return new Intl.ListFormat(locale).format(rest > 0 ? [...named, `+ ${rest}`] : named)
}
