import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { frameRoute } from '../root.ts'

export const teamRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/team',
  loader: async ({ context: { client } }) => {
    const { teamOf } = await import('../../features/insight/team/team.ts')
    void client.prefetchQuery(teamOf)
  },
  component: lazyRouteComponent(() => import('./TeamPage.tsx'), 'TeamPage'),
})
