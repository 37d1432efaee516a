import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { customersOf, facets, totalsOf } from '../../features/ledger/customers/customers.ts'
import { customersSearch } from '../../features/ledger/customers/search.ts'
import { frameRoute } from '../root.ts'

export const customersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/customers',
  validateSearch: customersSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { client }, deps }) => {
    void client.prefetchInfiniteQuery(customersOf(deps))
    void client.prefetchQuery(totalsOf(deps))
    void client.prefetchQuery(facets)
  },
  component: lazyRouteComponent(() => import('./CustomersPage.tsx'), 'CustomersPage'),
})
