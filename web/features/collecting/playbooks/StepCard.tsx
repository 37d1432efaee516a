import { clsx } from 'clsx'
import { Bell, Footprints, type LucideIcon, Mail, MessageSquare, Phone, Stamp } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'

import { useT } from '../../../language/texts.ts'
import type { Channel, Step } from './playbooks.ts'
import { dayMark } from './StepStrip.tsx'
import { whenText } from './words.ts'

export const CHANNEL_ICON: Readonly<Record<Channel, LucideIcon>> = {
  email: Mail,
  sms: MessageSquare,
  letter: Stamp,
  call: Phone,
  visit: Footprints,
  notice: Bell,
}

export type StepCardProps = {
  readonly step: Step
  readonly hasError: boolean
  readonly isReadOnly: boolean
  readonly onOpen: () => void
  readonly onMove: (days: number, lanes: number) => void
  readonly onRemove: () => void
  /** How many pixels a day and a lane take, where the card can be dragged. */
  readonly grid: { readonly day: number; readonly lane: number } | null
}

/** How far the pointer goes before a press becomes a drag. */
const DRAG_PIXELS = 4

const ARROWS: Readonly<Record<string, readonly [days: number, lanes: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** A step: dragged by day and lane, moved by the arrow keys (with Shift by weeks), opened by Enter. */
export function StepCard(props: StepCardProps) {
  const t = useT()
  const { step, hasError, isReadOnly, onOpen, onMove, onRemove } = props
  const drag = useDrag(props)
  const Icon = CHANNEL_ICON[step.channel]
  const onKeyDown = (event: KeyboardEvent) => {
    if (isReadOnly) return
    const arrow = ARROWS[event.key]
    if (arrow) {
      event.preventDefault()
      onMove(arrow[0] * (event.shiftKey ? 7 : 1), arrow[1])
    }
    if (event.key === 'Delete') onRemove()
  }
  return (
    <button
      type="button"
      id={`step-${step.key}`}
      aria-describedby={isReadOnly ? undefined : 'playbook-keys'}
      onKeyDown={onKeyDown}
      onClick={() => {
        if (!drag.wasDragged()) onOpen()
      }}
      {...(props.grid === null || isReadOnly ? {} : drag.handlers)}
      className={clsx(
        'flex h-13 w-full flex-col justify-center rounded-6 bg-raised px-2.5 text-left text-12 shadow-raised hover:shadow-over',
        hasError && 'shadow-[inset_0_0_0_1.5px_var(--color-act)]',
        props.grid !== null && !isReadOnly && 'cursor-grab touch-none active:cursor-grabbing',
      )}
    >
      <span className="flex items-center gap-1.5 text-soft">
        <Icon size={12} aria-hidden className="shrink-0" />
        <span aria-hidden className="figures">
          {dayMark(step.offsetDays)}
        </span>
        {step.approval.kind !== 'automatic' && (
          <span className="truncate text-faint">
            {t(`playbooks.approvals.${step.approval.kind}`)}
          </span>
        )}
      </span>
      <span className="truncate text-13 font-medium">{step.name}</span>
      <span className="sr-only">
        {t('playbooks.stepPlace', {
          when: whenText(t, step),
          lane: t(`playbooks.lanes.${step.lane}`),
          channel: t(`run.channel.${step.channel}`),
        })}
      </span>
    </button>
  )
}

function useDrag({ grid, onMove }: Pick<StepCardProps, 'grid' | 'onMove'>) {
  const from = useRef<{ x: number; y: number } | null>(null)
  const hasMoved = useRef(false)
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    from.current = { x: event.clientX, y: event.clientY }
    hasMoved.current = false
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>) => {
    if (from.current === null || grid === null) return
    const x = event.clientX - from.current.x
    const y = event.clientY - from.current.y
    if (Math.hypot(x, y) > DRAG_PIXELS) hasMoved.current = true
    const days = Math.trunc(x / grid.day)
    const lanes = Math.trunc(y / grid.lane)
    if (days === 0 && lanes === 0) return
    // What has been moved is taken off, so that the next move is counted from here.
    from.current = { x: from.current.x + days * grid.day, y: from.current.y + lanes * grid.lane }
    onMove(days, lanes)
  }
  const onPointerUp = () => {
    from.current = null
  }
  return {
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
    /** Asked once a press: the click that ends a drag opens nothing, the next one does. */
    wasDragged: () => {
      const was = hasMoved.current
      hasMoved.current = false
      return was
    },
  }
}
