export type ImportState =
  | 'reading'
  | 'to_map'
  | 'comparing'
  | 'to_apply'
  | 'applying'
  | 'applied'
  | 'to_match'
  | 'refused'
  | 'failed'
  | 'cancelled'

type Standing = {
  readonly state: ImportState
  readonly errors: number
  readonly hasMapping: boolean
}

const RUNNING: ReadonlySet<ImportState> = new Set(['reading', 'comparing', 'applying'])

export function isRunning(state: ImportState): boolean {
  return RUNNING.has(state)
}

/** Why the mapping or a line cannot be changed now, or null when it can. */
export function refusalOfChange({ state }: Pick<Standing, 'state'>): string | null {
  if (state === 'applied') return 'import_already_applied'
  if (state === 'applying') return 'import_is_running'
  return state === 'to_map' || state === 'to_apply' || state === 'comparing' || state === 'failed'
    ? null
    : 'import_not_ready'
}

/** Why the file cannot be taken into the ledger now; rejected rows are left out only on purpose. */
export function refusalOfApplying(standing: Standing, goodRows: boolean): string | null {
  const { state, errors, hasMapping } = standing
  if (state === 'applied') return 'import_already_applied'
  if (isRunning(state)) return 'import_is_running'
  const mayStart = state === 'to_apply' || (state === 'failed' && hasMapping)
  if (!mayStart) return 'import_not_ready'
  return errors > 0 && !goodRows ? 'import_has_errors' : null
}

export function refusalOfCancelling({ state }: Pick<Standing, 'state'>): string | null {
  return state === 'applied' ? 'import_already_applied' : null
}
