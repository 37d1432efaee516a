import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'

import { changeMe, chooseOrganisation, signOut } from '#contract/access'

import { call } from '../../api/call.ts'
import { me } from '../../api/session.ts'
import { languageNames } from '../../language/names.ts'
import { speak } from '../../language/texts.ts'
import { forgetPerson } from '../../offline/offline.ts'
import { type Language, languages } from '../../ui/format/locale.ts'

export const currentLanguageOptions = languages.map((value) => ({
  value,
  name: languageNames[value],
}))

/** Changes the language of the page at once and of the person for good. */
export function useChooseLanguage() {
  const client = useQueryClient()
  return async (language: Language) => {
    await speak(language)
    localStorage.setItem('goodterms.language', language)
    client.setQueryData(me.queryKey, await call(changeMe, { body: { language } }))
  }
}

export function useSignOut() {
  const client = useQueryClient()
  const router = useRouter()
  return async () => {
    await forgetPerson()
    await call(signOut, {})
    await forgetPerson()
    client.clear()
    await router.navigate({ to: '/sign-in' })
  }
}

/** Moves to another organisation; nothing of the one before stays in memory. */
export function useChooseOrganisation() {
  const client = useQueryClient()
  const router = useRouter()
  return async (organisationId: string) => {
    const moved = await call(chooseOrganisation, { body: { organisationId } })
    await forgetPerson()
    client.clear()
    client.setQueryData(me.queryKey, moved)
    await router.navigate({ to: '/today' })
    await router.invalidate()
  }
}
