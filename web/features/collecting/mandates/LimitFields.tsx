import { useT } from '../../../language/texts.ts'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { NumberField } from '../../../ui/fields/NumberField.tsx'

export type Limits = {
  readonly longestExtensionDays: number
  readonly mostInstalments: number
  readonly smallestFirstPaymentPercent: number
  readonly largestDiscountBasisPoints: number
  readonly waivesCharges: boolean
}

type LimitFieldsProps = {
  readonly limits: Limits
  readonly onChange: (part: Partial<Limits>) => void
}

const BASIS_POINTS_A_PERCENT = 100
/** The bounds that the server keeps. */
const MOST_DAYS = 365
const MOST_INSTALMENTS = 60
const WHOLE_PERCENT = 100

/** How far somebody may go: time, instalments, first payment, discount, charges. */
export function LimitFields({ limits, onChange }: LimitFieldsProps) {
  const t = useT()
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <NumberField
        label={t('mandates.limits.extension')}
        unit={t('mandates.limits.days')}
        value={limits.longestExtensionDays}
        least={0}
        most={MOST_DAYS}
        onChange={(longestExtensionDays) => onChange({ longestExtensionDays })}
      />
      <NumberField
        label={t('mandates.limits.instalments')}
        value={limits.mostInstalments}
        least={0}
        most={MOST_INSTALMENTS}
        onChange={(mostInstalments) => onChange({ mostInstalments })}
      />
      <NumberField
        label={t('mandates.limits.first')}
        unit="%"
        value={limits.smallestFirstPaymentPercent}
        least={0}
        most={WHOLE_PERCENT}
        onChange={(smallestFirstPaymentPercent) => onChange({ smallestFirstPaymentPercent })}
      />
      <NumberField
        label={t('mandates.limits.discount')}
        unit="%"
        digits={2}
        value={limits.largestDiscountBasisPoints / BASIS_POINTS_A_PERCENT}
        least={0}
        most={WHOLE_PERCENT}
        onChange={(percent) =>
          onChange({ largestDiscountBasisPoints: Math.round(percent * BASIS_POINTS_A_PERCENT) })
        }
      />
      <Checkbox
        label={t('mandates.limits.waives')}
        isChecked={limits.waivesCharges}
        onChange={(waivesCharges) => onChange({ waivesCharges })}
      />
    </div>
  )
}
