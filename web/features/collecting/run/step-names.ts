import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { listEntries } from '#contract/collecting/runs'

import { asking } from '../../../api/query.ts'

const none: ReadonlyMap<string, string> = new Map()

/** The names that playbooks gave to the steps of a run, as far as its first entries tell them. */
export function useStepNames(runId: string | undefined): ReadonlyMap<string, string> {
  const { data } = useQuery({
    ...asking(listEntries, { params: { id: runId ?? '' }, query: { limit: 200 } }),
    enabled: runId !== undefined,
  })
  return useMemo(() => {
    if (!data) return none
    return new Map(
      data.rows.flatMap(({ stepKey, stepName }): [string, string][] =>
        stepKey && stepName ? [[stepKey, stepName]] : [],
      ),
    )
  }, [data])
}
