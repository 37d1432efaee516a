import { getRouteApi } from '@tanstack/react-router'

import { Doorway } from '../../features/access/Doorway.tsx'
import { PasswordForm } from '../../features/access/PasswordForm.tsx'
import { useDoorTitle } from '../../features/access/use-door-title.ts'
import { useT } from '../../language/texts.ts'

const route = getRouteApi('/password/$token')

export function PasswordPage() {
  const t = useT()
  const { token } = route.useParams()
  const { name, email } = route.useLoaderData()
  useDoorTitle(t('access.passwordLink.title'))
  return (
    <Doorway
      title={t('access.passwordLink.title')}
      text={t('access.passwordLink.text', { name, email })}
    >
      <PasswordForm token={token} email={email} />
    </Doorway>
  )
}
