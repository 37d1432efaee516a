import { clsx } from 'clsx'

import { useT } from '../../../language/texts.ts'
import { Figure } from '../../../ui/Figure.tsx'
import { numberText, percentText } from '../../../ui/format/number.ts'
import { Money } from '../../../ui/Money.tsx'
import { useReader } from '../../../ui/reader.ts'
import { toneOf, whyText } from '../desk/reasons.ts'
import type { Brief } from '../desk/subject.ts'
import { BriefPart } from './BriefPart.tsx'

const MARK = {
  act: 'bg-act',
  soon: 'bg-soon',
  plain: 'bg-line-strong',
  brand: 'bg-brand',
  came: 'bg-came',
} as const

/** The reasons as sentences, and the arithmetic of the place on the list. */
export function WhyNow({ brief }: { readonly brief: Brief }) {
  const t = useT()
  if (brief.reasons.length === 0 && brief.score === null) return null
  return (
    <BriefPart
      title={t('desk.brief.whyNow')}
      beside={brief.score && <Weight score={brief.score} />}
    >
      <ul className="flex flex-col gap-1">
        {brief.reasons.map((reason) => (
          <li key={reason.code} className="flex items-baseline gap-2.5">
            <span
              aria-hidden
              className={clsx(
                'size-1.5 shrink-0 -translate-y-0.5 rounded-full',
                MARK[toneOf(reason)],
              )}
            />
            <span className={toneOf(reason) === 'act' ? 'font-medium' : undefined}>
              {whyText(t, reason)}
            </span>
          </li>
        ))}
      </ul>
    </BriefPart>
  )
}

function Weight({ score }: { readonly score: NonNullable<Brief['score']> }) {
  const t = useT()
  const { locale } = useReader()
  return (
    <Figure
      label={t('desk.score.label')}
      className="text-12 text-faint"
      arithmetic={{
        lines: [
          {
            label: t('desk.score.atRisk'),
            note: t('desk.score.atRiskNote'),
            value: <Money amount={score.atRisk} />,
          },
          {
            sign: '×',
            label: t('desk.score.urgency'),
            value: numberText(score.urgency, locale, 2),
          },
          { sign: '×', label: t('desk.score.chance'), value: percentText(score.chance, locale) },
        ],
        result: numberText(Math.round(score.value), locale),
        source: t('desk.score.explain'),
      }}
    >
      {t('desk.score.label')}{' '}
      <span className="figures">{numberText(Math.round(score.value), locale)}</span>
    </Figure>
  )
}
