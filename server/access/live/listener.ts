import { setTimeout as pause } from 'node:timers/promises'

import { noticeOf, type Notice } from './rules.ts'
import { listen } from './store.ts'

const RETRY_MILLISECONDS = 500

type Hearing = {
  readonly onNotice: (notice: Notice) => void
  /** The connection was lost and is back: what was missed is unknown. */
  readonly onRestored: () => void
}

/** Hears the notices of the database until stopped, on a connection that is renewed when it breaks. */
export async function keepListening(
  ownerUrl: string,
  { onNotice, onRestored }: Hearing,
): Promise<{ stop: () => Promise<void> }> {
  const stopping = new AbortController()
  const hear = () =>
    listen(ownerUrl, {
      onNotice: (text) => {
        const notice = noticeOf(text)
        if (notice) onNotice(notice)
      },
      onEnd: () => void hearAgain(),
    })
  let connection = await hear()

  async function hearAgain(): Promise<void> {
    if (stopping.signal.aborted) return
    await pause(RETRY_MILLISECONDS, undefined, { ref: false })
    try {
      connection = await hear()
      onRestored()
    } catch {
      // The server is still away: every further attempt is as good as this one.
      void hearAgain()
    }
  }

  return {
    stop: () => {
      stopping.abort()
      return connection.stop()
    },
  }
}
