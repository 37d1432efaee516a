import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { sentenceOf } from './sentence.ts'

export type EachResult = { readonly done: number; readonly failed: number; readonly reason: string }

/** Does the same to many, one after the other; one that fails does not stop the others. */
export function useEach() {
  const client = useQueryClient()
  const [done, setDone] = useState<number | null>(null)
  const run = async <Item>(
    items: readonly Item[],
    act: (item: Item) => Promise<unknown>,
  ): Promise<EachResult> => {
    let failed = 0
    let reason = ''
    for (const [index, item] of items.entries()) {
      setDone(index)
      try {
        await act(item)
      } catch (error) {
        failed += 1
        reason = sentenceOf(error)
      }
    }
    setDone(null)
    void client.invalidateQueries()
    return { done: items.length - failed, failed, reason }
  }
  return { done, run }
}
