import type { Catalogue, Column, Table } from './catalogue.ts'

/** The tables as Kysely sees them: camelCase, whole numbers for bigint, days and instants as ours. */
export function typesOf({ tables }: Catalogue): string {
  const bodies = tables.map(tableType)
  const members = tables.map(({ name }) => `  ${camel(name)}: ${pascal(name)}Table`)
  const text = [...bodies, `export type Schema = {\n${members.join('\n')}\n}`].join('\n\n')
  const imports = [
    importOf('kysely', ['ColumnType', 'Generated', 'GeneratedAlways'], text),
    importOf('../kernel/day.ts', ['Day', 'Instant'], text),
  ]
  const head = '// Generated from the migrations. Do not edit: npm run schema.'
  return `${head}\n${[...imports.filter(Boolean), text].join('\n\n')}\n`
}

function importOf(from: string, names: string[], text: string): string {
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(text))
  return used.length > 0 ? `import type { ${used.join(', ')} } from '${from}'` : ''
}

function tableType(table: Table): string {
  const columns = table.columns.map(
    (column) => `  ${camel(column.name)}: ${columnType(table, column)}`,
  )
  return `type ${pascal(table.name)}Table = {\n${columns.join('\n')}\n}`
}

function columnType(table: Table, column: Column): string {
  const value = choicesOf(table, column) ?? valueType(column.type)
  const nullable = column.isNullable && value !== 'unknown' ? `${value} | null` : value
  if (column.isGenerated) return `GeneratedAlways<${nullable}>`
  return column.fallback === null ? nullable : `Generated<${nullable}>`
}

const VALUES: Readonly<Record<string, string>> = {
  bigint: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  date: 'Day',
  'double precision': 'number',
  integer: 'number',
  json: 'unknown',
  jsonb: 'unknown',
  numeric: 'string',
  real: 'number',
  smallint: 'number',
  text: 'string',
  'timestamp with time zone': 'Instant',
  uuid: 'string',
}

function valueType(type: string): string {
  if (type.endsWith('[]')) return `${valueType(type.slice(0, -2))}[]`
  const bare = type.replace(/\(.*\)/, '')
  const value = VALUES[bare]
  if (!value) throw new Error(`tools/schema/types.ts has no TypeScript type for ${type}`)
  return value
}

/** `check (state in ('open', 'kept'))` is the union 'open' | 'kept'. */
function choicesOf(table: Table, column: Column): string | null {
  if (column.type !== 'text') return null
  const name = column.name.replaceAll('"', '')
  const list = new RegExp(
    `^CHECK \\(\\((?:\\(${name} IS NULL\\) OR \\()?${name} = ANY \\(ARRAY\\[(.*)\\]\\)\\)?\\)\\)$`,
  )
  for (const constraint of table.constraints) {
    const match = list.exec(constraint.definition)
    if (match?.[1]) return match[1].replaceAll('::text', '').split(', ').join(' | ')
  }
  return null
}

function camel(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function pascal(name: string): string {
  const text = camel(name)
  return text.charAt(0).toUpperCase() + text.slice(1)
}
