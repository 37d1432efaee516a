import { setInterval } from 'node:timers'

import { orderRun, planRun } from '../server/collecting/runs/index.ts'
import { inOrganisation } from '../server/database/tenancy.ts'
import { furnish } from '../server/founding.ts'
import { putContacts } from './contacts.ts'
import { putOrganisation, type Ground } from './ground.ts'
import { putLedger } from './ledger-data.ts'
import { print, timed } from './print.ts'

const CUSTOMERS = 60_000
const OPEN_ITEMS = 1_000_000

/** What a run must at least do: find who is late, a set-based statement over the same rows. */
const BARE = `
  select customer_id, currency, count(*), sum(open_minor), min(due_on)
  from open_items
  where organisation_id = $1 and closed_on is null and due_on + 3 <= $2::date
  group by customer_id, currency`

/** The plan of a day's run over a million open receivables of sixty thousand customers. */
export async function measurePlan(ground: Ground): Promise<void> {
  const { world, owner, today } = ground
  const { organisationId, legalEntityId } = await putOrganisation(ground, 'plan')
  await inOrganisation(world.db, organisationId, (tx) =>
    furnish(world)(tx, { organisationId, entity: null }),
  )
  const shape = { organisationId, legalEntityId, closedItems: 0, today }
  await putLedger(ground, { ...shape, customers: CUSTOMERS, openItems: OPEN_ITEMS })
  await putContacts(ground, organisationId)
  await owner.query('vacuum analyze')
  await timed(() => owner.query(BARE, [organisationId, today]))
  const bare = await timed(() => owner.query(BARE, [organisationId, today]))

  const { id: runId } = await orderRun(world, {
    organisationId,
    legalEntityId,
    by: { kind: 'operator' },
  })
  const memory = watchMemory()
  const took = await timed(() => planRun(world, { organisationId, runId }))
  const peak = memory.stop()
  const { rows } = await owner.query<{ state: string; entries: number }>(
    `select r.state, (select count(*) from run_entries where run_id = r.id)::int as entries
     from runs r where r.id = $1`,
    [runId],
  )
  print({
    figure: 'plan_of_1000000_open_items',
    value: took / 1000,
    unit: 's',
    reference: { what: 'a bare set-based statement over the same rows', value: bare / 1000 },
    aim: '< 15 s in < 1 GiB',
    detail: {
      peakMemoryMB: Math.round(peak),
      state: rows[0]?.state ?? '',
      entries: rows[0]?.entries ?? 0,
    },
  })
}

function watchMemory(): { stop: () => number } {
  let peak = 0
  const look = () => (peak = Math.max(peak, process.memoryUsage.rss() / 1024 / 1024))
  const timer = setInterval(look, 50)
  return {
    stop() {
      clearInterval(timer)
      look()
      return peak
    },
  }
}
