import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { listEntries } from '#contract/collecting/runs'

import { asking } from '../../../api/query.ts'
import { textOfCode } from '../../../language/texts.ts'
import type { Group } from './run.ts'

/** What a group of a run is called: its step as the playbook calls it, otherwise why. */
export function nameOfGroup(
  { decision, key }: Pick<Group, 'decision' | 'key'>,
  stepNames: ReadonlyMap<string, string>,
): string | null | undefined {
  if (decision === 'decision_needed') return textOfCode('gate.ladder_exhausted', {})
  return decision === 'held' ? textOfCode(`gate.${key}`, {}) : stepNames.get(key)
}

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
