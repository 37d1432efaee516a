import { type FocusEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react'

const HESITATION_MILLISECONDS = 350
const STILL_LOOKING_MILLISECONDS = 200

/** When a bubble was last open: who goes on to the next button need not wait again. */
let closedAt = -Infinity

/** Opens for a pointer that stays and for the focus that keys have moved; closes for all else. */
export function useTip(prepare: () => void) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const close = () => {
    clearTimeout(timer.current)
    if (isOpen) closedAt = performance.now()
    setOpen(false)
  }
  const enter = ({ pointerType }: PointerEvent) => {
    if (pointerType === 'touch') return
    prepare()
    const isLooking = performance.now() - closedAt < STILL_LOOKING_MILLISECONDS
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setOpen(true), isLooking ? 0 : HESITATION_MILLISECONDS)
  }
  const focus = ({ currentTarget }: FocusEvent) => {
    if (currentTarget.matches(':focus-visible')) setOpen(true)
  }
  return {
    id,
    isOpen,
    close,
    handlers: {
      onPointerEnter: enter,
      onPointerLeave: close,
      onPointerDown: close,
      onClick: close,
      onFocus: focus,
      onBlur: close,
    },
  }
}
