import { inOrganisation } from '../server/database/tenancy.ts'
import { addDays, type Day } from '../server/kernel/day.ts'
import { ageingOn, openBooks } from '../server/ledger/index.ts'
import { putOrganisation, type Ground } from './ground.ts'
import { putLedger } from './ledger-data.ts'
import { percentile, print, timedEach } from './print.ts'

const RUNS = 30
const FEW_RUNS = 5

/** The same buckets by a bare aggregate over the open items. */
const BARE = `
  select currency, width_bucket($2::date - due_on, array[1, 31, 61, 91, 121]) as bucket,
    sum(open_minor), count(*)
  from open_items where organisation_id = $1 and closed_on is null group by 1, 2`

/** The same as of a past day: totals less what was allocated by then. */
const BARE_AS_OF = `
  select i.currency, width_bucket($2::date - i.due_on, array[1, 31, 61, 91, 121]) as bucket,
    sum(i.total_minor - coalesce(a.allocated, 0))
  from open_items i
  left join (select open_item_id, sum(amount_minor) as allocated from allocations
    where organisation_id = $1 and allocated_on <= $2 group by 1) a on a.open_item_id = i.id
  where i.organisation_id = $1 and i.issued_on <= $2 group by 1, 2`

/** Ageing of organisations of 50,000 and of a million, and of many, today and as of a past day. */
export async function measureAgeing(ground: Ground): Promise<void> {
  const one = await organisationWith(ground, 'one', { customers: 3000, openItems: 50_000 })
  await measureOne(ground, one, {
    figure: 'ageing_of_50000',
    aim: '< 100 ms and within 2 × the bare query',
    runs: RUNS,
  })
  const rest = [one]
  for (let index = 0; index < 19; index += 1) {
    const size = { customers: 3000, openItems: 50_000 }
    rest.push(await organisationWith(ground, `more-${index}`, size))
  }
  await ground.owner.query('vacuum analyze')
  await measureAll(ground, rest)
  const million = { customers: 60_000, openItems: 1_000_000 }
  const large = await organisationWith(ground, 'large', million)
  await ground.owner.query('vacuum analyze')
  await measureOne(ground, large, {
    figure: 'ageing_of_1000000_in_one_organisation',
    aim: 'within 2 × the bare query',
    runs: FEW_RUNS,
  })
}

type Size = { readonly customers: number; readonly openItems: number }

async function organisationWith(ground: Ground, slug: string, size: Size): Promise<string> {
  const { organisationId, legalEntityId } = await putOrganisation(ground, slug)
  const closedItems = size.openItems / 2
  const shape = { ...size, organisationId, legalEntityId, closedItems, today: ground.today }
  await putLedger(ground, shape)
  await ground.owner.query('vacuum analyze open_items, allocations')
  return organisationId
}

type Measuring = { readonly figure: string; readonly aim: string; readonly runs: number }

async function measureOne(
  ground: Ground,
  organisationId: string,
  { figure, aim, runs }: Measuring,
): Promise<void> {
  const { owner, today } = ground
  const past = addDays(today, -45)
  const bare = await timedEach(runs, () => owner.query(BARE, [organisationId, today]))
  const took = await timedEach(runs, () => ageing(ground, organisationId))
  report(`${figure}_p95`, aim, took, bare)
  const bareThen = await timedEach(runs, () => owner.query(BARE_AS_OF, [organisationId, past]))
  const tookThen = await timedEach(runs, () => ageing(ground, organisationId, past))
  report(`${figure}_as_of_past_p95`, 'within 2 × the bare query', tookThen, bareThen)
}

async function measureAll(ground: Ground, organisations: readonly string[]): Promise<void> {
  const all = (asOf?: Day) => async () => {
    for (const id of organisations) await ageing(ground, id, asOf)
  }
  const bare = (text: string, on: Day) => async () => {
    for (const id of organisations) await ground.owner.query(text, [id, on])
  }
  const past = addDays(ground.today, -45)
  const aim = 'within 2 × the bare query'
  report(
    'ageing_of_1000000_in_20_organisations_p95',
    aim,
    await timedEach(FEW_RUNS, all(), 1),
    await timedEach(FEW_RUNS, bare(BARE, ground.today), 1),
  )
  report(
    'ageing_of_1000000_in_20_organisations_as_of_past_p95',
    aim,
    await timedEach(FEW_RUNS, all(past), 1),
    await timedEach(FEW_RUNS, bare(BARE_AS_OF, past), 1),
  )
}

function ageing({ world }: Ground, organisationId: string, asOf?: Day): Promise<unknown> {
  return inOrganisation(world.db, organisationId, async (tx) => {
    const books = await openBooks(tx, organisationId, world.clock())
    return ageingOn(tx, books, { organisationId, owners: null, by: 'organisation', asOf })
  })
}

function report(figure: string, aim: string, took: number[], bare: number[]): void {
  print({
    figure,
    value: percentile(took, 0.95),
    unit: 'ms',
    reference: { what: 'the bare aggregate query, p95', value: percentile(bare, 0.95) },
    aim,
    detail: { p50: Math.round(percentile(took, 0.5) * 10) / 10 },
  })
}
