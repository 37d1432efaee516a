import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'

import { getSetup } from '#contract/access'

import { asking } from '../../api/query.ts'
import { rootRoute } from '../root.ts'

export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/start',
  loader: async ({ context: { client } }) => {
    const { isNeeded } = await client.ensureQueryData(asking(getSetup, {}))
    if (!isNeeded) throw redirect({ to: '/sign-in' })
  },
  component: lazyRouteComponent(() => import('../../features/access/start/Start.tsx'), 'Start'),
})
