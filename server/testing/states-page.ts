import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const PAGE = join(import.meta.dirname, '../../docs/states.md')

/** What a cell of the page says becomes of it: a state, a refusal in backquotes, or '–' for nothing. */
export type Cell = string

export type Machine = {
  readonly states: readonly string[]
  readonly rows: ReadonlyMap<string, { readonly cells: readonly Cell[]; readonly told: string[] }>
}

const split = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

/** The table under a heading of docs/states.md: the page is what the walks of the tests go by. */
export function machineOf(title: string): Machine {
  const [, section = ''] = readFileSync(PAGE, 'utf8').split(`\n## ${title}\n`)
  const [page = ''] = section.split('\n## ')
  const [head = '', , ...lines] = page.split('\n').filter((line) => line.startsWith('|'))
  const [, ...columns] = split(head)
  const rows = lines.map((line) => {
    const [what = '', ...cells] = split(line)
    const told = [...(cells.at(-1) ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '')
    return [what, { cells: cells.slice(0, -1), told }] as const
  })
  return { states: columns.slice(0, -1), rows: new Map(rows) }
}
