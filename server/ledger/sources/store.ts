import { sql } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Day, Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'

/** The place of what people enter by hand, made when first needed. */
export async function upsertManualSource(
  tx: Transaction,
  { organisationId, at }: { organisationId: string; at: Instant },
  legalEntityId: string,
): Promise<string> {
  const name = 'Goodterms'
  const source = { id: newId(), organisationId, legalEntityId, kind: 'manual' as const, name }
  await tx
    .insertInto('sources')
    .values({ ...source, createdAt: at })
    .onConflict((conflict) => conflict.constraint('sources_one_name').doNothing())
    .execute()
  const { id } = await tx
    .selectFrom('sources')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('legalEntityId', '=', legalEntityId)
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return id
}

export function selectSources(tx: Transaction, organisationId: string) {
  return tx
    .selectFrom('sources')
    .select(['id', 'legalEntityId', 'kind', 'name', 'ledgerSyncedAt', 'paymentsConsideredUntil'])
    .where('organisationId', '=', organisationId)
    .orderBy('name')
    .execute()
}

export type Watermarks = {
  readonly legalEntityId: string
  readonly ledgerSyncedAt: Instant | null
  readonly paymentsConsideredUntil: Day | null
}

/** Per entity the source that is furthest behind: what it lacks, the whole lacks. */
export async function selectWatermarks(
  tx: Transaction,
  organisationId: string,
): Promise<Watermarks[]> {
  const { rows } = await sql<Watermarks>`
    select e.id as legal_entity_id, min(s.ledger_synced_at) as ledger_synced_at,
      min(s.payments_considered_until) as payments_considered_until
    from legal_entities e left join sources s on s.legal_entity_id = e.id
    where e.organisation_id = ${organisationId} group by e.id, e.organisation_id`.execute(tx)
  return rows
}
