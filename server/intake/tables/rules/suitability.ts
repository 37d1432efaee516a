import { FIELDS, type Field, type Holding } from './fields.ts'
import {
  amountShareOf,
  dateShareOf,
  distinctShareOf,
  filledShareOf,
  shareOf,
  type Profile,
} from './profile.ts'

/** How far the values of a column can be what the field holds, 0 to 1. */
export function suitabilityOf(field: Field, profile: Profile): number {
  return profile.filled === 0 ? 0.5 : SUITABILITY[FIELDS[field].holds](profile, field)
}

const SUITABILITY: Record<Holding, (profile: Profile, field: Field) => number> = {
  date: (profile) => graded(dateShareOf(profile)),
  amount: (profile) => (isPartedDate(profile) ? 0.05 : graded(amountShareOf(profile))),
  number: (profile) => (isCounts(profile) ? 1 : 0.05),
  email: (profile) => graded(shareOf(profile, 'email')),
  phone: (profile) => (shareOf(profile, 'phone') > 0.3 ? 1 : 0.4),
  currency: (profile) => (shareOf(profile, 'currency') > 0.8 ? 1 : 0.1),
  flag: (profile) => (shareOf(profile, 'flag') > 0.8 || profile.distinct.size <= 5 ? 1 : 0.2),
  name: nameSuitability,
  key: keySuitability,
  text: textSuitability,
}

/** A good heading outweighs some values that cannot be read, not most of them. */
function graded(share: number): number {
  if (share > 0.7) return 1
  return share > 0.25 ? 0.6 : 0.05
}

function isPartedDate({ dates, filled }: Profile): boolean {
  return dates.dmy + dates.mdy + dates.ymd >= filled / 2
}

function isCounts({ amounts, filled }: Profile): boolean {
  return amounts.plain / filled > 0.9
}

function nameSuitability(profile: Profile): number {
  return shareOf(profile, 'words') > 0.6 && shareOf(profile, 'email') < 0.3 ? 1 : 0.5
}

function keySuitability(profile: Profile, field: Field): number {
  const { amounts, filled } = profile
  if (dateShareOf(profile) > 0.9 && profile.dates.dmy + profile.dates.mdy > 0) return 0.1
  if ((amounts['.'] + amounts[',']) / filled > 0.5 && profile.floats / filled < 0.9) return 0.2
  if (shareOf(profile, 'email') > 0.5) return 0.1
  if (field === 'number') {
    const repeats = distinctShareOf(profile) < 0.3 && filled > 20 ? 0.5 : 1
    return repeats * Math.max(0.6, filledShareOf(profile))
  }
  const hasSpaces = shareOf(profile, 'words') > 0.8 && shareOf(profile, 'code') < 0.2
  if (field === 'customer_number') return hasSpaces ? 0.6 : 1
  return hasSpaces && field === 'vat_id' ? 0.3 : 1
}

function textSuitability(profile: Profile, field: Field): number {
  const isNumeric = profile.amounts.none / profile.filled < 0.1
  if (field === 'country' || field === 'language') return isNumeric ? 0.3 : 1
  if (field === 'street' || field === 'city' || field === 'owner') return isNumeric ? 0.5 : 1
  return 1
}
