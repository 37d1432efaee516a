import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import type { World } from '../../../world.ts'
import { keyOf, pageFrom } from '../common/cursor.ts'
import { atDesk, type Desk } from '../common/desk.ts'
import { personOf } from '../common/person.ts'
import type { listWorklist as contract } from './contract.ts'
import { countWorklist, selectWorklist, type WorklistRead } from './store/rows.ts'

type Query = z.output<typeof contract.schema.querystring>
type Answer = z.input<(typeof contract.schema.response)[200]>
type Row = Answer['rows'][number]

/** A page of the worklist, with how many are done today. */
export function listWorklist(world: World, actor: Actor, query: Query): Promise<Answer> {
  return atDesk(world, actor, async (desk) => {
    const key = keyOf(query.cursor, 2)
    const { owner, collector, entity, reason, show, sort, limit } = query
    const scope = {
      organisationId: actor.organisationId,
      owners: actor.owners,
      today: desk.today,
      owner,
      collector,
      entity,
      reason,
    }
    const after = key ? ([key[0] ?? '', String(key[1])] as const) : null
    const rows = await selectWorklist(desk.tx, { ...scope, show, sort, after, limit })
    const { doneToday, open } = await countWorklist(desk.tx, scope)

    const page = pageFrom(rows, limit, (row) => [sortValue(row, sort), row.id])
    return {
      rows: page.rows.map((row) => rowOf(row, desk)),
      next: page.next,
      doneToday,
      total: doneToday + open,
    }
  })
}

function sortValue(row: WorklistRead, sort: Query['sort']): string | number {
  if (sort === 'matters') return row.score
  if (sort === 'amount') return row.overdueReportingMinor
  return sort === 'oldest' ? row.daysLate : row.name
}

function rowOf(row: WorklistRead, { organisation, today }: Desk): Row {
  const { atRisk, urgency, chance } = row.reckoning
  const isAway = row.putAwayUntil !== null && row.putAwayUntil > today
  return {
    customer: { id: row.id, number: row.number, name: row.name, language: row.language },
    standings: row.standings,
    daysLate: row.daysLate,
    reasons: row.reasons,
    score: {
      value: row.score,
      atRisk: { minor: atRisk, currency: organisation.reportingCurrency },
      urgency,
      chance,
    },
    owner: personOf(row.ownerId, row.ownerName),
    collector: personOf(row.collectorId, row.collectorName),
    withSeller: row.withSeller,
    isDoneToday: isAway && row.putAway === 'done',
    snoozedUntil: isAway && row.putAway === 'snoozed' ? row.putAwayUntil : null,
  }
}
