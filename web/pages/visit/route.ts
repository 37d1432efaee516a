import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { formOf } from '../../features/collecting/outcome/form.ts'
import { visitBriefOf } from '../../features/collecting/visit/visit.ts'
import { frameRoute } from '../root.ts'

export const visitRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/customers/$customerId/brief',
  loader: async ({ context: { client }, params: { customerId } }) => {
    // Ready before the visit, for when there is no network after it.
    void client.prefetchQuery(formOf(customerId))
    void import('../outcome/OutcomePage.tsx')
    await client.ensureQueryData(visitBriefOf(customerId))
  },
  component: lazyRouteComponent(() => import('./VisitPage.tsx'), 'VisitPage'),
})
