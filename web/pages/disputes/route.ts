import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { disputeSearch, disputesOf } from '../../features/collecting/lists/disputes.ts'
import { frameRoute } from '../root.ts'

export const disputesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/disputes',
  validateSearch: disputeSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { client }, deps }) => {
    void client.prefetchInfiniteQuery(disputesOf(deps))
  },
  component: lazyRouteComponent(() => import('./DisputesPage.tsx'), 'DisputesPage'),
})

export const disputeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/disputes/$disputeId',
  loader: async ({ context: { client }, params: { disputeId } }) => {
    const { disputeOf, questionsOf } =
      await import('../../features/collecting/disputes/disputes.ts')
    void client.prefetchQuery(disputeOf(disputeId))
    void client.prefetchQuery(questionsOf(disputeId))
  },
  component: lazyRouteComponent(() => import('./DisputePage.tsx'), 'DisputePage'),
})
