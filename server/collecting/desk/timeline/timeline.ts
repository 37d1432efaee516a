import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import type { Keys, World } from '../../../world.ts'
import { keyOf, pageFrom } from '../common/cursor.ts'
import { atDesk, findCustomer } from '../common/desk.ts'
import type { readTimeline as contract } from './contract.ts'
import { selectTimeline, type TimelineRow } from './store.ts'

type Query = z.output<typeof contract.schema.querystring>
type Page = z.input<(typeof contract.schema.response)[200]>
type Entry = Page['rows'][number]

/** Everything that happened with a customer, newest first. */
export function readTimeline(
  world: World,
  actor: Actor,
  customerId: string,
  query: Query,
): Promise<Page> {
  return atDesk(world, actor, async (desk) => {
    await findCustomer(desk, customerId)
    const key = keyOf(query.cursor, 3)
    const rows = await selectTimeline(desk.tx, {
      organisationId: actor.organisationId,
      customerId,
      kinds: query.kinds ? query.kinds.split(',') : null,
      after: key ? [String(key[0]), String(key[1]), String(key[2])] : null,
      limit: query.limit,
    })

    const page = pageFrom(rows, query.limit, (row) => [row.on, row.at, row.id])
    return { next: page.next, rows: page.rows.map((row) => entryOf(row, desk.keys)) }
  })
}

function entryOf(row: TimelineRow, keys: Keys): Entry {
  const { id, at, on, kind, name, minor, currency } = row
  return {
    id,
    at,
    on,
    kind,
    name,
    by: row.byId && row.byName ? { id: row.byId, name: row.byName } : null,
    side: sideOf(kind),
    money: minor !== null && currency ? { minor, currency } : null,
    text: row.sealed === null ? row.text : keys.decrypt(row.sealed),
    values: valuesOf(row.data),
    subject: { kind: row.subjectKind, id: row.subjectId },
  }
}

const OURS: ReadonlySet<string> = new Set(['message', 'call', 'outcome', 'comment'])

function sideOf(kind: TimelineRow['kind']): Entry['side'] {
  if (kind === 'reply') return 'theirs'
  if (kind === 'payment' || kind === 'receivable') return 'money'
  return OURS.has(kind) ? 'ours' : 'note'
}

function valuesOf(data: Readonly<Record<string, unknown>>): Entry['values'] {
  const values: Entry['values'] = {}
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'string' || typeof value === 'number') values[name] = value
    else if (Array.isArray(value)) values[name] = value.map(String)
  }
  return values
}
