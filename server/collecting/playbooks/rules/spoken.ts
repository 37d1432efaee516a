import { NAMES } from './names.ts'

const KEYS = new Map(
  Object.values(NAMES).flatMap((names) =>
    Object.entries<string>(names).map(([key, name]) => [name, key] as const),
  ),
)

export type Spoken = (name: string) => string

/** Says a name that came along in a reader's language; what somebody else named stays as it is. */
export function spokenIn(language: string): Spoken {
  const names: Readonly<Record<string, string>> =
    Object.entries(NAMES).find(([code]) => code === language)?.[1] ?? NAMES.en
  return (name) => names[KEYS.get(name) ?? ''] ?? name
}

type Named = { readonly steps: readonly { readonly name: string }[] }

/** A content with its steps named for a reader. */
export function spokenContent<Content extends Named>(content: Content, spoken: Spoken) {
  type Step = Content['steps'][number]
  const steps = content.steps.map((step: Step): Step => ({ ...step, name: spoken(step.name) }))
  return { ...content, steps }
}
