import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { playbookOf, playbooks } from '../../features/collecting/playbooks/playbooks.ts'
import { templates } from '../../features/talking/templates/templates.ts'
import { frameRoute } from '../root.ts'

export const playbooksRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/playbooks',
  loader: ({ context: { client } }) => {
    void client.prefetchQuery(playbooks)
  },
  component: lazyRouteComponent(() => import('./PlaybooksPage.tsx'), 'PlaybooksPage'),
})

export const playbookRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/playbooks/$playbookId',
  loader: ({ context: { client }, params }) => {
    void client.prefetchQuery(playbookOf(params.playbookId))
    void client.prefetchQuery(templates)
  },
  component: lazyRouteComponent(() => import('./PlaybookPage.tsx'), 'PlaybookPage'),
})
