import { sql } from 'kysely'

import type { Transaction } from '../../../../database/database.ts'

/**
 * The signed record in force that repeats each of these promises or plans, by its id; the latest where
 * there are several. What was signed as a test proves nothing and does not count.
 */
export async function recordsCovering(
  tx: Transaction,
  kind: 'promise' | 'plan',
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const column = sql.ref(kind === 'promise' ? 'r.promise_id' : 'r.plan_id')
  const { rows } = await sql<{ about: string; id: string }>`
    select distinct on (${column}) ${column} as about, r.id
    from records r join record_signatures s on s.record_id = r.id
    where ${column} = any(${ids}::uuid[]) and not s.is_test
      and not exists (select from record_endings e where e.record_id = r.id)
      and not exists (
        with recursive later as (
          select n.id from records n where n.supersedes_id = r.id
          union all
          select m.id from records m join later on m.supersedes_id = later.id
        )
        select from later join record_signatures ls on ls.record_id = later.id)
    order by ${column}, s.signed_at desc, r.id desc`.execute(tx)
  return new Map(rows.map(({ about, id }) => [about, id]))
}
