import { type Channel, DECISION_KEY, type PlaybookContent, type Step } from './content.ts'
import { isBeforeDue, ladderOf } from './ladder.ts'

/** What a text asks the moment of sending for; null when there is no such text. */
export type TemplateNeeds = (templateKey: string) => readonly string[] | null

type Values = Readonly<Record<string, string | number>>

export type PlaybookFinding = {
  readonly code: ReturnType<typeof codesOfStep>[number] | PlaybookCode
  readonly severity: 'error' | 'warning'
  readonly stepKey: string | null
  readonly values: Values
}

type PlaybookCode =
  | 'no_steps'
  | 'duplicate_key'
  | 'catch_up_unknown_step'
  | 'announcement_without_step'
  | 'gap_longer_than_ladder'

const WARNINGS: ReadonlySet<PlaybookFinding['code']> = new Set([
  'gap_longer_than_ladder',
  'seller_signs_formal',
])

/** Everything that is wrong with a playbook. An error keeps it from being switched on. */
export function findingsOf(content: PlaybookContent, needsOf: TemplateNeeds): PlaybookFinding[] {
  const ofSteps = content.steps.flatMap((step) =>
    codesOfStep(step, needsOf).map((code) => finding(code, step.key, valuesOf(step))),
  )
  return [...ofSteps, ...findingsOfWhole(content)]
}

function valuesOf(step: Step): Values {
  return step.templateKey === null ? {} : { template: step.templateKey }
}

function finding(
  code: PlaybookFinding['code'],
  stepKey: string | null,
  values: Values = {},
): PlaybookFinding {
  return { code, severity: WARNINGS.has(code) ? 'warning' : 'error', stepKey, values }
}

/** Channels that carry a text; without one an email cannot go, a letter is written by hand. */
const CARRIES_TEXT: ReadonlySet<Channel> = new Set(['email', 'letter', 'sms'])

function codesOfStep(step: Step, needsOf: TemplateNeeds) {
  const needs = step.templateKey === null ? [] : needsOf(step.templateKey)
  const ways = [step.channel, ...step.fallbackChannels]
  const carriesText = ways.some((way) => CARRIES_TEXT.has(way))
  const codes = [
    step.key === DECISION_KEY && 'reserved_key',
    ways.includes('email') && step.templateKey === null && 'template_missing',
    !carriesText && step.templateKey !== null && 'template_without_message',
    needs === null && 'unknown_template',
    needs?.includes('next_step') && step.announces === null && 'announcement_missing',
    needs?.includes('payment') && step.event !== 'payment_received' && 'template_needs_payment',
    needs?.includes('personal_note') && 'template_needs_note',
    needs?.includes('acceleration') && 'template_needs_acceleration',
    needs?.includes('instalment') &&
      step.event !== 'instalment_missed' &&
      'template_needs_instalment',
    step.event === 'reply_received' && ways.includes('email') && 'reply_by_email',
    step.event !== null && step.offsetDays < 0 && 'event_before',
    step.event !== null && step.announces !== null && 'event_final',
    isBeforeDue(step) && step.event === null && !step.isSkippable && 'before_due_not_skippable',
    isBeforeDue(step) && step.announces !== null && 'before_due_final',
    isFloorAboveCeiling(step) && 'floor_above_ceiling',
    repeatsChannel(step) && 'fallback_repeats_channel',
    step.lane === 'seller' && step.announces !== null && 'seller_signs_formal',
  ] as const
  return codes.filter((code) => typeof code === 'string')
}

function isFloorAboveCeiling({ floor, ceiling }: Step): boolean {
  return Object.entries(floor).some(([currency, minor]) => minor > (ceiling[currency] ?? Infinity))
}

function repeatsChannel({ channel, fallbackChannels }: Step): boolean {
  return new Set([channel, ...fallbackChannels]).size <= fallbackChannels.length
}

function findingsOfWhole(content: PlaybookContent): PlaybookFinding[] {
  const { steps, catchUp, minimumGapDays } = content
  const ladder = ladderOf(content)
  const keys = steps.map(({ key }) => key)
  const repeated = new Set(keys.filter((key, index) => keys.indexOf(key) !== index))
  const findings = [...repeated].map((key) => finding('duplicate_key', key))
  if (steps.length === 0) findings.push(finding('no_steps', null))
  if (catchUp.kind === 'at_most' && !ladder.some(({ step }) => step.key === catchUp.stepKey)) {
    findings.push(finding('catch_up_unknown_step', null, { step: catchUp.stepKey }))
  }
  for (const { step, place } of ladder.filter((rung) => rung.step.announces !== null)) {
    // Never threaten what will not be done: something must come after, whatever the amount.
    const isFollowed = ladder.some(
      (later) => later.place > place && coversAmounts(later.step, step),
    )
    if (!isFollowed) findings.push(finding('announcement_without_step', step.key))
  }
  const last = ladder.at(-1)
  const first = ladder.find(({ level }) => level > 0)
  const span = first && last ? last.step.offsetDays - first.step.offsetDays : 0
  if (span > 0 && minimumGapDays !== null && minimumGapDays > span) {
    findings.push(finding('gap_longer_than_ladder', null, { days: minimumGapDays, span }))
  }
  return findings
}

/** Whether every amount that `step` is for is one that `later` is for too. */
function coversAmounts(later: Step, step: Step): boolean {
  const floors = Object.entries(later.floor)
  const ceilings = Object.entries(later.ceiling)
  return (
    floors.every(([currency, minor]) => minor <= (step.floor[currency] ?? 0)) &&
    ceilings.every(([currency, minor]) => minor >= (step.ceiling[currency] ?? Infinity))
  )
}
