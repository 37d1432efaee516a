import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { isMember, me } from '../../api/session.ts'
import { loadSellerHome, sellerHome } from '../../features/collecting/seller/seller-home.ts'
import { worklistOf, worklistSearch } from '../../features/collecting/worklist/worklist.ts'
import { frameRoute } from '../root.ts'

export const todayRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/today',
  validateSearch: worklistSearch,
  loaderDeps: ({ search: { sort, show, whose } }) => ({
    ...(sort && { sort }),
    ...(show && { show }),
    ...(whose && { whose }),
  }),
  loader: async ({ context: { client }, deps }) => {
    const who = await client.ensureQueryData(me)
    if (!isMember(who)) return
    if (who.seesAllCustomers) await client.prefetchInfiniteQuery(worklistOf(deps, who))
    else await Promise.all([loadSellerHome(), client.ensureQueryData(sellerHome)])
  },
  component: lazyRouteComponent(() => import('./TodayPage.tsx'), 'TodayPage'),
})
