import { sql } from 'kysely'

import { REFUSAL_CODES } from '../collecting/desk/contract.ts'
import type { Transaction } from '../database/database.ts'
import { inOrganisation } from '../database/tenancy.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import { machineOf } from './states-page.ts'

/** One thing that is in a state, of a customer of its own. */
export type One = { readonly id: string; readonly customerId: string }

type Answer = { readonly status: number; readonly body: { readonly code?: string } }

export type Action<Subject> = {
  /** The contract that it goes by, where a person does it. */
  readonly by?: string
  /** What has to be there before; it is no part of what is looked at. */
  readonly prepare?: (one: Subject) => Promise<string>
  readonly act: (one: Subject, prepared: string) => Promise<unknown>
}

export type Walk<Subject extends One> = {
  readonly world: Pick<World, 'db' | 'ownerUrl'>
  readonly organisation: string
  /** The heading of its table in docs/states.md. */
  readonly title: string
  /** The table whose row is held while two meet; the customer's, where nothing else is written over. */
  readonly table: string
  /** The beginnings of the names of its events. */
  readonly subjects: readonly string[]
  /** How something comes to be in a state. */
  readonly reach: Readonly<Record<string, () => Promise<Subject>>>
  readonly actions: Readonly<Record<string, Action<Subject>>>
  readonly stateOf: (one: Subject) => Promise<string>
}

/**
 * Does everything in every state and gives what is not as docs/states.md says, cell by cell, with the
 * events that were told; and what only the page or only the test knows. What is refused or changes nothing leaves every row of the customer as it was.
 */
export async function walk<Subject extends One>(doing: Walk<Subject>) {
  const { states, rows } = machineOf(doing.title)
  const wrong = [
    ...unlike(Object.keys(doing.reach), states),
    ...unlike(Object.keys(doing.actions), [...rows.keys()]),
  ]
  const told = new Set<string>()
  for (const state of states) {
    // Whatever was refused left it as it was: the next is done with the same one.
    let standing: Standing<Subject> | null = null
    for (const [what, action] of Object.entries(doing.actions)) {
      const row = rows.get(what)
      const cell = row?.cells[states.indexOf(state)] ?? 'is not on the page'
      if (cell === '') continue
      const at: Standing<Subject> | null = action.prepare ? null : standing
      const outcome: Outcome<Subject> = await outcomeOf(
        doing,
        at ?? (await fresh(doing, state)),
        action,
      )
      // What was prepared for another may be of the same customer.
      standing = outcome.left ?? (at || !standing ? null : { one: standing.one, digest: null })
      for (const event of [...outcome.before, ...outcome.events]) told.add(event)
      const found = outcomeTold(outcome, row?.told ?? [])
      if (found !== cell) wrong.push(`${state}, ${what}: ${found}, but the page says ${cell}`)
    }
  }
  return { wrong, told: [...told].toSorted(), states }
}

function unlike(known: readonly string[], said: readonly string[]): string[] {
  if (known.join('\n') === said.join('\n')) return []
  return [`the page says ${said.join(', ')}, the test knows ${known.join(', ')}`]
}

/** Something that is still as it was reached, and all its rows then. */
type Standing<Subject> = { readonly one: Subject; readonly digest: string | null }

async function fresh<Subject extends One>(
  doing: Walk<Subject>,
  state: string,
): Promise<Standing<Subject>> {
  return { one: await reached(doing, state), digest: null }
}

type Outcome<Subject> = {
  readonly cell: string
  readonly events: readonly string[]
  readonly before: readonly string[]
  readonly left: Standing<Subject> | null
  readonly isMoved: boolean
}

/** What became of it, with what should not be: an event that is not on the page, or none. */
function outcomeTold(
  { cell, events, isMoved }: Pick<Outcome<One>, 'cell' | 'events' | 'isMoved'>,
  known: readonly string[],
): string {
  const strange = events.filter((event) => !known.includes(event))
  if (strange.length > 0) return `${cell}, and told ${strange.join(', ')}`
  return isMoved && events.length === 0 ? `${cell}, and told nothing` : cell
}

async function outcomeOf<Subject extends One>(
  doing: Walk<Subject>,
  { one, digest }: Standing<Subject>,
  { prepare, act }: Action<Subject>,
): Promise<Outcome<Subject>> {
  const prepared = (await prepare?.(one)) ?? ''
  const before = await eventsOf(doing, one)
  const was = (prepare ? null : digest) ?? (await digestOf(doing, one))

  const refusal = refusalIn(await act(one, prepared))

  const events = (await eventsOf(doing, one)).slice(before.length)
  const isSame = events.length === 0 && (await digestOf(doing, one)) === was
  const now = await doing.stateOf(one)
  const changed = isSame ? '' : ', and something changed'
  const cell = refusal ? `\`${refusal}\`${changed}` : isSame ? '–' : now
  const left: Standing<Subject> | null = isSame && !prepare ? { one, digest: was } : null
  return { cell, events, before, left, isMoved: !refusal && !isSame }
}

async function reached<Subject extends One>(doing: Walk<Subject>, state: string): Promise<Subject> {
  const reach = doing.reach[state]
  if (!reach) throw new Error(`nobody says how to reach ${state}`)
  const one = await reach()
  const was = await doing.stateOf(one)
  if (was !== state) throw new Error(`${state} was not reached: it is ${was}`)
  return one
}

/** The code of a refusal, null of anything else. */
export function refusalIn(answer: unknown): string | null {
  if (!isAnswer(answer) || answer.status < 400) return null
  const { code = `status ${answer.status}` } = answer.body
  const known: readonly string[] = REFUSAL_CODES
  return known.includes(code) ? code : `${code}, for which nobody has a sentence`
}

/** What is done behind a link, as the answer to a request: a refusal is one like any other. */
export async function answered(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) return { status: 409, body: { code: error.code } }
    throw error
  }
}

export function isAnswer(answer: unknown): answer is Answer {
  return typeof answer === 'object' && answer !== null && 'status' in answer && 'body' in answer
}

/** The names of the contracts that the actions of a walk go by. */
export function routesIn(actions: Readonly<Record<string, { readonly by?: string }>>): string[] {
  const names = Object.values(actions).flatMap(({ by }) => by ?? [])
  return [...new Set(names)].toSorted()
}

/** The names of the contracts that change something: a new one that no walk does is noticed. */
export function changing(...contracts: readonly Readonly<Record<string, unknown>>[]): string[] {
  return contracts
    .flatMap((contract) => Object.entries(contract))
    .filter(([, one]) => typeof one === 'object' && one !== null && 'method' in one)
    .filter(([, one]) => !JSON.stringify(one).includes('"method":"GET"'))
    .map(([name]) => name)
    .toSorted()
}

/** Derived from the rest, and scored afresh at any time. */
const DERIVED = ['worklist', 'customer_balances']

let known: Promise<string[]> | null = null

/** Every table with rows about a customer; the schema is the same for all that is walked. */
function namesOfTables(tx: Transaction): Promise<string[]> {
  known ??= sql<{ name: string }>`
    select c.table_name as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'customer_id'
      and t.table_type = 'BASE TABLE' order by 1`
    .execute(tx)
    .then(({ rows }) =>
      rows
        .map(({ name }) => name)
        .filter((name) => !DERIVED.some((derived) => name.startsWith(derived))),
    )
  return known
}

/** A digest of every row about a customer. */
function digestOf<Subject extends One>(
  { world, organisation }: Walk<Subject>,
  { customerId }: Subject,
): Promise<string> {
  return inOrganisation(world.db, organisation, async (tx) => {
    const names = await namesOfTables(tx)
    const parts = names.map(
      (name) => sql`select ${name} as name, coalesce(string_agg(t::text, '|' order by t::text),
        '') as rows from ${sql.table(name)} t where customer_id = ${customerId}`,
    )
    const { rows } = await sql<{ digest: string }>`
      select md5(string_agg(name || rows, '|' order by name)) as digest
      from (${sql.join(parts, sql` union all `)}) as everything`.execute(tx)
    return rows[0]?.digest ?? ''
  })
}

/** What the history was told of its customer, of these subjects, in order. */
export function eventsOf<Subject extends One>(
  { world, organisation, subjects }: Walk<Subject>,
  { customerId }: Subject,
): Promise<string[]> {
  return inOrganisation(world.db, organisation, async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select name from events where customer_id = ${customerId}
        and split_part(name, '.', 1) = any(${[...subjects]}) order by id`.execute(tx)
    return rows.map(({ name }) => name)
  })
}
