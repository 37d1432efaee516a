import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'

import { isDay } from '#kernel/day.ts'

import type { Member } from '../../api/session.ts'
import { currentLanguage, t } from '../../language/texts.ts'
import { weekDay } from '../../ui/format/day.ts'
import { localeOf } from '../../ui/format/locale.ts'
import { say } from '../../ui/toasts.ts'
import {
  currentOutbox,
  isWatched,
  onOutbox,
  onSent,
  openOutbox,
  type Outbox,
  send,
} from './outbox.ts'
import type { Waiting } from './waiting.ts'

export function useOutbox(): Outbox {
  return useSyncExternalStore(onOutbox, currentOutbox)
}

/** Sends what waits while somebody is signed in: at once, when the network or the person is back. */
export function useSendingOutbox({ organisation, person }: Member): void {
  const client = useQueryClient()
  const [organisationId, personId] = [organisation.id, person.id]
  useEffect(() => {
    void openOutbox({ organisationId, personId })
    const again = () => void send()
    const looked = () => document.visibilityState === 'visible' && again()
    window.addEventListener('online', again)
    window.addEventListener('focus', again)
    document.addEventListener('visibilitychange', looked)
    const stop = onSent((entry, answer) => {
      void client.invalidateQueries()
      if (!isWatched(entry.id)) tellArrived(entry, answer)
    })
    return () => {
      stop()
      window.removeEventListener('online', again)
      window.removeEventListener('focus', again)
      document.removeEventListener('visibilitychange', looked)
    }
  }, [client, organisationId, personId])
}

/** What waited has arrived; what changed meanwhile stays in sight until it is read. */
function tellArrived({ label }: Waiting, answer: unknown): void {
  say(t('outbox.arrived', { label }))
  const on = returnDayIn(answer)
  if (on === null) return
  const day = weekDay(on, localeOf(currentLanguage(), navigator.languages))
  say(t('outbox.ballHadReturned', { day }), { lasts: null })
}

function returnDayIn(answer: unknown) {
  if (typeof answer !== 'object' || answer === null || !('ballHadReturned' in answer)) return null
  const { ballHadReturned: back } = answer
  if (typeof back !== 'object' || back === null || !('on' in back)) return null
  return typeof back.on === 'string' && isDay(back.on) ? back.on : null
}
