import { useState } from 'react'

export type DraftOf<Values> = {
  readonly draft: Values
  /** The parts that differ from what is saved. */
  readonly changed: Partial<Values>
  readonly isChanged: boolean
  readonly change: (part: Partial<Values>) => void
  readonly discard: () => void
}

/** What a person has changed and not saved yet. It lies over the saved values, which may move beneath it. */
export function useDraft<Values extends object>(saved: Values): DraftOf<Values> {
  const [touched, setTouched] = useState<Partial<Values>>({})
  const changed = differing(touched, saved)
  return {
    draft: { ...saved, ...touched },
    changed,
    isChanged: Object.keys(changed).length > 0,
    change: (part) => setTouched((before) => ({ ...before, ...part })),
    discard: () => setTouched({}),
  }
}

/** The parts that are not as they are saved. */
export function differing<Values extends object>(
  touched: Partial<Values>,
  saved: Values,
): Partial<Values> {
  const entries = Object.entries(touched).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(saved, key)),
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- some of the entries of a Partial<Values>
  return Object.fromEntries(entries) as Partial<Values>
}
