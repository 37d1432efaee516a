import { isDay } from '#kernel/day.ts'

import { type T, textOfCode } from '../../../language/texts.ts'
import { shortDay } from '../../../ui/format/day.ts'
import { moneyText } from '../../../ui/format/money.ts'
import type { Reader } from '../../../ui/reader.ts'
import type { Entry } from './timeline.ts'

type Told = Pick<Entry, 'name' | 'values' | 'money' | 'kind'>

/** What happened, as a sentence with its amount, day and reason. */
export function entryText(t: T, entry: Told, reader: Reader): string {
  const key = `events.${entry.name.replace('.', '_')}`
  return textOfCode(key, valuesOf(entry, reader)) ?? t('events.customer_changed', { what: '…' })
}

function valuesOf(entry: Told, reader: Reader): Readonly<Record<string, string>> {
  const { values, money } = entry
  const text = (...names: readonly string[]) => {
    const found = names.map((name) => values[name]).find((value) => typeof value === 'string')
    return typeof found === 'string' ? found : ''
  }
  const minor = values['minor'] ?? values['amountMinor']
  const amount = money ?? (typeof minor === 'number' ? { minor, currency: text('currency') } : null)
  const day = text('promisedFor', 'returnsOn', 'until', 'endsOn', 'fromOn')
  const reasons = entry.name.startsWith('hold.') ? 'desk.hold.reasons' : 'desk.dispute.reasons'
  const outcomes =
    entry.kind === 'call' || entry.kind === 'outcome' ? 'desk.call' : 'desk.dispute.resolutions'
  return {
    amount: amount ? moneyText({ ...amount, minor: Math.abs(amount.minor) }, reader.locale) : '',
    day: isDay(day) ? shortDay(day, reader.today, reader.locale) : '…',
    reason: code(reasons, text('reason')),
    outcome: code(outcomes, text('outcome', 'resolution', 'expects')),
    kind: code('desk.task', text('kind')),
    channel: code('desk.promise.channels', text('channel')),
    number: text('number'),
    level: text('level'),
    about: text('number') === '' ? '' : ` · ${text('number')}`,
    what: changedText(values),
  }
}

/** The names of what was changed, in the customer's terms. */
const FIELD_TEXTS: Readonly<Record<string, string>> = {
  name: 'customer.contacts.name',
  segment: 'customer.terms.segment',
  legalForm: 'customer.terms.legalForm',
  language: 'customer.terms.language',
  country: 'customer.terms.country',
  region: 'customer.terms.country',
  timeZone: 'customer.terms.timeZone',
  address: 'customer.terms.address',
  vatId: 'customer.terms.vatId',
  termsDays: 'customer.terms.days',
  creditLimit: 'customer.terms.limit',
  insurer: 'customer.terms.insurer',
  insurancePolicy: 'customer.terms.insurancePolicy',
  insuranceLimit: 'customer.terms.insuranceLimit',
  insuredUntil: 'customer.terms.insuredUntil',
  collectorId: 'desk.assign.collector',
  playbookId: 'customer.terms.playbook',
  parentId: 'customer.terms.parent',
  tags: 'customer.terms.tags',
  reason: 'customer.disputes.reason',
  amountMinor: 'customer.disputes.amount',
  department: 'customer.disputes.department',
  ownerId: 'customer.disputes.owner',
  deadlineOn: 'customer.disputes.deadline',
  revisitOn: 'customer.disputes.revisit',
  settledBy: 'customer.disputes.document',
}

/** What a field is called on the pages. */
export function fieldText(field: string): string {
  return textOfCode(FIELD_TEXTS[field] ?? '', undefined) ?? field
}

function changedText({ fields: several, field: only }: Entry['values']): string {
  const fields = typeof only === 'string' ? [only] : several
  if (!Array.isArray(fields)) return '…'
  const names = fields.map(fieldText)
  return [...new Set(names)].join(', ')
}

function code(of: string, value: string): string {
  return textOfCode(`${of}.${value}`, undefined) ?? value
}

/** Why nothing was sent, a sentence a reason. */
export function heldReasons(entry: Entry): readonly string[] {
  const { reasons } = entry.values
  if (!Array.isArray(reasons)) return []
  return reasons.map((reason) => code('gate', reason))
}
