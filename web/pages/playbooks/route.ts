import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { frameRoute } from '../root.ts'

export const playbooksRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/playbooks',
  loader: async ({ context: { client } }) => {
    const { playbooks } = await import('../../features/collecting/playbooks/playbooks.ts')
    void client.prefetchQuery(playbooks)
  },
  component: lazyRouteComponent(() => import('./PlaybooksPage.tsx'), 'PlaybooksPage'),
})

export const playbookRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/playbooks/$playbookId',
  loader: async ({ context: { client }, params }) => {
    const { playbookOf } = await import('../../features/collecting/playbooks/playbooks.ts')
    const { templates } = await import('../../features/talking/templates/templates.ts')
    void client.prefetchQuery(playbookOf(params.playbookId))
    void client.prefetchQuery(templates)
  },
  component: lazyRouteComponent(() => import('./PlaybookPage.tsx'), 'PlaybookPage'),
})
