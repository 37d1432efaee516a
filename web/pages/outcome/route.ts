import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { formOf, outcomeSearch } from '../../features/collecting/outcome/form.ts'
import { frameRoute } from '../root.ts'

export const outcomeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/customers/$customerId/outcome',
  validateSearch: outcomeSearch,
  loader: ({ context: { client }, params: { customerId } }) =>
    client.ensureQueryData(formOf(customerId)).then(() => undefined),
  component: lazyRouteComponent(() => import('./OutcomePage.tsx'), 'OutcomePage'),
})
