import { type ComponentType, Suspense, useEffect } from 'react'

import { later } from '../../../api/later.ts'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { Timeline } from '../../collecting/timeline/Timeline.tsx'
import type { Customer } from '../customers/customers.ts'
import { Items } from './items/Items.tsx'
import type { CustomerTab } from './tabs.ts'

type CustomerTabBodyProps = { readonly tab: CustomerTab; readonly customer: Customer }
type Body = ComponentType<{ readonly customer: Customer }>

/** What is not looked at first comes after the page itself, before anybody has chosen it. */
const LATER = {
  commitments: async (): Promise<{ default: Body }> => {
    const { Commitments } = await import('../../collecting/commitments/Commitments.tsx')
    return {
      default: ({ customer }) => <Commitments customerId={customer.id} name={customer.name} />,
    }
  },
  disputes: async (): Promise<{ default: Body }> => {
    const { Disputes } = await import('../../collecting/commitments/Disputes.tsx')
    return { default: ({ customer }) => <Disputes customerId={customer.id} /> }
  },
  documents: async (): Promise<{ default: Body }> => {
    const { Documents } = await import('./documents/Documents.tsx')
    return { default: ({ customer }) => <Documents customerId={customer.id} /> }
  },
  contacts: async (): Promise<{ default: Body }> => {
    const { Contacts } = await import('./contacts/Contacts.tsx')
    return { default: ({ customer }) => <Contacts customerId={customer.id} /> }
  },
  terms: async (): Promise<{ default: Body }> => ({
    default: (await import('./terms/Terms.tsx')).Terms,
  }),
}

const BODIES: Readonly<Record<CustomerTab, Body>> = {
  timeline: ({ customer }) => <Timeline customerId={customer.id} />,
  items: ({ customer }) => <Items customerId={customer.id} />,
  commitments: later(LATER.commitments),
  disputes: later(LATER.disputes),
  documents: later(LATER.documents),
  contacts: later(LATER.contacts),
  terms: later(LATER.terms),
}

export function CustomerTabBody({ tab, customer }: CustomerTabBodyProps) {
  useEffect(() => {
    // Without a network they come when they are asked for.
    for (const load of Object.values(LATER)) load().catch(() => {})
  }, [])
  const Body = BODIES[tab]
  return (
    <Suspense fallback={<SkeletonRows count={4} />}>
      <Body customer={customer} />
    </Suspense>
  )
}
