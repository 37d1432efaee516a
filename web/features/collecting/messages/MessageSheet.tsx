import { useQuery } from '@tanstack/react-query'
import { Paperclip } from 'lucide-react'

import { getMessage } from '#contract/collecting/messages'

import { asking } from '../../../api/query.ts'
import { useT } from '../../../language/texts.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { CopyButton } from './CopyButton.tsx'
import { UnknownDecision } from './UnknownDecision.tsx'

type MessageSheetProps = { readonly messageId: string; readonly onClose: () => void }

/** A message as it left, what went with it, and what the mail server said. */
export function MessageSheet({ messageId, onClose }: MessageSheetProps) {
  const t = useT()
  const { data } = useQuery(asking(getMessage, { params: { id: messageId } }))
  return (
    <Dialog isSheet isOpen onClose={onClose} title={data?.subject ?? t('ui.loading')}>
      {data ? (
        <div className="flex flex-col gap-4">
          {data.state === 'unknown' && (
            <section className="flex flex-col gap-3 rounded-8 border border-line p-4">
              <h3 className="text-14 font-medium">{t('run.unknown.titleOne')}</h3>
              <p className="text-13 text-soft">{t('run.unknown.text')}</p>
              <UnknownDecision messageId={messageId} />
            </section>
          )}
          {data.copy !== null && <p className="text-13 font-medium">{t('copies.isCopy')}</p>}
          <Facts
            facts={[
              { name: t('customer.message.from'), value: data.senderName ?? '–' },
              {
                name: t('customer.message.to'),
                value: data.recipients.map(({ address }) => address).join(', '),
              },
              ...(data.answer === ''
                ? []
                : [{ name: t('customer.message.answer'), value: data.answer }]),
              ...(data.copy === null ? [] : [{ name: t('copies.asked'), value: data.copy.why }]),
            ]}
          />
          <p className="rounded-8 bg-sunken p-4 text-13 break-words whitespace-pre-wrap">
            {data.text}
          </p>
          <Attachments attachments={data.attachments} />
          <CopyButton message={data} onSent={onClose} />
        </div>
      ) : (
        <Skeleton className="w-full" />
      )}
    </Dialog>
  )
}

type AttachmentsProps = {
  readonly attachments: readonly { readonly name: string; readonly url: string }[]
}

function Attachments({ attachments }: AttachmentsProps) {
  const t = useT()
  if (attachments.length === 0) return null
  return (
    <section className="flex flex-col gap-1">
      <h3 className="text-13 font-medium">{t('customer.message.attachments')}</h3>
      <ul>
        {attachments.map(({ name, url }) => (
          <li key={url}>
            <a
              href={`/api${url}`}
              target="_blank"
              rel="noreferrer"
              className="inline-flex min-h-8 max-w-full items-center gap-2 text-13 font-medium text-brand underline-offset-2 hover:underline pointer-coarse:min-h-11"
            >
              <Paperclip size={16} aria-hidden className="shrink-0" />
              <span className="truncate">{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
