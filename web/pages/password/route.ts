import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { getPasswordLink } from '#contract/access'

import { asking } from '../../api/query.ts'
import { rootRoute } from '../root.ts'

export const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password/$token',
  loader: ({ context: { client }, params }) =>
    client.ensureQueryData(asking(getPasswordLink, { params })),
  component: lazyRouteComponent(() => import('./PasswordPage.tsx'), 'PasswordPage'),
})
