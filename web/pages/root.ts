import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'

import { RefusedError } from '../api/call.ts'
import { isMember, me } from '../api/session.ts'
import { currentLanguage, speak, speakWholly } from '../language/texts.ts'
import { NotFound } from './NotFound.tsx'
import { Root } from './Root.tsx'

export const rootRoute = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Root,
  notFoundComponent: NotFound,
})

/** The page whose texts come first; the others fetch theirs. */
const FIRST_PAGE = /^\/today\/?$/

/** Everything behind the sign-in: it needs a person in an organisation. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  beforeLoad: async ({ context: { client }, location }) => {
    const who = await client.ensureQueryData(me).catch((error: unknown) => {
      if (error instanceof RefusedError && error.status === 401) return null
      throw error
    })
    if (!who) throw redirect({ to: '/sign-in', search: { next: location.href } })
    if (!isMember(who)) throw redirect({ to: '/organisation' })
    if (who.person.language !== currentLanguage()) await speak(who.person.language)
    if (!FIRST_PAGE.test(location.pathname)) await speakWholly()
  },
  component: lazyRouteComponent(() => import('../frame/Frame.tsx'), 'Frame'),
})

/** An address that no page has: said within the frame, in the language of whoever is signed in. */
export const nowhereRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '$',
  component: NotFound,
})
