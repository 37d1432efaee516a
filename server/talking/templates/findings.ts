import { MissingValue } from './values.ts'
import { VARIABLES } from './variables.ts'

export type TemplateFinding = {
  readonly code:
    | 'syntax'
    | 'unknown_variable'
    | 'unknown_filter'
    | 'tag_not_allowed'
    | 'missing_value'
    | 'empty'
    | 'too_long'
    | 'subject_of_one_line'
    | 'too_costly'
    | 'final_without_next_step'
    | 'no_such_template'
  readonly part: 'subject' | 'body'
  readonly line: number | null
  readonly column: number | null
  readonly value: string
  readonly suggestion: string | null
}

type Part = TemplateFinding['part']

export function finding(
  part: Part,
  code: TemplateFinding['code'],
  value = '',
  more: Partial<TemplateFinding> = {},
): TemplateFinding {
  return { code, part, line: null, column: null, value, suggestion: null, ...more }
}

/** What Liquid's error says, in words that an author can act on; anything else is a bug and thrown on. */
export function findingOfError(part: Part, error: unknown): TemplateFinding {
  if (!isLiquidError(error)) throw error
  const [line, column] = error.token?.getPosition?.() ?? [null, null]
  const place = { line, column }
  const { message } = error
  const filter = /undefined filter: ([\w-]+)/.exec(message)?.[1]
  if (filter) return finding(part, 'unknown_filter', filter, place)
  const tag = /tag "([\w-]+)" not found/.exec(message)?.[1]
  if (tag) return finding(part, 'tag_not_allowed', tag, place)
  const variable = /undefined variable: ([^,]+)/.exec(message)?.[1]
  if (variable)
    return finding(part, 'unknown_variable', variable, {
      ...place,
      suggestion: nearestVariable(variable),
    })
  if (error.originalError instanceof MissingValue)
    return finding(part, 'missing_value', error.token?.content?.trim() ?? '', place)
  if (message.includes('limit exceeded')) return finding(part, 'too_costly', '', place)
  return finding(part, 'syntax', message.replace(/, line:.*$/s, ''), place)
}

type LiquidError = {
  readonly message: string
  readonly originalError?: unknown
  readonly token?: { getPosition?: () => [number, number]; content?: string }
}

function isLiquidError(error: unknown): error is LiquidError {
  return (
    error instanceof Error &&
    [
      'TokenizationError',
      'ParseError',
      'RenderError',
      'UndefinedVariableError',
      'AssertionError',
    ].includes(error.name)
  )
}

/** The documented name that is meant by a mistyped one, if one is near. */
export function nearestVariable(name: string): string | null {
  const candidates = VARIABLES.map((variable) => ({
    name: variable.name,
    distance: editDistance(name, variable.name),
  })).toSorted((a, b) => a.distance - b.distance)
  const [best] = candidates
  if (best && best.distance <= Math.max(2, name.length / 4)) return best.name
  const last = name.split('.').at(-1) ?? name
  return VARIABLES.find((variable) => variable.name.split('.').at(-1) === last)?.name ?? null
}

function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [row, letter] of from.split('').entries()) {
    const current = [row + 1]
    for (const [column, other] of to.split('').entries()) {
      const above = previous[column + 1] ?? 0
      const left = current[column] ?? 0
      const diagonal = (previous[column] ?? 0) + (letter === other ? 0 : 1)
      current.push(Math.min(above + 1, left + 1, diagonal))
    }
    previous = current
  }
  return previous.at(-1) ?? 0
}
