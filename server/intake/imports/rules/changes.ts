import type { Money } from '../../../kernel/money.ts'

export type FieldValue = string | Money | null
export type FieldChange = {
  readonly field: string
  readonly before: FieldValue
  readonly after: FieldValue
}

type Values = Readonly<Record<string, string | number | null | undefined>>

/** The fields that differ, with what they were and become; undefined is not compared. */
export function fieldsChanged(before: Values, after: Values): FieldChange[] {
  return Object.keys(after).flatMap((field) => {
    const [was, is] = [before[field], after[field]]
    if (was === undefined || is === undefined || was === is) return []
    return [{ field, before: textOf(was), after: textOf(is) }]
  })
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value)
}
