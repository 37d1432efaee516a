import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import type { World } from '../../world.ts'
import { formatsOf } from '../wording/index.ts'
import { needsOfText } from './check.ts'
import { isShipped } from './defaults/index.ts'
import { engineOf, FILTERS } from './engine.ts'
import { exampleExtra, exampleSnapshot } from './example.ts'
import { loadTemplates, needsOf, type Template, type Templates } from './load.ts'
import { scopeOf } from './scope.ts'
import { templateOf } from './templates.ts'
import { MissingValue, written } from './values.ts'
import { VARIABLES, type Variable } from './variables.ts'

type Asker = Pick<Actor, 'organisationId' | 'language'>

export async function listTemplates(world: World, { organisationId, language }: Asker) {
  const templates = await inOrganisation(world.db, organisationId, (tx) =>
    loadTemplates(tx, organisationId, language),
  )
  return { templates: [...templates.values()].map((template) => summaryOf(templates, template)) }
}

export async function readTemplate(world: World, asker: Asker, key: string) {
  const { organisationId, language } = asker
  const template = await inOrganisation(world.db, organisationId, (tx) =>
    templateOf(tx, organisationId, key, language),
  )
  const templates = new Map([[key, template]])
  return {
    ...summaryOf(templates, template),
    texts: template.texts.map((text) => ({ ...text, needs: needsOfText(text, text.language) })),
  }
}

export function summaryOf(templates: Templates, { key, name, tone, texts, archivedAt }: Template) {
  const changes = texts.flatMap(({ writtenAt }) => writtenAt ?? [])
  return {
    key,
    name,
    tone,
    languages: texts.map(({ language }) => language),
    needs: needsOf(templates, key) ?? [],
    changedAt: changes.toSorted((a, b) => (a < b ? 1 : -1))[0] ?? null,
    isArchived: archivedAt !== null,
    isShipped: isShipped(key),
  }
}

/** Everything that a text may name, with what it becomes on the example's account. */
export function listVariables(language: string) {
  const scope = scopeOf(exampleSnapshot(language), language, exampleExtra())
  const engine = engineOf(language)
  return {
    variables: VARIABLES.map((variable) => ({
      ...variable,
      example: exampleOf(variable, scope, language),
    })),
    filters: FILTERS.map(({ name, use }) => ({
      name,
      use,
      example: String(engine.parseAndRenderSync(use, scope)),
    })),
  }
}

function exampleOf({ name, kind }: Variable, scope: object, language: string): string {
  if (kind === 'list' || kind === 'block') return ''
  try {
    const value = name
      .replaceAll('[]', '.0')
      .split('.')
      .reduce<unknown>((found, field) => fieldOf(found, field), scope)
    return written(value, formatsOf(language))
  } catch (error) {
    if (error instanceof MissingValue) return ''
    throw error
  }
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined
}
