import { useT } from '../../../language/texts.ts'
import { shortDay } from '../../../ui/format/day.ts'
import { numberText } from '../../../ui/format/number.ts'
import { useReader } from '../../../ui/reader.ts'
import { HabitLines } from '../../ledger/customer/HabitLines.tsx'
import { BriefPart } from '../worklist/BriefPart.tsx'
import type { VisitBrief } from './visit.ts'

type PartProps = { readonly brief: VisitBrief }
type Mandate = VisitBrief['mandates'][number]

const BASIS_POINTS_A_PERCENT = 100

/** What may be offered without asking, per currency. */
export function VisitRoom({ brief: { mandates } }: PartProps) {
  const t = useT()
  return mandates.map((mandate) => (
    <BriefPart
      key={mandate.currency}
      title={
        mandates.length > 1 ? t('visit.room_in', { currency: mandate.currency }) : t('visit.room')
      }
    >
      <RoomLines mandate={mandate} />
    </BriefPart>
  ))
}

function RoomLines({ mandate }: { readonly mandate: Mandate }) {
  const t = useT()
  const { today, locale } = useReader()
  const { limits, latestDay, decidesThemselves, expiresOn } = mandate
  const { mostInstalments: count, smallestFirstPaymentPercent: percent } = limits
  const discount = numberText(limits.largestDiscountBasisPoints / BASIS_POINTS_A_PERCENT, locale)
  const lines = [
    limits.longestExtensionDays > 0 && latestDay >= today
      ? t('visit.extension', { day: shortDay(latestDay, today, locale) })
      : t('visit.noExtension'),
    count > 1 ? t('visit.instalments', { count, percent }) : t('visit.noInstalments'),
    limits.largestDiscountBasisPoints > 0 && t('visit.discount', { percent: discount }),
    limits.waivesCharges && t('visit.charges'),
  ].filter((line) => line !== false)
  return (
    <>
      <ul className="list-disc pl-4 marker:text-faint">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="mt-1 text-12 text-soft">
        {expiresOn !== null && `${t('visit.until', { day: shortDay(expiresOn, today, locale) })} `}
        {decidesThemselves ? t('visit.decides') : t('visit.beyond')}
      </p>
    </>
  )
}

export function VisitHabits({ brief: { habits } }: PartProps) {
  const t = useT()
  return (
    <BriefPart title={t('customer.habits.title')}>
      <HabitLines habits={habits} />
    </BriefPart>
  )
}
