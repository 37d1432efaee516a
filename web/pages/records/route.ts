import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { isMember, may, me } from '../../api/session.ts'
import { customerOf } from '../../features/ledger/customers/customers.ts'
import { frameRoute } from '../root.ts'

type MakeSearch = {
  readonly kind?: 'conversation' | 'acknowledgement'
  /** The record whose place it takes. */
  readonly replaces?: string
}

export const makeRecordRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/customers/$customerId/record',
  validateSearch: ({ kind, replaces }: Readonly<Record<string, unknown>>): MakeSearch => ({
    ...(kind === 'conversation' || kind === 'acknowledgement' ? { kind } : {}),
    ...(typeof replaces === 'string' ? { replaces } : {}),
  }),
  loader: async ({ context: { client }, params: { customerId } }) => {
    const who = await client.ensureQueryData(me)
    if (isMember(who) && may(who, 'records.make')) {
      const { beginningOf } = await import('../../features/collecting/records/records.ts')
      void client.prefetchQuery(beginningOf(customerId))
    }
    await client.ensureQueryData(customerOf(customerId))
  },
  component: lazyRouteComponent(() => import('./MakeRecordPage.tsx'), 'MakeRecordPage'),
})

export const recordRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/records/$recordId',
  loader: async ({ context: { client }, params: { recordId } }) => {
    const { recordOf } = await import('../../features/collecting/records/records.ts')
    void client.prefetchQuery(recordOf(recordId))
  },
  component: lazyRouteComponent(() => import('./RecordPage.tsx'), 'RecordPage'),
})
