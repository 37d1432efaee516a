import { Trash2 } from 'lucide-react'

import { currentLanguage, useT } from '../../../language/texts.ts'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { moneyText } from '../../../ui/format/money.ts'
import { currencyChoices } from '../../../ui/format/places.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useReader } from '../../../ui/reader.ts'
import { limitText } from './limit-text.ts'
import { LimitFields } from './LimitFields.tsx'
import type { LimitRow } from './limits.ts'

const SEGMENTS = ['all', 'commercial', 'consumer'] as const
const APPROVERS = ['sales_manager', 'credit_manager'] as const

type LimitRowCardProps = {
  readonly row: LimitRow
  readonly canChange: boolean
  readonly onChange: (part: Partial<LimitRow>) => void
  readonly onRemove: () => void
}

/** One row of the policy: for whom, up to which amount, how far, and who decides beyond. */
export function LimitRowCard({ row, canChange, onChange, onRemove }: LimitRowCardProps) {
  const t = useT()
  const { locale } = useReader()
  const { segment, currency, upToMinor, approver } = row
  const whom = t(`mandates.policy.segments.${segment ?? 'all'}`)
  const amount =
    upToMinor === null
      ? t('mandates.policy.anyAmount', { currency })
      : t('mandates.policy.upTo', { amount: moneyText({ minor: upToMinor, currency }, locale) })
  return (
    <li className="rounded-8 bg-surface p-4 shadow-raised">
      <div className="flex items-start justify-between gap-3">
        <h3 className="text-14 font-medium">
          {whom}, {amount}
          <span className="block text-13 font-regular text-soft">
            {limitText(t, row, locale)}. {t(`mandates.left.beyondRole.${approver}`)}
          </span>
        </h3>
        {canChange && (
          <IconButton
            label={t('mandates.policy.remove', { row: `${whom}, ${amount}` })}
            icon={<Trash2 size={16} />}
            onClick={onRemove}
          />
        )}
      </div>
      {canChange && (
        <fieldset className="mt-4 flex flex-col gap-3">
          <legend className="sr-only">
            {whom}, {amount}
          </legend>
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
            <Select
              label={t('mandates.policy.segment')}
              value={segment ?? 'all'}
              options={SEGMENTS.map((value) => ({
                value,
                name: t(`mandates.policy.segments.${value}`),
              }))}
              onChange={(value) => onChange({ segment: value === 'all' ? null : value })}
            />
            <Select
              label={t('ui.money.currency')}
              value={currency}
              options={currencyChoices(currentLanguage())}
              onChange={(next) => onChange({ currency: next })}
            />
            <MoneyField
              label={t('mandates.policy.ceiling')}
              hint={t('mandates.policy.ceilingHint')}
              currency={currency}
              minor={upToMinor}
              onChange={(minor) =>
                onChange({ upToMinor: minor === null || minor <= 0 ? null : minor })
              }
            />
            <Select
              label={t('mandates.policy.approver')}
              value={approver}
              options={APPROVERS.map((value) => ({
                value,
                name: t(`mandates.roles.${value}`),
              }))}
              onChange={(next) => onChange({ approver: next })}
            />
          </div>
          <LimitFields limits={row} onChange={onChange} />
        </fieldset>
      )}
    </li>
  )
}
