import { getRouteApi } from '@tanstack/react-router'

import { Doorway } from '../../features/access/Doorway.tsx'
import { SignInForm } from '../../features/access/SignInForm.tsx'
import { useDoorTitle } from '../../features/access/use-door-title.ts'
import { useT } from '../../language/texts.ts'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const t = useT()
  const { next } = route.useSearch()
  useDoorTitle(t('access.signIn.title'))
  return (
    <Doorway title={t('access.signIn.title')} text={t('access.signIn.tagline')}>
      <SignInForm next={next} />
    </Doorway>
  )
}
