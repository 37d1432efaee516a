import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { disputeSearch, disputesOf } from '../../features/collecting/lists/disputes.ts'
import { frameRoute } from '../root.ts'

export const disputesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/disputes',
  validateSearch: disputeSearch,
  loaderDeps: ({ search: { show = 'open' } }) => ({ show }),
  loader: ({ context: { client }, deps: { show } }) => {
    void client.prefetchInfiniteQuery(disputesOf(show))
  },
  component: lazyRouteComponent(() => import('./DisputesPage.tsx'), 'DisputesPage'),
})
