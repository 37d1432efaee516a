import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { teamOf } from '../../features/insight/team/team.ts'
import { frameRoute } from '../root.ts'

export const teamRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/team',
  loader: ({ context: { client } }) => {
    void client.prefetchQuery(teamOf)
  },
  component: lazyRouteComponent(() => import('./TeamPage.tsx'), 'TeamPage'),
})
