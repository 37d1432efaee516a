import type { FastifyInstance } from 'fastify'

import type { Access } from '../http/contract.ts'

type Schema = {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly minimum?: number
  readonly minItems?: number
  readonly minLength?: number
  readonly default?: unknown
}

/** A route of the API as its own description tells it. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly permission: Access
  readonly parameters: readonly string[]
  readonly query: Schema
  readonly body: Schema | null
}

type Operation = {
  readonly 'x-permission': Access
  readonly parameters?: readonly { name: string; in: string; schema: Schema; required?: boolean }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> }
}

/** Every route that the server has. */
export async function routesIn(app: FastifyInstance): Promise<Route[]> {
  await app.ready()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- OpenAPI as our own contracts make it
  const { paths = {} } = app.swagger() as unknown as {
    paths?: Record<string, Record<string, Operation>>
  }
  return Object.entries(paths).flatMap(([url, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const all = operation.parameters ?? []
      const asked = all.filter((one) => one.in === 'query')
      return {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- contracts have these methods only
        method: method.toUpperCase() as Route['method'],
        url: url.replace(/^\/api/, ''),
        permission: operation['x-permission'],
        parameters: all.filter((one) => one.in === 'path').map(({ name }) => name),
        query: {
          type: 'object',
          properties: Object.fromEntries(asked.map(({ name, schema }) => [name, schema])),
          required: asked.filter(({ required }) => required).map(({ name }) => name),
        },
        body: operation.requestBody?.content['application/json']?.schema ?? null,
      }
    }),
  )
}

/** Which id to put where one is asked for: by the name of the field or parameter. */
export type IdFor = (name: string) => string

/** A value that the schema takes, as short as it may be; ids come from `idFor`. */
export function sampleOf(schema: Schema, idFor: IdFor, name = ''): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [branch] = schema.anyOf ?? schema.oneOf ?? []
  if (branch) return sampleOf(branch, idFor, name)
  if (schema.allOf)
    return Object.assign({}, ...schema.allOf.map((one) => sampleOf(one, idFor, name)))
  switch (schema.type) {
    case 'object':
      return sampleObject(schema, idFor)
    case 'array': {
      const isOfIds = schema.items?.format === 'uuid'
      const count = Math.max(schema.minItems ?? 0, isOfIds ? 1 : 0)
      return Array.from({ length: count }, () => sampleOf(schema.items ?? {}, idFor, name))
    }
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1)
    case 'boolean':
      return false
    case 'string':
      return sampleText(schema, idFor, name)
    case undefined:
    default:
      return null
  }
}

/** Required fields, and every field that takes an id: those are what the matrix is about. */
function sampleObject(schema: Schema, idFor: IdFor): Record<string, unknown> {
  const fields = Object.entries(schema.properties ?? {}).filter(
    ([name, field]) => schema.required?.includes(name) || takesId(field),
  )
  return Object.fromEntries(fields.map(([name, field]) => [name, sampleOf(field, idFor, name)]))
}

function takesId(schema: Schema): boolean {
  if (schema.format === 'uuid') return true
  if (schema.items) return takesId(schema.items)
  return (schema.anyOf ?? schema.oneOf ?? []).some(takesId)
}

function wordFor(name: string): string {
  if (/zone/i.test(name)) return 'Europe/Berlin'
  if (name === 'language') return 'en'
  return /^(line|position|revision|version|attempt)$/.test(name) ? '1' : 'sample'
}

const TEXTS: readonly [RegExp, string][] = [
  [/^\^\[0-9a-f\]\{64\}/, '0'.repeat(64)],
  [/^\^\[0-9a-f\]\{64\}/, '0'.repeat(64)],
  [/^\^\[A-Z\]\{3\}/, 'EUR'],
  [/^\^\[A-Z\]\{2\}/, 'DE'],
  [/\[01\]|2\[0-3\]/, '09:00'],
]

function sampleText(schema: Schema, idFor: IdFor, name: string): string {
  if (schema.format === 'uuid') return idFor(name)
  if (schema.format === 'date') return '2026-03-09'
  if (schema.format === 'date-time') return '2026-03-09T08:00:00.000Z'
  if (schema.format === 'email' || /email|address$/i.test(name)) return 'sample@example.test'
  const known = TEXTS.find(([pattern]) => pattern.test(schema.pattern ?? ''))
  if (known) return known[1]
  return wordFor(name).padEnd(schema.minLength ?? 0, 'x')
}

/** The request of a route with these ids: its address with parameters and its body. */
export function requestOf(route: Route, idFor: IdFor): { url: string; body: object | undefined } {
  const path = route.url.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(/id$/i.test(name) ? idFor(name) : wordFor(name)),
  )
  const query = sampleObject(route.query, idFor)
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)]),
  ).toString()
  const sample = route.body ? sampleOf(route.body, idFor) : undefined
  const body = typeof sample === 'object' && sample !== null ? sample : undefined
  return { url: search ? `${path}?${search}` : path, body }
}
