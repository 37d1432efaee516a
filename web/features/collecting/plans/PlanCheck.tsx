import { Check } from 'lucide-react'

import type { Day } from '#kernel/day.ts'

import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { useReader } from '../../../ui/reader.ts'
import { type Beyond, beyondOf, beyondText, deciderText } from '../mandates/beyond.ts'
import type { Mandate } from '../mandates/mandate.ts'
import { type PlanOffer, sumOf } from './offer.ts'

type PlanCheckProps = { readonly mandate: Mandate; readonly offer: PlanOffer }

/** Whether the plan keeps within the mandate, said while it is put together. */
export function PlanCheck({ mandate, offer }: PlanCheckProps) {
  const t = useT()
  const { today, locale } = useReader()
  const beyond = planBeyond(mandate, offer, today)
  return (
    <div aria-live="polite">
      {beyond.length === 0 ? (
        <p className="flex items-center gap-2 px-1 text-13 text-soft">
          <Check size={16} aria-hidden className="shrink-0 text-brand" />
          {t('plans.check.within')}
        </p>
      ) : (
        <Banner tone="soon" isBox>
          {t('plans.check.beyond', { who: capitalised(deciderText(t, mandate)) })}
          <ul className="mt-1 list-disc pl-4 marker:text-faint">
            {beyond.map((one) => (
              <li key={one.limit}>{beyondText(t, one, locale)}</li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  )
}

/** Where a plan goes beyond a mandate; nothing when it is agreed at once. */
export function planBeyond(mandate: Mandate, offer: PlanOffer, today: Day): readonly Beyond[] {
  const { instalments, waivesCharges = false } = offer
  return beyondOf(
    mandate,
    {
      until: instalments.at(-1)?.dueOn ?? today,
      instalments: instalments.length,
      firstMinor: instalments[0]?.minor ?? 0,
      totalMinor: sumOf(instalments),
      waivesCharges,
    },
    today,
  )
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
