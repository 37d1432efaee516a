import type { T, TextKey } from '../../../language/texts.ts'
import type { PlaybookVersion } from './playbooks.ts'

type Change = PlaybookVersion['changes'][number]

/** What the fields of a step, of the segment and of the playbook are called in the editor. */
const FIELDS = {
  name: 'playbooks.name',
  offsetDays: 'playbooks.step.days',
  event: 'playbooks.step.from',
  lane: 'playbooks.step.lane',
  channel: 'playbooks.step.channel',
  fallbackChannels: 'playbooks.step.otherwise',
  templateKey: 'playbooks.step.template',
  attachesStatement: 'playbooks.step.statement',
  floor: 'playbooks.step.floor',
  ceiling: 'playbooks.step.ceiling',
  approval: 'playbooks.step.approval',
  announces: 'playbooks.step.announces',
  isSkippable: 'playbooks.step.skippable',
  'segment.segment': 'playbooks.rules.kind',
  'segment.countries': 'playbooks.rules.countries',
  'segment.tags': 'playbooks.rules.tags',
  'segment.legalForms': 'playbooks.rules.legalForms',
  'segment.ownerIds': 'playbooks.rules.owners',
  'segment.teamIds': 'playbooks.rules.teams',
  'segment.legalEntityIds': 'playbooks.rules.companies',
  'segment.owedAtLeast': 'playbooks.rules.owed',
  'segment.owedAtMost': 'playbooks.rules.owedAtMost',
  'segment.termsDaysAtLeast': 'playbooks.rules.termsFrom',
  'segment.termsDaysAtMost': 'playbooks.rules.termsTo',
  priority: 'playbooks.rules.priority',
  progression: 'playbooks.rules.progression',
  catchUp: 'playbooks.rules.catchUp',
  minimumGapDays: 'policy.names.minimumGapDays',
  decisionAfterDays: 'playbooks.rules.decisionAfter',
  decisionWithinDays: 'playbooks.rules.decisionWithin',
  sendAt: 'playbooks.rules.sendAt',
} as const satisfies Readonly<Record<string, TextKey>>

/** 'Firm reminder: Days, Text', 'New: Call by collections', 'Countries'. */
export function changeText(t: T, { kind, name, stepKey, fields }: Change): string {
  const step = name ?? stepKey ?? ''
  const parts = fields.map((field) => nameOfField(t, field)).join(', ')
  switch (kind) {
    case 'step_added':
      return t('playbooks.versions.added', { step })
    case 'step_removed':
      return t('playbooks.versions.removed', { step })
    case 'step_changed':
      return t('playbooks.versions.changed', { step, parts })
    case 'setting_changed':
      return t('playbooks.versions.settings', { parts })
  }
}

function nameOfField(t: T, field: string): string {
  const known = Object.entries(FIELDS).find(([name]) => name === field)
  return known ? t(known[1]) : field
}
