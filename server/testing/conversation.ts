import { newId } from '../kernel/ids.ts'
import type { Asker } from './test-app.ts'

type Result = Readonly<Record<string, unknown>> & { readonly kind: string }

/** An outcome as a telephone sends it, with an id of its own. */
export function outcomeOf(result: Result, fields: Readonly<Record<string, unknown>> = {}) {
  return { id: newId(), happenedAt: '2026-12-01T12:00:00.000Z', result, ...fields }
}

/** Sends it as somebody, about a customer. */
export function logged(
  asker: Asker,
  customerId: string,
  result: Result,
  fields: Readonly<Record<string, unknown>> = {},
) {
  return asker.post(`/customers/${customerId}/outcomes`, outcomeOf(result, fields))
}
