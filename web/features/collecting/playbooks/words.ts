import type { T } from '../../../language/texts.ts'
import { moneyText } from '../../../ui/format/money.ts'
import { countryName } from '../../../ui/format/places.ts'
import type { Segment, Step } from './playbooks.ts'

/** '3 days after the due day', 'on the due day', '2 days after a payment came'. */
export function whenText(t: T, { event, offsetDays }: Pick<Step, 'event' | 'offsetDays'>): string {
  if (event !== null) return t(`playbooks.when.${event}`, { count: offsetDays })
  if (offsetDays < 0) return t('playbooks.when.before', { count: -offsetDays })
  return offsetDays === 0
    ? t('playbooks.when.on')
    : t('playbooks.when.after', { count: offsetDays })
}

/** Whom a playbook is for, as a sentence. */
export function segmentText(t: T, segment: Segment, locale: string): string {
  const parts = [
    segment.segment === null ? null : t(`playbooks.segment.kinds.${segment.segment}`),
    listed(segment.countries.map((country) => countryName(country, locale))),
    segment.tags.length === 0
      ? null
      : t('playbooks.segment.tagged', { tags: segment.tags.join(', ') }),
    listed(segment.legalForms),
    counted(segment.ownerIds, (count) => t('playbooks.segment.owners', { count })),
    counted(segment.teamIds, (count) => t('playbooks.segment.teams', { count })),
    counted(segment.legalEntityIds, (count) => t('playbooks.segment.companies', { count })),
    ...Object.entries(segment.owedAtLeast).map(([currency, minor]) =>
      t('playbooks.segment.owing', { amount: moneyText({ minor, currency }, locale) }),
    ),
    ...Object.entries(segment.owedAtMost ?? {}).map(([currency, minor]) =>
      t('playbooks.segment.owingAtMost', { amount: moneyText({ minor, currency }, locale) }),
    ),
    days(segment.termsDaysAtLeast, (count) => t('playbooks.segment.termsFrom', { count })),
    days(segment.termsDaysAtMost, (count) => t('playbooks.segment.termsTo', { count })),
  ].filter((part) => part !== null)
  return parts.length === 0 ? t('playbooks.segment.everybody') : parts.join(' · ')
}

function listed(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.join(', ')
}

function counted(
  ids: readonly string[] | undefined,
  text: (count: number) => string,
): string | null {
  return ids === undefined || ids.length === 0 ? null : text(ids.length)
}

function days(count: number | null | undefined, text: (count: number) => string): string | null {
  return count === null || count === undefined ? null : text(count)
}
