import type { ComponentType } from 'react'

import { Commitments } from '../../collecting/commitments/Commitments.tsx'
import { Disputes } from '../../collecting/commitments/Disputes.tsx'
import { Timeline } from '../../collecting/timeline/Timeline.tsx'
import type { Customer } from '../customers/customers.ts'
import { Contacts } from './contacts/Contacts.tsx'
import { Documents } from './documents/Documents.tsx'
import { Items } from './items/Items.tsx'
import type { CustomerTab } from './tabs.ts'
import { Terms } from './terms/Terms.tsx'

type CustomerTabBodyProps = { readonly tab: CustomerTab; readonly customer: Customer }

const BODIES: Readonly<Record<CustomerTab, ComponentType<{ readonly customer: Customer }>>> = {
  timeline: ({ customer }) => <Timeline customerId={customer.id} />,
  items: ({ customer }) => <Items customerId={customer.id} />,
  commitments: ({ customer }) => <Commitments customerId={customer.id} />,
  disputes: ({ customer }) => <Disputes customerId={customer.id} />,
  documents: ({ customer }) => <Documents customerId={customer.id} />,
  contacts: ({ customer }) => <Contacts customerId={customer.id} />,
  terms: Terms,
}

export function CustomerTabBody({ tab, customer }: CustomerTabBodyProps) {
  const Body = BODIES[tab]
  return <Body customer={customer} />
}
