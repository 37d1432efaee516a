import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'

import { getSetup } from '#contract/access'

import { asking } from '../../api/query.ts'
import { rootRoute } from '../root.ts'

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search): { next?: string } =>
    typeof search['next'] === 'string' && isOwn(search['next']) ? { next: search['next'] } : {},
  loader: async ({ context: { client } }) => {
    // Whoever comes to this page is nobody yet: what waits of others stays sealed.
    void import('../../offline/outbox/outbox.ts').then(({ closeOutbox }) => closeOutbox())
    const { isNeeded } = await client.ensureQueryData(asking(getSetup, {}))
    if (isNeeded) throw redirect({ to: '/start' })
  },
  component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
})

/** Only addresses of this application: a link must not carry somebody elsewhere after signing in. */
export function isOwn(address: string): boolean {
  return /^\/(?![/\\])/.test(address)
}
