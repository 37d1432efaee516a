import { useMutation, useQueryClient } from '@tanstack/react-query'

import type { Contract } from '#contract/http'

import { call, type InputOf, type ReplyOf } from './call.ts'
import { sentenceOf } from './sentence.ts'

/** Sends a form: what it waits for, what went wrong, and everything on the page asked again after. */
export function useSending<C extends Contract>(
  contract: C,
  onSent: (reply: ReplyOf<C>) => void = () => {},
) {
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (input: InputOf<C>) => call(contract, input),
    onSuccess: (reply: ReplyOf<C>) => {
      void client.invalidateQueries()
      onSent(reply)
    },
  })
  return {
    send: mutate,
    isBusy: isPending,
    problem: error === null ? undefined : sentenceOf(error),
  }
}
