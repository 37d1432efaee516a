import { useRef } from 'react'

import { useT } from '../../../language/texts.ts'
import { usePhone } from '../../../ui/use-media.ts'
import { useWidth } from '../../../ui/use-width.ts'
import { type Finding, type Lane, LANES, type Step } from './playbooks.ts'
import { StepCard } from './StepCard.tsx'
import {
  EVENTS,
  moved,
  placedIn,
  type Scale,
  scaleOf,
  type StepEvent,
  stepsOnLine,
  ticksOf,
} from './steps.ts'
import { dayMark } from './StepStrip.tsx'

export type StepLineProps = {
  readonly steps: readonly Step[]
  readonly findings: readonly Finding[]
  readonly isReadOnly: boolean
  readonly onOpen: (key: string) => void
  readonly onChange: (key: string, part: Partial<Step>) => void
  readonly onRemove: (key: string) => void
}

const CARD_PIXELS = 148
const ROW_PIXELS = 60

/** The ladder around the due day, a lane a row; on a phone it is a list. */
export function StepLine(props: StepLineProps) {
  const t = useT()
  const isPhone = usePhone()
  const events = props.steps.filter(({ event }) => event !== null)
  return (
    <div className="flex flex-col gap-4">
      <p id="playbook-keys" className="text-12 text-faint max-sm:sr-only">
        {t('playbooks.keys')}
      </p>
      {isPhone ? <StepStack steps={stepsOnLine(props.steps)} line={props} /> : <Lanes {...props} />}
      {events.length > 0 && (
        <section aria-labelledby="playbook-events">
          <h3 id="playbook-events" className="text-12 font-medium text-soft">
            {t('playbooks.onEvents')}
          </h3>
          {EVENTS.map((event) => (
            <EventRow key={event} event={event} line={props} />
          ))}
        </section>
      )}
    </div>
  )
}

/** What follows one event, the earliest first. */
function EventRow({ event, line }: { readonly event: StepEvent; readonly line: StepLineProps }) {
  const t = useT()
  const steps = line.steps
    .filter((step) => step.event === event)
    .toSorted((a, b) => a.offsetDays - b.offsetDays)
  if (steps.length === 0) return null
  return (
    <div className="grid items-center gap-x-4 gap-y-1 border-b border-line py-2 last:border-0 sm:grid-cols-[14rem_1fr]">
      <h4 className="text-12 text-soft first-letter:uppercase">
        {t(`playbooks.when.${event}`, { count: 0 })}
      </h4>
      <div className="grid gap-2 sm:grid-cols-[repeat(auto-fill,minmax(12rem,16rem))]">
        {steps.map((step) => (
          <Card key={step.key} step={step} line={line} grid={null} />
        ))}
      </div>
    </div>
  )
}

type StackProps = { readonly steps: readonly Step[]; readonly line: StepLineProps }

function StepStack({ steps, line }: StackProps) {
  const t = useT()
  return (
    <ol className="flex flex-col gap-2">
      {steps.map((step) => (
        <li key={step.key}>
          <span className="text-12 text-faint">{t(`playbooks.lanes.${step.lane}`)}</span>
          <Card step={step} line={line} grid={null} />
        </li>
      ))}
    </ol>
  )
}

function Lanes(props: StepLineProps) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const scale = scaleOf(props.steps)
  const day = width / (scale.to - scale.from)
  const zero = (0 - scale.from) * day
  return (
    <div ref={box} className="relative select-none">
      {width > 0 && (
        <>
          <span
            aria-hidden
            className="absolute top-0 bottom-6 w-px bg-line-strong"
            style={{ left: zero }}
          />
          {LANES.map((lane) => (
            <LaneRow key={lane} lane={lane} line={props} scale={scale} width={width} />
          ))}
          <Ticks scale={scale} day={day} />
        </>
      )}
    </div>
  )
}

type LaneRowProps = {
  readonly lane: Lane
  readonly line: StepLineProps
  readonly scale: Scale
  readonly width: number
}

function LaneRow({ lane, line, scale, width }: LaneRowProps) {
  const t = useT()
  const placed = placedIn(lane, line.steps, { scale, width, card: CARD_PIXELS })
  const rows = Math.max(1, ...placed.map(({ row }) => row + 1))
  const grid = { day: width / (scale.to - scale.from), lane: ROW_PIXELS }
  return (
    <section aria-label={t(`playbooks.lanes.${lane}`)} className="border-t border-line py-2">
      <h3 className="mb-1 text-12 font-medium text-soft">{t(`playbooks.lanes.${lane}`)}</h3>
      <div className="relative" style={{ height: rows * ROW_PIXELS }}>
        {placed.map(({ step, left, row }) => (
          <div key={step.key} className="absolute w-37" style={{ left, top: row * ROW_PIXELS }}>
            <Card step={step} line={line} grid={grid} />
          </div>
        ))}
      </div>
    </section>
  )
}

function Ticks({ scale, day }: { readonly scale: Scale; readonly day: number }) {
  const t = useT()
  return (
    <div aria-hidden className="relative h-6 border-t border-line-strong text-12 text-faint">
      {ticksOf(scale).map((tick) => (
        <span
          key={tick}
          className="figures absolute top-1 -translate-x-1/2 whitespace-nowrap first:translate-x-0"
          style={{ left: (tick - scale.from) * day }}
        >
          {tick === 0 ? t('playbooks.dueDay') : dayMark(tick)}
        </span>
      ))}
    </div>
  )
}

type CardProps = {
  readonly step: Step
  readonly line: StepLineProps
  readonly grid: { readonly day: number; readonly lane: number } | null
}

function Card({ step, line, grid }: CardProps) {
  return (
    <StepCard
      step={step}
      grid={grid}
      isReadOnly={line.isReadOnly}
      hasError={line.findings.some(
        ({ stepKey, severity }) => stepKey === step.key && severity === 'error',
      )}
      onOpen={() => line.onOpen(step.key)}
      onMove={(days, lanes) => line.onChange(step.key, moved(step, days, lanes))}
      onRemove={() => line.onRemove(step.key)}
    />
  )
}
