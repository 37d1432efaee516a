import { getRouteApi } from '@tanstack/react-router'

import { Mailbox } from '../../features/talking/mailbox/Mailbox.tsx'

const route = getRouteApi('/frame/settings/mailbox')

export function MailboxPage() {
  const { mail } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Mailbox
      mailId={mail}
      onOpen={(next) => void navigate({ search: next === undefined ? {} : { mail: next } })}
    />
  )
}
