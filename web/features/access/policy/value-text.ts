import type { T } from '../../../language/texts.ts'
import { moneyText } from '../../../ui/format/money.ts'
import { numberText } from '../../../ui/format/number.ts'
import {
  isNumberName,
  type NumberName,
  type PolicyName,
  type PolicyValues,
  RANGES,
} from './fields.ts'

type Amounts = Readonly<Record<string, number>>

/** A value of the policy as a person says it: '7 days', '08:00 to 18:00'. */
export function valueText(t: T, name: PolicyName, values: PolicyValues, locale: string): string {
  if (isNumberName(name)) return countText(t, name, values[name], locale)
  switch (name) {
    case 'amountFloorMinor':
      return amountsText(values[name], locale) ?? t('policy.values.floorEverywhere')
    case 'askFirstAboveMinor':
      return amountsText(values[name], locale) ?? t('policy.values.never')
    case 'contactHours':
      return t('policy.values.fromTo', values[name])
    case 'runPlannedAt':
      return values[name]
    case 'ageingBounds':
      return values[name].join(', ')
    case 'ageingCredits':
      return t(`policy.credits.${values[name]}`)
    case 'evidenceRequired':
      return evidenceText(t, values[name])
    case 'sendsAutomatically':
    case 'approvalNeedsAnother':
      return values[name] ? t('policy.values.yes') : t('policy.values.no')
  }
}

function amountsText(amounts: Amounts, locale: string): string | null {
  const texts = Object.entries(amounts).map(([currency, minor]) =>
    moneyText({ minor, currency }, locale),
  )
  return texts.length === 0 ? null : texts.join(', ')
}

function evidenceText(t: T, kinds: PolicyValues['evidenceRequired']): string {
  if (kinds.length === 0) return t('policy.values.nothing')
  return kinds.map((kind) => t(`policy.evidence.${kind}`)).join(', ')
}

function countText(t: T, name: NumberName, value: number, locale: string): string {
  const { unit } = RANGES[name]
  if (unit === 'times')
    return t('policy.values.times', {
      factor: numberText(value, locale, Number.isInteger(value) ? 0 : 1),
    })
  return t(`policy.values.${unit}`, { count: value })
}
