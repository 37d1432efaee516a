import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { isMember, may, me } from '../../api/session.ts'
import { frameRoute } from '../root.ts'

/** What asks for runs comes with the page: nobody needs it on the first one. */
const queries = () => import('../../features/collecting/run/run.ts')

type RunSearch = { readonly entity?: string }

export const runRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/run',
  validateSearch: (search: Readonly<Record<string, unknown>>): RunSearch =>
    typeof search['entity'] === 'string' ? { entity: search['entity'] } : {},
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { client }, deps }) => {
    const who = await client.ensureQueryData(me)
    if (!isMember(who) || !may(who, 'runs.read')) return
    const { entities, runsOf } = await queries()
    const known = await client.ensureQueryData(entities).catch(() => null)
    const entityId = deps.entity ?? known?.entities[0]?.id
    if (entityId) void client.prefetchQuery(runsOf(entityId))
  },
  component: lazyRouteComponent(() => import('./RunPage.tsx'), 'RunPage'),
})

export const oneRunRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/run/$runId',
  loader: async ({ context: { client }, params }) => {
    const { runOf } = await queries()
    void client.prefetchQuery(runOf(params.runId))
  },
  component: lazyRouteComponent(() => import('./OneRunPage.tsx'), 'OneRunPage'),
})
