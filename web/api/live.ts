import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { live } from '#contract/access'

import { addressOf } from './call.ts'

/** Changes come in bursts (a run sends hundreds of messages): a burst is answered once. */
const GATHER_MILLISECONDS = 1000

/** Asks again for what is on the page whenever the server says that something changed. */
export function useLiveUpdates(): void {
  const client = useQueryClient()
  useEffect(() => {
    const source = new EventSource(addressOf(live))
    let customers = new Set<string | null>()
    let timer: ReturnType<typeof setTimeout> | undefined
    source.addEventListener('change', (event: MessageEvent<string>) => {
      const change = changeOf(event.data)
      if (change.isOnlyRead) return
      customers.add(change.customerId)
      timer ??= setTimeout(() => {
        refresh(client, customers)
        customers = new Set()
        timer = undefined
      }, GATHER_MILLISECONDS)
    })
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [client])
}

/** Looking at personal data is noted, too, but changes nothing that could be shown. */
const READS = /\.(revealed|viewed)$/

type Change = { readonly customerId: string | null; readonly isOnlyRead: boolean }

export function changeOf(data: string): Change {
  const change: unknown = JSON.parse(data)
  if (typeof change !== 'object' || change === null) return { customerId: null, isOnlyRead: false }
  const names = 'names' in change && Array.isArray(change.names) ? change.names : []
  const isOnlyRead = names.length > 0 && names.every((name) => READS.test(String(name)))
  const hasCustomer = 'customerId' in change && typeof change.customerId === 'string'
  return { customerId: hasCustomer ? String(change.customerId) : null, isOnlyRead }
}

/** What is in sight is fetched now, the rest when it is looked at again; other customers' pages stay. */
function refresh(client: QueryClient, customers: ReadonlySet<string | null>): void {
  void client.invalidateQueries({
    refetchType: 'active',
    predicate: ({ queryKey }) => isConcerned(queryKey[1], customers),
  })
}

/** Whether a query with this input can show something else after a change of these customers. */
export function isConcerned(input: unknown, customers: ReadonlySet<string | null>): boolean {
  const asked = JSON.stringify(input ?? null)
  const of = /"customerId":"([^"]+)"/.exec(asked)?.[1]
  return of === undefined || customers.has(null) || customers.has(of)
}
