import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { causesSearch } from '../../features/insight/causes/causes.ts'
import {
  ageingOf,
  expectedOf,
  figuresOf,
  insightSearch,
  sellersOf,
  topDebtorsOf,
  trendOf,
} from '../../features/insight/insight.ts'
import { rowsSearch } from '../../features/insight/rows/address.ts'
import { companies } from '../../features/ledger/companies/companies.ts'
import { frameRoute } from '../root.ts'

export const insightRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/insight',
  validateSearch: insightSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { client }, deps }) => {
    void client.prefetchQuery(companies)
    void client.prefetchQuery(figuresOf(deps))
    void client.prefetchQuery(ageingOf(deps))
    void client.prefetchQuery(trendOf(deps))
    void client.prefetchQuery(expectedOf(deps))
    void client.prefetchQuery(topDebtorsOf(deps))
    void client.prefetchQuery(sellersOf(deps))
  },
  component: lazyRouteComponent(() => import('./InsightPage.tsx'), 'InsightPage'),
})

export const causesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/insight/causes',
  validateSearch: causesSearch,
  loader: ({ context: { client } }) => {
    void client.prefetchQuery(companies)
  },
  component: lazyRouteComponent(() => import('./CausesPage.tsx'), 'CausesPage'),
})

export const insightRowsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/insight/rows',
  validateSearch: rowsSearch,
  component: lazyRouteComponent(() => import('./RowsPage.tsx'), 'RowsPage'),
})
