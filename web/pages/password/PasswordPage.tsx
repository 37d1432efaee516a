import { Doorway } from '../../features/access/Doorway.tsx'
import { PasswordForm } from '../../features/access/PasswordForm.tsx'
import { useDoorTitle } from '../../features/access/use-door-title.ts'
import { useT } from '../../language/texts.ts'
import { passwordRoute } from './route.ts'

export function PasswordPage() {
  const t = useT()
  const { token } = passwordRoute.useParams()
  const { name, email } = passwordRoute.useLoaderData()
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
