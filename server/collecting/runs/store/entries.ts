import { sql } from 'kysely'

import { idArray } from '../../../database/arrays.ts'
import type { Transaction } from '../../../database/database.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Entry } from '../rules/entry.ts'

/**
 * Writes the entries of a batch in one statement. What is the same for many of them (the step, how it
 * goes) is written once and named by its place: it is most of an entry.
 */
export async function insertEntries(
  tx: Transaction,
  run: { readonly id: string; readonly organisationId: string },
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return
  const { shapes, places } = shapesOf(entries)
  const of = <Value>(read: (entry: Entry) => Value) => entries.map(read)
  const shared = <Value>(read: (entry: Entry) => Value) => shapes.map(read)
  await sql`
    insert into run_entries (organisation_id, run_id, id, customer_id, decision, playbook_id,
      playbook_version, step_key, step_name, level, lane, channel, task_kind, template_key, language,
      contact_id, sender_id, cycle, send_at, time_zone, reasons, reason_codes, item_count,
      oldest_due_on, totals, needs_approval)
    select ${run.organisationId}::uuid, ${run.id}::uuid, e.id, e.customer_id, s.decision,
      s.playbook_id, s.playbook_version, s.step_key, s.step_name, s.level, s.lane, s.channel,
      s.task_kind, s.template_key, s.language, e.contact_id, e.sender_id, e.cycle, s.send_at,
      s.time_zone, e.reasons, e.reason_codes::text[], e.item_count, e.oldest_due_on, e.totals,
      s.needs_approval
    from unnest(
      ${idArray(of(() => newId()))}::uuid[], ${idArray(of((e) => e.customerId))}::uuid[],
      ${`{${places.join(',')}}`}::integer[], ${of((e) => e.contactId)}::uuid[],
      ${of((e) => e.senderId)}::uuid[], ${of((e) => e.cycle)}::text[],
      ${of((e) => JSON.stringify(e.reasons))}::jsonb[], ${of(codesOf)}::text[],
      ${`{${of((e) => e.itemCount).join(',')}}`}::integer[], ${of((e) => e.oldestDueOn)}::date[],
      ${of((e) => JSON.stringify(e.totals))}::jsonb[]
    ) as e (id, customer_id, shape, contact_id, sender_id, cycle, reasons, reason_codes, item_count,
      oldest_due_on, totals)
    join unnest(
      ${shared((e) => e.decision)}::text[], ${shared((e) => e.playbookId)}::uuid[],
      ${shared((e) => e.playbookVersion)}::integer[], ${shared((e) => e.stepKey)}::text[],
      ${shared((e) => e.stepName)}::text[], ${shared((e) => e.level)}::integer[],
      ${shared((e) => e.lane)}::text[], ${shared((e) => e.channel)}::text[],
      ${shared((e) => e.taskKind)}::text[], ${shared((e) => e.templateKey)}::text[],
      ${shared((e) => e.language)}::text[], ${shared((e) => e.sendAt)}::timestamptz[],
      ${shared((e) => e.timeZone)}::text[], ${shared((e) => e.needsApproval)}::boolean[]
    ) with ordinality as s (decision, playbook_id, playbook_version, step_key, step_name, level,
      lane, channel, task_kind, template_key, language, send_at, time_zone, needs_approval, place) on s.place = e.shape`.execute(
    tx,
  )
}

/** An entry for each shape that there is, and the place of each entry's shape, from one. */
function shapesOf(entries: readonly Entry[]): { shapes: Entry[]; places: number[] } {
  const shapes: Entry[] = []
  const known = new Map<string, number>()
  const places = entries.map((entry) => {
    const key = shapeOf(entry)
    const place = known.get(key) ?? shapes.push(entry)
    known.set(key, place)
    return place
  })
  return { shapes, places }
}

function shapeOf(entry: Entry): string {
  const { decision, playbookId, playbookVersion, stepKey, stepName, level, lane, channel } = entry
  const { taskKind, templateKey, language, sendAt, timeZone, needsApproval } = entry
  const step = [decision, playbookId, playbookVersion, stepKey, stepName, level, lane, channel]
  const way = [taskKind, templateKey, language, sendAt, timeZone, needsApproval]
  return JSON.stringify([step, way])
}

/** The codes as PostgreSQL writes an array; codes are plain words. */
function codesOf({ reasons }: Entry): string {
  return `{${[...new Set(reasons.map(({ code }) => code))].join(',')}}`
}
