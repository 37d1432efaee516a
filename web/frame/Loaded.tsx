import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { RefusedError } from '../api/call.ts'
import { referenceOf, sentenceOf } from '../api/sentence.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { NoPermission } from '../ui/NoPermission.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'

type LoadedProps<Data> = {
  readonly query: UseQueryResult<Data>
  /** How much room is kept for what comes. */
  readonly rows?: number
  readonly children: (data: Data) => ReactNode
}

/** What was asked for, once it is here; before that its place, and otherwise why not. */
export function Loaded<Data>({ query, rows = 6, children }: LoadedProps<Data>) {
  const { data, error, refetch } = query
  if (data !== undefined) return children(data)
  if (error instanceof RefusedError && error.status === 403) return <NoPermission />
  if (error) {
    const retry = () => void refetch()
    return <ErrorState reason={sentenceOf(error)} reference={referenceOf(error)} onRetry={retry} />
  }
  return <SkeletonRows count={rows} />
}
