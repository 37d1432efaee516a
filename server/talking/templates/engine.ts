import { Liquid, type Template } from 'liquidjs'

import { formatsOf, type DayStyle } from '../wording/index.ts'
import { written } from './values.ts'

/** Tags that decide, repeat or name. Nothing that reads files, other templates or raw text. */
const TAGS = new Set(['if', 'unless', 'case', 'for', 'break', 'continue', 'assign', 'comment'])

const LIMITS = {
  /** Characters of a text. */
  parseLimit: 60_000,
  /** Milliseconds of writing one text; ordinary ones take less than one. */
  renderLimit: 2_000,
  memoryLimit: 2_000_000,
}

/** Documented filters: what each is for, as English sentences for the editor. */
export const FILTERS = [
  { name: 'day', use: "{{ due_on | day: 'short' }}" },
  { name: 'default', use: '{{ recipient.name | default: customer.name }}' },
  { name: 'upcase', use: '{{ customer.name | upcase }}' },
  { name: 'plus', use: '{{ count | plus: 1 }}' },
  { name: 'minus', use: '{{ count | minus: 1 }}' },
  { name: 'size', use: '{{ currencies | size }}' },
] as const

const engines = new Map<string, Liquid>()

/** The Liquid of one language: strict, without the outside world, with limits. */
export function engineOf(language: string): Liquid {
  const known = engines.get(language)
  if (known) return known
  const engine = makeEngine(language)
  engines.set(language, engine)
  return engine
}

function makeEngine(language: string): Liquid {
  const formats = formatsOf(language)
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    ...LIMITS,
    outputEscape: (value: unknown) => written(value, formats),
  })
  for (const tag of Object.keys(engine.tags)) if (!TAGS.has(tag)) delete engine.tags[tag]
  for (const filter of Object.keys(engine.filters)) engine.unregisterFilter(filter)
  engine.registerFilter('day', (value: unknown, style: unknown) =>
    written(value, formats, dayStyleOf(style)),
  )
  engine.registerFilter('default', (value: unknown, other: unknown) =>
    value === null || value === undefined || value === '' || value === false ? other : value,
  )
  engine.registerFilter('upcase', (value: unknown) =>
    written(value, formats).toLocaleUpperCase(language),
  )
  engine.registerFilter('plus', (value: unknown, by: unknown) => Number(value) + Number(by))
  engine.registerFilter('minus', (value: unknown, by: unknown) => Number(value) - Number(by))
  engine.registerFilter('size', (value: unknown) =>
    Array.isArray(value) || typeof value === 'string' ? value.length : 0,
  )
  return engine
}

function dayStyleOf(style: unknown): DayStyle {
  return style === 'short' || style === 'weekday' ? style : 'long'
}

const PARSED_TEXTS = 500
const parsed = new Map<string, Map<string, Template[]>>()

/** Parses a text once; throws Liquid's error when it cannot be. */
export function parse(language: string, text: string): Template[] {
  const ofLanguage = parsed.get(language) ?? new Map<string, Template[]>()
  parsed.set(language, ofLanguage)
  const known = ofLanguage.get(text)
  if (known) return known
  const template = engineOf(language).parse(text)
  if (ofLanguage.size >= PARSED_TEXTS) ofLanguage.clear()
  ofLanguage.set(text, template)
  return template
}

export function write(language: string, text: string, scope: object): string {
  return String(engineOf(language).renderSync(parse(language, text), scope))
}
