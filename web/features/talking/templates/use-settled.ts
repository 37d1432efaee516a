import { useEffect, useState } from 'react'

const PAUSE_MILLISECONDS = 400

/** A value once it has rested for a moment: what is asked of the server follows the pauses, not the keys. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  const written = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- the same words are the same value
  }, [written])
  return settled
}
