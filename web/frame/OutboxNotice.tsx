import { Suspense, useState } from 'react'

import { later } from '../api/later.ts'
import type { Member } from '../api/session.ts'
import { useT } from '../language/texts.ts'
import { useOutbox, useSendingOutbox } from '../offline/outbox/use-outbox.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'

const OutboxDialog = later(async () => ({
  default: (await import('./OutboxDialog.tsx')).OutboxDialog,
}))

/** What waits on this device to be sent, and what was refused: never out of sight, never lost. */
export function OutboxNotice({ member }: { readonly member: Member }) {
  const t = useT()
  useSendingOutbox(member)
  const { entries, pause } = useOutbox()
  const [isOpen, setOpen] = useState(false)
  const refused = entries.filter((entry) => entry.refused !== null)
  const waiting = pause === 'none' ? [] : entries.filter((entry) => entry.refused === null)
  const count = refused.length > 0 ? refused.length : waiting.length
  if (count === 0 && !isOpen) return null
  return (
    <>
      <Banner
        tone={refused.length > 0 ? 'act' : 'soon'}
        action={
          <Button variant="quiet" onClick={() => setOpen(true)}>
            {t('outbox.show')}
          </Button>
        }
      >
        {t(refused.length > 0 ? 'outbox.refused' : 'outbox.waiting', { count })}
      </Banner>
      {isOpen && (
        <Suspense>
          <OutboxDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
