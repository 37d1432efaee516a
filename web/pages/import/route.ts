import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { entities } from '../../features/collecting/run/run.ts'
import { importOf, imports } from '../../features/intake/imports.ts'
import { frameRoute } from '../root.ts'

export const importsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/import',
  loader: ({ context: { client } }) => {
    void client.prefetchQuery(entities)
    void client.prefetchQuery(imports)
  },
  component: lazyRouteComponent(() => import('./ImportsPage.tsx'), 'ImportsPage'),
})

export const importRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/import/$importId',
  loader: ({ context: { client }, params }) => {
    void client.prefetchQuery(importOf(params.importId))
  },
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
})
