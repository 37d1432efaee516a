import { engineOf, parse } from './engine.ts'
import { exampleSnapshot, exampleExtra, sparseSnapshot } from './example.ts'
import { finding, findingOfError, nearestVariable, type TemplateFinding } from './findings.ts'
import { renderText, type Text } from './render.ts'
import type { MessageExtra } from './scope.ts'
import { type Need, VARIABLES } from './variables.ts'

const LONGEST_SUBJECT = 1_000
const LONGEST_BODY = 50_000

/** Everything wrong with a text; none means that it can be saved and reach customers. */
export function findingsOf(text: Text, language: string, tone: string): TemplateFinding[] {
  const apparent = [...apparentFindings(text), ...partsFindings(text, language)]
  if (apparent.length > 0) return apparent
  const trials = [exampleSnapshot(language), sparseSnapshot(language)].flatMap((snapshot) => {
    const rendered = renderText(text, { language, snapshot, extra: exampleExtra() })
    return rendered.kind === 'held' ? rendered.findings : []
  })
  const lacksNextStep = tone === 'final' && !needsOfText(text, language).includes('next_step')
  return [
    ...distinct(trials),
    ...(lacksNextStep ? [finding('body', 'final_without_next_step', 'next_step')] : []),
  ]
}

/** What a text cannot be sent without, beyond the account's figures. */
export function needsOfText(text: Text, language: string): Need[] {
  const extra = exampleExtra()
  const without: Readonly<Record<Need, MessageExtra>> = {
    next_step: dropped(extra, 'nextStep'),
    payment: dropped(extra, 'payment'),
    personal_note: dropped(extra, 'personalNote'),
    instalment: dropped(extra, 'instalment'),
    acceleration: dropped(extra, 'acceleration'),
  }
  const needs: Need[] = ['next_step', 'payment', 'personal_note', 'instalment', 'acceleration']
  const snapshot = exampleSnapshot(language)
  return needs.filter(
    (need) => renderText(text, { language, snapshot, extra: without[need] }).kind === 'held',
  )
}

function dropped(extra: MessageExtra, field: keyof MessageExtra): MessageExtra {
  return Object.fromEntries(Object.entries(extra).filter(([name]) => name !== field))
}

function apparentFindings({ subject, body }: Text): TemplateFinding[] {
  const found: TemplateFinding[] = []
  if (subject.trim() === '') found.push(finding('subject', 'empty'))
  if (body.trim() === '') found.push(finding('body', 'empty'))
  if (/[\r\n]/.test(subject.trim())) found.push(finding('subject', 'subject_of_one_line'))
  if (subject.length > LONGEST_SUBJECT) found.push(finding('subject', 'too_long'))
  if (body.length > LONGEST_BODY) found.push(finding('body', 'too_long'))
  return found
}

function partsFindings(text: Text, language: string): TemplateFinding[] {
  return (['subject', 'body'] as const).flatMap((part) => {
    try {
      parse(language, text[part])
    } catch (error) {
      return [findingOfError(part, error)]
    }
    return unknownVariables(part, text[part], language)
  })
}

/** Names that are not documented, in every branch, whether an example happens to reach it or not. */
function unknownVariables(
  part: 'subject' | 'body',
  text: string,
  language: string,
): TemplateFinding[] {
  const { variables, globals } = engineOf(language).analyzeSync(parse(language, text))
  const isGlobal = new Set(Object.values(globals).flat().map(placeOf))
  return Object.values(variables)
    .flat()
    .filter((variable) => {
      const path = pathOf(variable.toArray())
      return !(isGlobal.has(placeOf(variable)) ? isDocumented(path) : isPartOfSomething(path))
    })
    .map((variable) => {
      const name = variable.toString()
      const { row: line, col: column } = variable.location
      return finding(part, 'unknown_variable', name, {
        line,
        column,
        suggestion: nearestVariable(name),
      })
    })
}

function placeOf({ location }: { location: { row: number; col: number } }): string {
  return `${location.row}:${location.col}`
}

const NAMES = new Set(VARIABLES.map(({ name }) => name))
const LOOP_FIELDS = new Set(['index', 'index0', 'rindex', 'rindex0', 'first', 'last', 'length'])

/** ['currencies', 0, 'items', 'first'] → 'currencies[].items[]' */
function pathOf(segments: readonly unknown[]): string {
  return segments
    .map((segment, index) => {
      if (typeof segment === 'number' || Array.isArray(segment)) return '[]'
      if (segment === 'first' || segment === 'last') return '[]'
      return index === 0 ? String(segment) : `.${String(segment)}`
    })
    .join('')
}

function isDocumented(path: string): boolean {
  return NAMES.has(path.replace(/\.size$/, '').replace(/\[\]$/, ''))
}

/** A loop's or an assignment's own name: what follows it must be a field of some list's elements. */
function isPartOfSomething(path: string): boolean {
  const [name, ...fields] = path.split('.')
  const rest = fields.join('.').replace(/\.?size$/, '')
  if (rest === '') return true
  if (name === 'forloop') return LOOP_FIELDS.has(rest) || rest === '[]'
  return [...NAMES].some((known) => known.endsWith(`[].${rest}`))
}

function distinct(findings: readonly TemplateFinding[]): TemplateFinding[] {
  return [...new Map(findings.map((found) => [JSON.stringify(found), found])).values()]
}
