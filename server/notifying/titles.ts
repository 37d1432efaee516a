import type { Transaction } from '../database/database.ts'
import type { Instant } from '../kernel/day.ts'
import { selectNames } from './store/names.ts'
import type { NewsRow } from './store/news.ts'
import { filled, noticeWords } from './words/words.ts'

/** What notifications of these events would say. */
export async function titlesOf(
  tx: Transaction,
  rows: readonly NewsRow[],
  language: string,
): Promise<{ at: Instant; title: string }[]> {
  const { customers, people } = await selectNames(tx, rows)
  const titles = new Map(Object.entries(noticeWords(language).titles))
  return rows.map(({ at, name, customerId, actorId }) => ({
    at,
    title: filled(titles.get(name) ?? '{customer}', {
      customer: customers.get(customerId) ?? '',
      who: people.get(actorId ?? '') ?? '',
    }),
  }))
}
