import { useQueryClient } from '@tanstack/react-query'

import type { Contract } from '#contract/http'

import { say } from '../ui/toasts.ts'
import { call, type InputOf } from './call.ts'
import { sentenceOf } from './sentence.ts'

/** Calls something in passing, such as the undo of a toast; a failure is said, never silent. */
export function useCalling() {
  const client = useQueryClient()
  return async <C extends Contract>(contract: C, input: InputOf<C>): Promise<boolean> => {
    try {
      await call(contract, input)
      return true
    } catch (error) {
      say(sentenceOf(error), { tone: 'act' })
      return false
    } finally {
      void client.invalidateQueries()
    }
  }
}
