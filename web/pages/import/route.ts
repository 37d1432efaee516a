import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { frameRoute } from '../root.ts'

export const importsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/import',
  loader: async ({ context: { client } }) => {
    const { entities } = await import('../../features/collecting/run/run.ts')
    const { imports } = await import('../../features/intake/imports.ts')
    void client.prefetchQuery(entities)
    void client.prefetchQuery(imports)
  },
  component: lazyRouteComponent(() => import('./ImportsPage.tsx'), 'ImportsPage'),
})

export const importRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/import/$importId',
  loader: async ({ context: { client }, params }) => {
    const { importOf } = await import('../../features/intake/imports.ts')
    void client.prefetchQuery(importOf(params.importId))
  },
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
})
