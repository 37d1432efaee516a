import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'

import { me, type Me } from '../../api/session.ts'
import { speak } from '../../language/texts.ts'
import { forgetPerson } from '../../offline/offline.ts'

/** Goes in as somebody: in their language, to where they wanted to go. */
export function useEnter() {
  const client = useQueryClient()
  const router = useRouter()
  return async (who: Me, to = '/today') => {
    await forgetPerson()
    client.clear()
    client.setQueryData(me.queryKey, who)
    await speak(who.person.language)
    router.history.push(to)
  }
}
