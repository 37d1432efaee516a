import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { approvalSearch, approvalsOf } from '../../features/collecting/approvals/approvals.ts'
import { frameRoute } from '../root.ts'

export const approvalsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/approvals',
  validateSearch: approvalSearch,
  loaderDeps: ({ search: { show = 'waiting' } }) => ({ show }),
  loader: ({ context: { client }, deps: { show } }) => {
    void client.prefetchInfiniteQuery(approvalsOf(show))
  },
  component: lazyRouteComponent(() => import('./ApprovalsPage.tsx'), 'ApprovalsPage'),
})
