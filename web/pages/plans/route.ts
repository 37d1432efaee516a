import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { planSearch, plansOfTab } from '../../features/collecting/lists/plans.ts'
import { frameRoute } from '../root.ts'

export const plansRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/plans',
  validateSearch: planSearch,
  loaderDeps: ({ search: { show = 'agreed' } }) => ({ show }),
  loader: ({ context: { client }, deps: { show } }) => {
    void client.prefetchInfiniteQuery(plansOfTab(show))
  },
  component: lazyRouteComponent(() => import('./PlansPage.tsx'), 'PlansPage'),
})
