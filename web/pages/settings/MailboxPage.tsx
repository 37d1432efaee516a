import { Mailbox } from '../../features/talking/mailbox/Mailbox.tsx'
import { mailboxRoute } from './route.ts'

export function MailboxPage() {
  const { mail } = mailboxRoute.useSearch()
  const navigate = mailboxRoute.useNavigate()
  return (
    <Mailbox
      mailId={mail}
      onOpen={(next) => void navigate({ search: next === undefined ? {} : { mail: next } })}
    />
  )
}
