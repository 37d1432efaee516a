import { useQuery } from '@tanstack/react-query'
import { Eye, FileText } from 'lucide-react'
import { useState } from 'react'

import { getMessage, messageStatement } from '#contract/collecting/messages'

import { addressOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'
import { may, useMember } from '../../../api/session.ts'
import { useT } from '../../../language/texts.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'

/** Opens a message as it left, with what the mail server said of it. */
export function MessageButton({ messageId }: { readonly messageId: string }) {
  const t = useT()
  const member = useMember()
  const [isOpen, setOpen] = useState(false)
  if (!may(member, 'messages.read')) return null
  return (
    <>
      <IconButton
        label={t('customer.timeline.readMessage')}
        icon={<Eye size={16} />}
        onClick={() => setOpen(true)}
      />
      {isOpen && <MessageSheet messageId={messageId} onClose={() => setOpen(false)} />}
    </>
  )
}

function MessageSheet({
  messageId,
  onClose,
}: {
  readonly messageId: string
  readonly onClose: () => void
}) {
  const t = useT()
  const { data } = useQuery(asking(getMessage, { params: { id: messageId } }))
  return (
    <Dialog isSheet isOpen onClose={onClose} title={data?.subject ?? t('ui.loading')}>
      {data ? (
        <div className="flex flex-col gap-4">
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
            ]}
          />
          <p className="rounded-8 bg-sunken p-4 text-13 break-words whitespace-pre-wrap">
            {data.text}
          </p>
          {data.statementUrl !== null && (
            <a
              href={addressOf(messageStatement, { params: { id: messageId } })}
              target="_blank"
              rel="noreferrer"
              className="inline-flex items-center gap-2 text-13 font-medium text-brand underline-offset-2 hover:underline"
            >
              <FileText size={16} aria-hidden /> {t('customer.message.statement')}
            </a>
          )}
        </div>
      ) : (
        <Skeleton className="w-full" />
      )}
    </Dialog>
  )
}
