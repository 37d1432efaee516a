import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { logOutcome } from '#contract/collecting/desk/outcomes'
import { addSeconds, type Instant, instantOfMilliseconds } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'

import { addressOf } from '../../../api/call.ts'
import { me, type Member, useMember } from '../../../api/session.ts'
import { t } from '../../../language/texts.ts'
import { keep, onSent, replace, sendNow, takeBack, watch } from '../../../offline/outbox/outbox.ts'
import { useOutbox } from '../../../offline/outbox/use-outbox.ts'
import { say } from '../../../ui/toasts.ts'
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

type Said = {
  readonly draft: Draft
  readonly result: Sent['result']
  readonly happenedAt: Instant
  readonly label: string
}

function entryOf(customerId: string, { draft, result, happenedAt, label }: Said) {
  const id = newId()
  const { channel, contactId, said, keepsBall } = draft
  const body: Sent = { id, happenedAt, channel, contactId, said, keepsBall, result }
  return {
    id,
    body,
    label,
    method: 'POST',
    address: addressOf(logOutcome, { params: { customerId } }),
    page: `/customers/${customerId}/outcome`,
    heldUntil: Date.now() + HELD_MILLISECONDS,
  } as const
}

/** Logs an outcome through the outbox: with or without a network, and once. */
export function useLogging(customerId: string, rewrites: string | null = null) {
  const outbox = useOutbox()
  const member = useMember()
  const fetchedAt = useQuery(me).dataUpdatedAt
  const [logged, setLogged] = useState<Logged | null>(null)
  // What it takes the place of, until it has.
  const [replaced, setReplaced] = useState(rewrites)
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
    const happenedAt = draft.happenedAt ?? nowOf(member, fetchedAt)
    const entry = entryOf(customerId, { draft, result, happenedAt, label })
    if (replaced !== null && !(await replace(replaced, entry))) {
      say(t('outcome.sentMeanwhile'), { tone: 'act', lasts: null })
      return
    }
    setLogged({ id: entry.id, draft: { ...draft, happenedAt }, label })
    if (replaced === null) await keep(entry)
    setReplaced(null)
  }
  const undo = async () => {
    if (id !== null && (await takeBack(id))) setLogged(null)
  }
  const entry = outbox.entries.find((one) => one.id === id) ?? null
  return { logged, answer, entry, outbox, send, undo }
}
