import { useState } from 'react'

import type { getMessage } from '#contract/collecting/messages'

import type { ReplyOf } from '../../../api/call.ts'
import { may, useMember } from '../../../api/session.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { CopyDialog } from './CopyDialog.tsx'

type Message = Pick<ReplyOf<typeof getMessage>, 'id' | 'state' | 'channel' | 'copy'>

type CopyButtonProps = { readonly message: Message; readonly onSent: () => void }

/** Once more to somebody who asks: for what has left by email and is no copy itself. */
export function CopyButton({ message, onSent }: CopyButtonProps) {
  const t = useT()
  const member = useMember()
  const [isOpen, setOpen] = useState(false)
  const hasLeft = message.state === 'accepted' || message.state === 'delivered'
  if (!hasLeft || message.channel !== 'email' || message.copy !== null) return null
  return (
    <div>
      <Button
        whyNot={may(member, 'messages.decide') ? undefined : t('desk.whyNot.role')}
        onClick={() => setOpen(true)}
      >
        {t('copies.do')}
      </Button>
      {isOpen && (
        <CopyDialog messageId={message.id} onSent={onSent} onClose={() => setOpen(false)} />
      )}
    </div>
  )
}
