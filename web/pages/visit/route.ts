import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { visitBriefOf } from '../../features/collecting/visit/visit.ts'
import { frameRoute } from '../root.ts'

export const visitRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/customers/$customerId/brief',
  loader: ({ context: { client }, params: { customerId } }) =>
    client.ensureQueryData(visitBriefOf(customerId)).then(() => undefined),
  component: lazyRouteComponent(() => import('./VisitPage.tsx'), 'VisitPage'),
})
