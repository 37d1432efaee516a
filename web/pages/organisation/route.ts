import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { me } from '../../api/session.ts'
import { rootRoute } from '../root.ts'

/** For a person who is signed in but in no organisation yet. */
export const organisationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/organisation',
  loader: ({ context: { client } }) => client.ensureQueryData(me),
  component: lazyRouteComponent(
    () => import('../../features/access/ChooseOrganisation.tsx'),
    'ChooseOrganisation',
  ),
})
