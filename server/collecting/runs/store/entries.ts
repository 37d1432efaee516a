import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Entry } from '../rules/entry.ts'

/** Writes the entries of a batch in one statement. */
export async function insertEntries(
  tx: Transaction,
  run: { readonly id: string; readonly organisationId: string },
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return
  const of = <Value>(read: (entry: Entry) => Value) => entries.map(read)
  const json = (read: (entry: Entry) => unknown) => entries.map((one) => JSON.stringify(read(one)))
  await sql`
    insert into run_entries (organisation_id, run_id, id, customer_id, decision, playbook_id,
      playbook_version, step_key, step_name, level, lane, channel, task_kind, template_key, language,
      contact_id, sender_id, cycle, send_at, time_zone, reasons, reason_codes, item_count,
      oldest_due_on, totals, needs_approval)
    select ${run.organisationId}::uuid, ${run.id}::uuid, e.id, e.customer_id, e.decision,
      e.playbook_id, e.playbook_version, e.step_key, e.step_name, e.level, e.lane, e.channel,
      e.task_kind, e.template_key, e.language, e.contact_id, e.sender_id, e.cycle, e.send_at,
      e.time_zone, e.reasons, e.reason_codes::text[], e.item_count, e.oldest_due_on, e.totals,
      e.needs_approval
    from unnest(
      ${of(() => newId())}::uuid[], ${of((e) => e.customerId)}::uuid[],
      ${of((e) => e.decision)}::text[], ${of((e) => e.playbookId)}::uuid[],
      ${of((e) => e.playbookVersion)}::integer[], ${of((e) => e.stepKey)}::text[],
      ${of((e) => e.stepName)}::text[], ${of((e) => e.level)}::integer[],
      ${of((e) => e.lane)}::text[], ${of((e) => e.channel)}::text[],
      ${of((e) => e.taskKind)}::text[], ${of((e) => e.templateKey)}::text[],
      ${of((e) => e.language)}::text[], ${of((e) => e.contactId)}::uuid[],
      ${of((e) => e.senderId)}::uuid[], ${of((e) => e.cycle)}::text[],
      ${of((e) => e.sendAt)}::timestamptz[], ${of((e) => e.timeZone)}::text[],
      ${json((e) => e.reasons)}::jsonb[], ${of(codesOf)}::text[],
      ${of((e) => e.itemCount)}::integer[], ${of((e) => e.oldestDueOn)}::date[],
      ${json((e) => e.totals)}::jsonb[], ${of((e) => e.needsApproval)}::boolean[]
    ) as e (id, customer_id, decision, playbook_id, playbook_version, step_key, step_name, level,
      lane, channel, task_kind, template_key, language, contact_id, sender_id, cycle, send_at,
      time_zone, reasons, reason_codes, item_count, oldest_due_on, totals, needs_approval)`.execute(
    tx,
  )
}

/** The codes as PostgreSQL writes an array; codes are plain words. */
function codesOf({ reasons }: Entry): string {
  return `{${[...new Set(reasons.map(({ code }) => code))].join(',')}}`
}
