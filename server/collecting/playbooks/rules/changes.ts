import type { PlaybookContent, Step } from './content.ts'

/** What is different in a version, without the values: the contents of both have them. */
export type PlaybookChange = {
  readonly kind: 'step_added' | 'step_removed' | 'step_changed' | 'setting_changed'
  /** Null for a setting of the whole playbook. */
  readonly stepKey: string | null
  readonly name: string | null
  /** The fields of the step, or of the playbook; conditions of its segment as 'segment.countries'. */
  readonly fields: readonly string[]
}

/** What changed from one content to the next, the playbook's settings first, then its steps in order. */
export function changesBetween(before: PlaybookContent, after: PlaybookContent): PlaybookChange[] {
  const { steps: oldSteps, segment: oldSegment, ...oldSettings } = before
  const { steps: newSteps, segment: newSegment, ...newSettings } = after
  const fields = [
    ...differing(oldSegment, newSegment).map((name) => `segment.${name}`),
    ...differing(oldSettings, newSettings),
  ]
  const settings: PlaybookChange[] =
    fields.length === 0 ? [] : [{ kind: 'setting_changed', stepKey: null, name: null, fields }]
  const old = new Map(oldSteps.map((step) => [step.key, step]))
  const kept = new Set(newSteps.map(({ key }) => key))
  return [
    ...settings,
    ...newSteps.flatMap((step) => changeOfStep(old.get(step.key), step)),
    ...oldSteps
      .filter(({ key }) => !kept.has(key))
      .map(({ key, name }) => ({ kind: 'step_removed' as const, stepKey: key, name, fields: [] })),
  ]
}

function changeOfStep(before: Step | undefined, step: Step): PlaybookChange[] {
  const { key: stepKey, name } = step
  if (!before) return [{ kind: 'step_added', stepKey, name, fields: [] }]
  const fields = differing(before, step)
  return fields.length === 0 ? [] : [{ kind: 'step_changed', stepKey, name, fields }]
}

function differing(before: object, after: object): string[] {
  const old = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after)
    .filter(([name, value]) => JSON.stringify(old.get(name)) !== JSON.stringify(value))
    .map(([name]) => name)
}
