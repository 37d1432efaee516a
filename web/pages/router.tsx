import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'

import { approvalsRoute } from './approvals/route.ts'
import { customerRoute } from './customer/route.ts'
import { customersRoute } from './customers/route.ts'
import { disputeRoute, disputesRoute } from './disputes/route.ts'
import { importRoute, importsRoute } from './import/route.ts'
import { causesRoute, insightRoute, insightRowsRoute } from './insight/route.ts'
import { organisationRoute } from './organisation/route.ts'
import { outcomeRoute } from './outcome/route.ts'
import { PageError } from './PageError.tsx'
import { PagePending } from './PagePending.tsx'
import { passwordRoute } from './password/route.ts'
import { plansRoute } from './plans/route.ts'
import { playbookRoute, playbooksRoute } from './playbooks/route.ts'
import { promisesRoute } from './promises/route.ts'
import { makeRecordRoute, recordRoute } from './records/route.ts'
import { frameRoute, nowhereRoute, rootRoute } from './root.ts'
import { oneRunRoute, runRoute } from './run/route.ts'
import { settingsRoutes } from './settings/route.ts'
import { signInRoute } from './sign-in/route.ts'
import { startRoute } from './start/route.ts'
import { teamRoute } from './team/route.ts'
import { todayRoute } from './today/route.ts'
import { visitRoute } from './visit/route.ts'

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/today' })
  },
})

/** Every part of the kit in every state, for those who build; not part of the product. */
const kitRoutes = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => rootRoute,
        path: '/kit',
        component: lazyRouteComponent(() => import('./kit/KitPage.tsx'), 'KitPage'),
      }),
    ]
  : []

const routes = rootRoute.addChildren([
  homeRoute,
  signInRoute,
  startRoute,
  organisationRoute,
  passwordRoute,
  frameRoute.addChildren([
    todayRoute,
    customersRoute,
    customerRoute,
    outcomeRoute,
    visitRoute,
    makeRecordRoute,
    recordRoute,
    promisesRoute,
    plansRoute,
    approvalsRoute,
    disputesRoute,
    disputeRoute,
    runRoute,
    oneRunRoute,
    importsRoute,
    importRoute,
    insightRoute,
    insightRowsRoute,
    causesRoute,
    teamRoute,
    playbooksRoute,
    playbookRoute,
    settingsRoutes,
    nowhereRoute,
  ]),
  ...kitRoutes,
])

const PENDING_MILLISECONDS = 150

export function newRouter(client: QueryClient) {
  return createRouter({
    routeTree: routes,
    context: { client },
    defaultPreload: 'intent',
    defaultPreloadDelay: 30,
    // Freshness is the query client's business; the router only asks it.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: PENDING_MILLISECONDS,
    defaultPendingMinMs: 0,
    defaultPendingComponent: PagePending,
    defaultErrorComponent: PageError,
    scrollRestoration: false,
    // What no page knows is dropped from its address instead of reaching the page unchecked.
    search: { strict: true },
  })
}

declare module '@tanstack/react-router' {
  // The router is typed by merging into this interface.
  interface Register {
    readonly router: ReturnType<typeof newRouter>
  }
}
