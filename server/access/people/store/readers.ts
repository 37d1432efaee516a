import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'

type Row = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: 'en' | 'de' | 'fr' | 'es'
  readonly roles: readonly string[]
  readonly managerId: string | null
  readonly mates: readonly string[]
}

/** Active members with the manager of their team and the members of teams that they manage. */
export async function selectReaders(tx: Transaction): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select p.id, p.name, p.email, p.language, m.roles, t.manager_id,
      array(select mate.person_id from teams led
        join members mate on mate.team_id = led.id where led.manager_id = p.id) as mates
    from members m
    join people p on p.id = m.person_id and p.disabled_at is null
    left join teams t on t.id = m.team_id
    where m.left_at is null
    order by p.id`.execute(tx)
  return rows
}
