import { useRouter } from '@tanstack/react-router'

import { textOfCode, useT } from '../language/texts.ts'
import { send, takeBack } from '../offline/outbox/outbox.ts'
import { useOutbox } from '../offline/outbox/use-outbox.ts'
import type { Waiting } from '../offline/outbox/waiting.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

/** Everything that waits, why, and what can be done about it. */
export function OutboxDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const { entries, pause, isKept } = useOutbox()
  const why = pause === 'signed_out' ? t('outbox.signedOut') : t('outbox.offline')
  const kept = t(isKept ? 'outbox.sealed' : 'outbox.notKept')
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('outbox.title')}
      text={pause === 'none' ? kept : `${why} ${kept}`}
      actions={
        <Button variant="primary" onClick={() => void send()}>
          {t('outbox.tryNow')}
        </Button>
      }
    >
      {entries.length === 0 && <p className="text-13 text-soft">{t('outbox.empty')}</p>}
      <ul className="divide-y divide-line">
        {entries.map((entry) => (
          <OutboxEntry key={entry.id} entry={entry} onClose={onClose} />
        ))}
      </ul>
    </Dialog>
  )
}

function OutboxEntry({
  entry,
  onClose,
}: {
  readonly entry: Waiting
  readonly onClose: () => void
}) {
  const t = useT()
  const router = useRouter()
  const { refused, label, page, id } = entry
  const open = () => {
    onClose()
    router.history.push(`${page}?again=${id}`)
  }
  return (
    <li className="flex flex-col gap-2 py-3">
      <p className="text-14 font-medium">{label}</p>
      <p className={refused ? 'text-13 text-act' : 'text-13 text-soft'}>
        {refused
          ? (textOfCode(`refusals.${refused.code}`, refused.details) ??
            t('refusals.internal_error'))
          : t('outbox.waitingOne')}
      </p>
      {refused && <p className="text-13 text-soft">{t('outbox.whatNow')}</p>}
      <div className="flex gap-2">
        <Button onClick={open}>{t(refused ? 'outbox.writeAgain' : 'outbox.change')}</Button>
        <Button variant="quiet" onClick={() => void takeBack(id)}>
          {t('outbox.drop')}
        </Button>
      </div>
    </li>
  )
}
