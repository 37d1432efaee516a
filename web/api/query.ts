import {
  infiniteQueryOptions,
  type InfiniteData,
  QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'

import type { Contract } from '#contract/http'

import { call, type InputOf, RefusedError, type ReplyOf } from './call.ts'

const FRESH_MILLISECONDS = 30_000
const KEPT_MILLISECONDS = 15 * 60_000
const RETRIES = 2

/** What was fetched stays for a while: a page seen before opens at once and refreshes behind. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MILLISECONDS,
        gcTime: KEPT_MILLISECONDS,
        // A worker answers for briefs that were opened; the rest is told at once that nobody does.
        networkMode: 'always',
        retry: (failures, error) =>
          !(error instanceof RefusedError) && navigator.onLine && failures < RETRIES,
      },
      mutations: { networkMode: 'always' },
    },
  })
}

export type AskedKey = readonly [url: string, input: unknown]

/** The query of a contract, for loaders and components alike. */
export function asking<C extends Contract>(contract: C, input: InputOf<C>) {
  return queryOptions({
    queryKey: [contract.url, input] as AskedKey,
    queryFn: ({ signal }): Promise<ReplyOf<C>> => call(contract, input, signal),
  })
}

type Paged = { readonly rows: readonly unknown[]; readonly next: string | null }

/** The query of a list that comes in pages. */
export function askingPages<C extends Contract>(
  contract: ReplyOf<C> extends Paged ? C : never,
  input: InputOf<C>,
) {
  return infiniteQueryOptions({
    queryKey: [contract.url, { pages: input }] as AskedKey,
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }): Promise<ReplyOf<C>> =>
      call<C>(contract, Object.assign({}, input, afterCursor(input, pageParam)), signal),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parameter's type says that it is paged
    getNextPageParam: (last: ReplyOf<C>) => (last as Paged).next,
  })
}

/** The part of an input that asks for the page at a cursor. */
function afterCursor(input: unknown, cursor: string | null): object {
  if (cursor === null) return {}
  const hasQuery = typeof input === 'object' && input !== null && 'query' in input
  const query = hasQuery && typeof input.query === 'object' ? input.query : {}
  return { query: { ...query, cursor } }
}

/** The rows of all pages that are here. */
export function rowsOf<Row>(
  data: InfiniteData<{ readonly rows: readonly Row[] }> | undefined,
): Row[] {
  return data?.pages.flatMap(({ rows }) => rows) ?? []
}

/** Asks the server to do something; what is on the page is asked again afterwards. */
export function useDoing<C extends Contract>(contract: C) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: InputOf<C>) => call(contract, input),
    onSuccess: () => client.invalidateQueries(),
  })
}
