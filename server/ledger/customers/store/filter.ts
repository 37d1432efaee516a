import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import { isHeld } from '../../store/holds.ts'
import { allOf, conditionsOf, type Condition, type CustomerScope } from '../../store/scope.ts'

export type CustomerFilter = CustomerScope & {
  readonly search?: SearchTerms | undefined
  readonly currency?: string | undefined
  readonly country?: string | undefined
  readonly tag?: string | undefined
  readonly hold?: 'yes' | 'no' | undefined
  readonly ball?: 'finance' | 'seller' | 'legal' | undefined
  readonly lateFrom?: number | undefined
  readonly lateTo?: number | undefined
  readonly owing: 'any' | 'owed' | 'overdue'
  readonly vanished?: 'yes' | 'no' | undefined
  /** Policy: what a hold is worth without a second person. */
  readonly holdDaysWithoutApproval: number
}

/** What was typed, as words of names and as the beginnings of numbers. */
export type SearchTerms = { readonly words: readonly string[]; readonly numbers: readonly string[] }

/** Splits what was typed exactly as names were split. */
export async function selectSearchTerms(tx: Transaction, text: string): Promise<SearchTerms> {
  // PostgreSQL takes no NUL in a text.
  const typed = text.replaceAll('\0', ' ').trim()
  const { rows } = await sql<{ words: string[] }>`
    select array(select word from words_of(${typed}) order by length(word) desc limit 8) as words`.execute(
    tx,
  )
  const isNumber = typed.length >= 2 && /\d/.test(typed)
  const numbers = isNumber ? [...new Set([typed, typed.toUpperCase()])] : []
  return { words: rows[0]?.words ?? [], numbers }
}

const LAST_LETTER = '\u{10FFFF}'

/** The comparisons are leakproof, so that row-level security leaves them their index. */
export function beginsWith(column: Condition, beginning: string): Condition {
  return sql`${column} >= ${beginning} and ${column} < ${beginning + LAST_LETTER}`
}

/** The ids of customers with all of the words in their name or number, or with such an invoice. */
export function foundBy(organisationId: string, { words, numbers }: SearchTerms): Condition {
  const byWord = words.map(
    (word) => sql`select customer_id from customer_words
      where organisation_id = ${organisationId} and ${beginsWith(sql`word`, word)}`,
  )
  const byNumber = numbers.map(
    (number) => sql`select customer_id from receivables
      where organisation_id = ${organisationId} and ${beginsWith(sql`number`, number)}`,
  )
  const named = byWord.length > 0 ? [sql`(${sql.join(byWord, sql` intersect `)})`] : []
  const ways = [...named, ...byNumber.map((query) => sql`(${query})`)]
  return ways.length > 0 ? sql.join(ways, sql` union `) : sql`select null::uuid`
}

/** Conditions on the customer `c`, its standing `s`, its entity `e` and, with a currency, balance `b`. */
export function conditionsOfFilter(filter: CustomerFilter): Condition {
  const { currency, owing } = filter
  const oldest = currency ? sql`b.oldest_due_on` : sql`s.oldest_due_on`
  const amount = currency
    ? sql`b.${sql.ref(owing === 'overdue' ? 'overdue_minor' : 'owed_minor')}`
    : sql`s.${sql.ref(owing === 'overdue' ? 'overdue_weight' : 'owed_weight')}`
  const held = isHeld(filter.holdDaysWithoutApproval)
  const conditions = conditionsOf(filter)
  const add = (asked: unknown, condition: Condition) => {
    if (asked !== undefined) conditions.push(condition)
  }
  add(filter.search, sql`c.id in (${foundBy(filter.organisationId, filter.search ?? NOTHING)})`)
  add(filter.country, sql`c.country = ${filter.country}`)
  add(filter.tag, sql`${filter.tag} = any(c.tags)`)
  add(filter.hold, filter.hold === 'yes' ? held : sql`not ${held}`)
  add(filter.ball, isWith(filter.ball))
  add(filter.lateFrom, sql`e.balances_on - ${oldest} >= ${filter.lateFrom}::integer`)
  add(filter.lateTo, sql`e.balances_on - ${oldest} <= ${filter.lateTo}::integer`)
  add(
    filter.vanished,
    sql`c.vanished_on is ${filter.vanished === 'yes' ? sql`not null` : sql`null`}`,
  )
  if (owing !== 'any') conditions.push(sql`${amount} > 0`)
  return allOf(conditions)
}

const NOTHING: SearchTerms = { words: [], numbers: [] }

function isWith(lane: 'finance' | 'seller' | 'legal' | undefined): Condition {
  const ball = sql`select from balls where customer_id = c.id and returned_on is null`
  return lane === 'finance' ? sql`not exists (${ball})` : sql`exists (${ball} and lane = ${lane})`
}

/** The customers with what the conditions ask about. */
export function fromCustomers(filter: Pick<CustomerFilter, 'currency' | 'organisationId'>) {
  const balance = filter.currency
    ? sql`join customer_balances b on b.customer_id = c.id and b.currency = ${filter.currency}
        and b.organisation_id = ${filter.organisationId}`
    : sql``
  return sql`customers c
    join legal_entities e on e.id = c.legal_entity_id
    join customer_standings s on s.customer_id = c.id
      and s.organisation_id = ${filter.organisationId} ${balance}`
}
