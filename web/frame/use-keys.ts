import { useLayoutEffect, useRef } from 'react'

import { actionsHere } from './actions.ts'
import { pressedKey, strokeOf } from './keys.ts'
import { isLayerOpen } from './layers.ts'

/** Two strokes belong together when the second comes this soon. */
const TOGETHER_MILLISECONDS = 1200

/** Listens for the keys of every action that is offered. */
export function useKeys(say: (text: string) => void): void {
  const first = useRef<{ readonly key: string; readonly at: number } | null>(null)
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const stroke = isLayerOpen() ? null : strokeOf(event)
      if (!stroke || ['Shift', 'Control', 'Meta', 'Alt'].includes(event.key)) return
      const before = first.current
      const isTogether = before !== null && event.timeStamp - before.at < TOGETHER_MILLISECONDS
      const pressed = pressedKey(stroke, isTogether ? before.key : null, actionsHere())
      first.current =
        pressed.kind === 'waiting' ? { key: pressed.first, at: event.timeStamp } : null
      if (pressed.kind !== 'action') return
      event.preventDefault()
      if (pressed.action.whyNot === undefined) pressed.action.run()
      else say(pressed.action.whyNot)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [say])
}
