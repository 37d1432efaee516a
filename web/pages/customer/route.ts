import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { ballOf } from '../../features/collecting/ball/ball.ts'
import { briefOf } from '../../features/collecting/desk/subject.ts'
import { timelineOf } from '../../features/collecting/timeline/timeline.ts'
import { customerSearch } from '../../features/ledger/customer/tabs.ts'
import { customerOf } from '../../features/ledger/customers/customers.ts'
import { frameRoute } from '../root.ts'

export const customerRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/customers/$customerId',
  validateSearch: customerSearch,
  loader: async ({ context: { client }, params: { customerId } }) => {
    void client.prefetchQuery(briefOf(customerId))
    void client.prefetchQuery(ballOf(customerId))
    void client.prefetchInfiniteQuery(timelineOf(customerId, 'all'))
    await client.ensureQueryData(customerOf(customerId))
  },
  component: lazyRouteComponent(() => import('./CustomerPage.tsx'), 'CustomerPage'),
})
