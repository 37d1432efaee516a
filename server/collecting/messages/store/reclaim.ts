import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day, Instant } from '../../../kernel/day.ts'

export type ClaimedRow = {
  readonly id: string
  readonly customerId: string
  readonly legalEntityId: string
  readonly contactId: string | null
  readonly runEntryId: string | null
  readonly playbookId: string | null
  readonly stepKey: string
  readonly cycle: string
  readonly messageIdHeader: string
  /** Whose run it was. */
  readonly approvedBy: string | null
}

/** Holds messages that are claimed and that this process does not have yet. */
export async function takeClaimed(
  tx: Transaction,
  ids: readonly string[],
  processId: string,
): Promise<ClaimedRow[]> {
  const { rows } = await sql<ClaimedRow>`
    select m.id, m.customer_id, m.legal_entity_id, m.contact_id, m.run_entry_id, m.playbook_id,
      m.step_key, m.cycle, m.message_id_header,
      (select r.approved_by from run_entries e join runs r on r.id = e.run_id
        where e.id = m.run_entry_id) as approved_by
    from messages m
    where m.id = any(${ids}::uuid[]) and m.state = 'claimed' and m.claimed_by <> ${processId}
    order by m.customer_id, m.id
    for no key update of m skip locked`.execute(tx)
  return rows
}

export type Rewritten = {
  readonly id: string
  readonly language: string
  readonly contactId: string | null
  readonly senderId: string | null
  readonly isTest: boolean
  readonly recipients: string
  readonly subject: string
  readonly bodyText: string
  readonly bodyHtml: string
  readonly recipientHash: string | null
  readonly snapshot: string
  readonly totals: string
  readonly onDay: Day
}

/** A message that never left says what is true now, under the identity that it has. */
export async function rewriteClaimed(
  tx: Transaction,
  { id, ...content }: Rewritten,
  { processId, at }: { processId: string; at: Instant },
): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ ...content, claimedBy: processId, claimedAt: at })
    .where('id', '=', id)
    .where('state', '=', 'claimed')
    .execute()
}
