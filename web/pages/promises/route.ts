import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { promiseSearch, promisesOf } from '../../features/collecting/lists/promises.ts'
import { frameRoute } from '../root.ts'

export const promisesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/promises',
  validateSearch: promiseSearch,
  loaderDeps: ({ search: { show = 'open' } }) => ({ show }),
  loader: ({ context: { client }, deps: { show } }) => {
    void client.prefetchInfiniteQuery(promisesOf(show))
  },
  component: lazyRouteComponent(() => import('./PromisesPage.tsx'), 'PromisesPage'),
})
