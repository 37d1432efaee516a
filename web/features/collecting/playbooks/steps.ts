import { type Content, LANES, type Lane, type Step } from './playbooks.ts'

/** The bounds that the server keeps (server/collecting/playbooks/content/contract.ts). */
export const FIRST_DAY = -60
export const LAST_DAY = 720

/** The steps that stand on the line of days, in the order in which they come. */
export function stepsOnLine(steps: readonly Step[]): Step[] {
  return steps
    .filter(({ event }) => event === null)
    .toSorted((a, b) => a.offsetDays - b.offsetDays || a.key.localeCompare(b.key))
}

export function withStep(content: Content, key: string, part: Partial<Step>): Content {
  const steps = content.steps.map((step) => (step.key === key ? { ...step, ...part } : step))
  return { ...content, steps }
}

export function withoutStep(content: Content, key: string): Content {
  return { ...content, steps: content.steps.filter((step) => step.key !== key) }
}

/** A step moved by days and lanes, as far as both reach. */
export function moved(step: Step, days: number, lanes: number): Pick<Step, 'offsetDays' | 'lane'> {
  const lane = LANES[clamp(LANES.indexOf(step.lane) + lanes, 0, LANES.length - 1)] ?? step.lane
  const least = step.event === null ? FIRST_DAY : 0
  return { lane, offsetDays: clamp(step.offsetDays + days, least, LAST_DAY) }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}

/** A key that no step of the content has. */
export function freeKey(steps: readonly Step[]): string {
  const taken = new Set(steps.map(({ key }) => key))
  for (let number = steps.length + 1; ; number += 1) {
    const key = `step_${number}`
    if (!taken.has(key)) return key
  }
}

/** A new step some days after the last one. */
export function newStep(steps: readonly Step[], name: string): Step {
  const last = stepsOnLine(steps).at(-1)
  return {
    key: freeKey(steps),
    name,
    offsetDays: Math.min(LAST_DAY, last ? last.offsetDays + 7 : 3),
    event: null,
    lane: 'finance',
    channel: 'email',
    fallbackChannels: [],
    templateKey: 'reminder_friendly',
    floor: {},
    ceiling: {},
    approval: { kind: 'automatic' },
    announces: null,
    isSkippable: false,
  }
}

export type Scale = { readonly from: number; readonly to: number }

const MARGIN_DAYS = 4
const LEAST_DAYS = 30

/** The days that the line shows: all steps, the due day, and some room. */
export function scaleOf(steps: readonly Step[]): Scale {
  const days = stepsOnLine(steps).map(({ offsetDays }) => offsetDays)
  const from = Math.min(-MARGIN_DAYS, ...days) - MARGIN_DAYS
  const to = Math.max(LEAST_DAYS, ...days) + MARGIN_DAYS * 3
  return { from, to }
}

/** Days to name beneath the line, about as many as fit. */
export function ticksOf({ from, to }: Scale): number[] {
  const span = to - from
  const step = [5, 7, 10, 15, 30, 60, 90].find((days) => span / days <= 12) ?? 120
  const first = Math.ceil(from / step) * step
  return Array.from(
    { length: Math.floor((to - first) / step) + 1 },
    (_, index) => first + index * step,
  )
}

export type Placed = { readonly step: Step; readonly left: number; readonly row: number }

/** Where cards of a lane lie: those that would cover one another stand in rows beneath. */
export function placedIn(
  lane: Lane,
  steps: readonly Step[],
  { scale, width, card }: { readonly scale: Scale; readonly width: number; readonly card: number },
): Placed[] {
  const ends: number[] = []
  return stepsOnLine(steps)
    .filter((step) => step.lane === lane)
    .map((step) => {
      const share = (step.offsetDays - scale.from) / (scale.to - scale.from)
      const left = Math.min(share * width, Math.max(0, width - card))
      const free = ends.findIndex((end) => end <= left)
      const row = free < 0 ? ends.length : free
      ends[row] = left + card + 6
      return { step, left, row }
    })
}

export type StepEvent = NonNullable<Step['event']>

/** What a step may follow, in the order in which a debt meets it. */
export const EVENTS = [
  'invoice_created',
  'promise_broken',
  'instalment_missed',
  'email_bounced',
  'reply_received',
  'payment_received',
] as const satisfies readonly StepEvent[]

/** Replies do not come in by themselves yet: a step on them is shown, not offered. */
export function eventsOffered({ event }: Pick<Step, 'event'>): readonly StepEvent[] {
  return EVENTS.filter((one) => one !== 'reply_received' || one === event)
}

const TEXT_ON: Readonly<Partial<Record<StepEvent, string>>> = {
  invoice_created: 'invoice_note',
  promise_broken: 'promise_broken',
  instalment_missed: 'instalment_missed',
  payment_received: 'thank_you',
}

/** What a step becomes that is counted from something else: never before it, with the text for it. */
export function countedFrom(step: Step, event: StepEvent | null): Partial<Step> {
  if (event === null) return { event }
  const offsetDays = Math.max(0, step.offsetDays)
  const templateKey = step.channel === 'email' ? (TEXT_ON[event] ?? step.templateKey) : null
  return { event, offsetDays, templateKey: templateKey ?? step.templateKey }
}
