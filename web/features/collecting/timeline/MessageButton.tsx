import { Eye } from 'lucide-react'
import { Suspense, useState } from 'react'

import { later } from '../../../api/later.ts'
import { may, useMember } from '../../../api/session.ts'
import { useT, withWholeTexts } from '../../../language/texts.ts'
import { IconButton } from '../../../ui/IconButton.tsx'

const MessageSheet = later(async () => ({
  default: (await withWholeTexts(import('../messages/MessageSheet.tsx'))).MessageSheet,
}))

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
      {isOpen && (
        <Suspense>
          <MessageSheet messageId={messageId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
