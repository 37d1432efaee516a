import { inOrganisation } from '../../database/tenancy.ts'
import { dayIn } from '../../kernel/day.ts'
import type { World } from '../../world.ts'
import { settleCommitments } from './commitments/commitments.ts'
import { selectOrganisation } from './common/store.ts'
import { watchDisputes } from './disputes/watch.ts'
import * as store from './store.ts'
import { refreshWholeWorklist, refreshWorklist } from './worklist/refresh.ts'

const READER = 'worklist'
/** More customers than this in one reading, and the whole list is cheaper to rebuild. */
const WHOLE_FROM = 2000
/** Events after which any customer may have changed. */
const WHOLE_AFTER: ReadonlySet<string> = new Set([
  'import.applied',
  'demo.loaded',
  'organisation.settings_changed',
])

const MONEY = /^(payment|allocation|import|receivable)\./

/** Scores afresh the customers with whom something happened since the last reading. */
export async function followEvents(world: World, organisationId: string): Promise<void> {
  const news = await inOrganisation(world.db, organisationId, (tx) =>
    store.selectNews(tx, organisationId, READER),
  )
  if (!news.lastEventId) return
  if (news.names.some((name) => MONEY.test(name))) {
    // Money that came keeps promises and ends disputes at once, not only when their day is over.
    await settleCommitments(world, organisationId)
    await watchDisputes(world, organisationId)
  }
  const isWhole = news.names.some((name) => WHOLE_AFTER.has(name))
  if (isWhole || news.customerIds.length > WHOLE_FROM) await rebuild(world, organisationId)
  else await rescore(world, organisationId, news.customerIds)
  const { lastEventId } = news
  await inOrganisation(world.db, organisationId, (tx) =>
    store.keepPlace(tx, organisationId, READER, lastEventId),
  )
}

function rescore(world: World, organisationId: string, ids: readonly string[]): Promise<void> {
  return inOrganisation(world.db, organisationId, async (tx) => {
    const organisation = await selectOrganisation(tx, organisationId)
    const today = dayIn(organisation.timeZone, world.clock())
    await refreshWorklist(tx, organisation, ids, today)
  })
}

/** Rebuilds the worklist of an organisation for its today. */
export async function rebuild(world: World, organisationId: string): Promise<void> {
  const organisation = await inOrganisation(world.db, organisationId, (tx) =>
    selectOrganisation(tx, organisationId),
  )
  const today = dayIn(organisation.timeZone, world.clock())
  await refreshWholeWorklist(
    (work) => inOrganisation(world.db, organisationId, work),
    organisation,
    today,
  )
}

/** Rebuilds the worklist when the day has changed since it was scored. */
export async function rebuildOnNewDay(world: World, organisationId: string): Promise<void> {
  const isStale = await inOrganisation(world.db, organisationId, async (tx) => {
    const { timeZone } = await selectOrganisation(tx, organisationId)
    return store.hasRowsBefore(tx, organisationId, dayIn(timeZone, world.clock()))
  })
  if (isStale) await rebuild(world, organisationId)
}
