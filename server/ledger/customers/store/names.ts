import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'

/** Words of name and number; an umlaut is found by its vowel ('muller') and in full ('mueller'). */
const WORDS = sql`
  select c.organisation_id, c.id as customer_id, w.word from customers c
  cross join lateral words_of(c.name || ' ' || c.number || ' ' ||
    case when c.name ~ '[äöüÄÖÜ]' then replace(replace(replace(replace(replace(replace(c.name,
      'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'Ä', 'ae'), 'Ö', 'oe'), 'Ü', 'ue') else '' end) w`

export async function replaceWords(
  tx: Transaction,
  organisationId: string,
  which: readonly string[] | 'all',
): Promise<void> {
  const among = which === 'all' ? sql`true` : sql`c.id = any(${which}::uuid[])`
  const theirs = sql`${WORDS} where c.organisation_id = ${organisationId} and ${among}`
  await sql`
    delete from customer_words old using customers c
    where c.id = old.customer_id and c.organisation_id = ${organisationId} and ${among}
      and not exists (select from (${theirs}) new
        where new.customer_id = old.customer_id and new.word = old.word)`.execute(tx)
  await sql`insert into customer_words (organisation_id, customer_id, word) ${theirs}
    on conflict do nothing`.execute(tx)
}
