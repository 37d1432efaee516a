import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { logOutcome } from '#contract/collecting/desk/outcomes'
import { addSeconds, type Instant, instantOfMilliseconds } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'

import { addressOf } from '../../../api/call.ts'
import { me, type Member, useMember } from '../../../api/session.ts'
import { keep, onSent, sendNow, takeBack, watch } from '../../../offline/outbox/outbox.ts'
import { useOutbox } from '../../../offline/outbox/use-outbox.ts'
import { type Draft, resultOf } from './draft.ts'
import type { Answer, Sent } from './form.ts'

/** So long it can be taken back; whoever leaves the page has made up their mind. */
const HELD_MILLISECONDS = 8000

type Logged = { readonly id: string; readonly draft: Draft; readonly label: string }

/** Now, by the clock that the server goes by: a trial clock is not this device's. */
function nowOf({ now, hasTrialClock }: Member, fetchedAt: number): Instant {
  const since = Date.now() - fetchedAt
  return hasTrialClock ? addSeconds(now, since / 1000) : instantOfMilliseconds(Date.now())
}

/** Logs an outcome through the outbox: with or without a network, and once. */
export function useLogging(customerId: string) {
  const outbox = useOutbox()
  const member = useMember()
  const fetchedAt = useQuery(me).dataUpdatedAt
  const [logged, setLogged] = useState<Logged | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const id = logged?.id ?? null
  useEffect(() => {
    if (id === null) return
    const unwatch = watch(id)
    const stop = onSent((entry, sent) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server checks its answers against the contract
      if (entry.id === id) setAnswer(sent as Answer)
    })
    return () => {
      stop()
      unwatch()
      void sendNow()
    }
  }, [id])

  const send = async (draft: Draft, label: string) => {
    const result = resultOf(draft)
    if (!result) return
    const made = newId()
    const { channel, contactId, said, keepsBall } = draft
    const happenedAt = nowOf(member, fetchedAt)
    const body: Sent = { id: made, happenedAt, channel, contactId, said, keepsBall, result }
    setLogged({ id: made, draft, label })
    await keep({
      id: made,
      body,
      label,
      method: 'POST',
      address: addressOf(logOutcome, { params: { customerId } }),
      page: `/customers/${customerId}/outcome`,
      heldUntil: Date.now() + HELD_MILLISECONDS,
    })
  }
  const undo = async () => {
    if (id !== null && (await takeBack(id))) setLogged(null)
  }
  const entry = outbox.entries.find((one) => one.id === id) ?? null
  return { logged, answer, entry, outbox, send, undo }
}
