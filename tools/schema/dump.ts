import type { Catalogue, Column, Table } from './catalogue.ts'

/** The whole schema as SQL to read and compare: the same text on every PostgreSQL from 15 on. */
export function dumpOf({ preparations, tables, statements }: Catalogue): string {
  const blocks = [
    '-- Made from the migrations. Do not edit: npm run schema.',
    ...preparations,
    ...tables.map(tableText),
    ...statements.map((statement) => statement.trimEnd()),
  ]
  return `${blocks.join('\n\n')}\n`
}

function tableText(table: Table): string {
  const { name, options, columns, constraints, statements } = table
  const lines = [
    ...columns.map(columnText),
    ...constraints.map((constraint) => `constraint ${constraint.name} ${constraint.definition}`),
  ]
  const body = lines.map((line) => `  ${line}`).join(',\n')
  const security = [
    table.hasRowSecurity ? `alter table ${name} enable row level security;` : '',
    table.isRowSecurityForced ? `alter table ${name} force row level security;` : '',
  ]
  const create = `create${table.isUnlogged ? ' unlogged' : ''} table ${name} (\n${body}\n)${options ? ` with (${options})` : ''};`
  return [create, ...statements, ...security].filter(Boolean).join('\n')
}

function columnText({ name, type, isNullable, fallback, isGenerated }: Column): string {
  const origin = isGenerated ? ` generated always as (${fallback})` : ` default ${fallback}`
  return `${name} ${type}${isNullable ? '' : ' not null'}${fallback === null ? '' : origin}`
}
