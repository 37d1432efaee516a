import { appendEvent } from '../../access/index.ts'
import { rebuildWorklist } from '../../collecting/desk/index.ts'
import { playbooksInForce } from '../../collecting/playbooks/index.ts'
import { connect, type Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { dayIn, type Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { loadTemplates } from '../../talking/index.ts'
import type { World } from '../../world.ts'
import { accountOf, overdueOn, type Account } from '../account.ts'
import {
  COLLEAGUES,
  emailOf,
  ENTITIES,
  ORGANISATION,
  type EntityKey,
  type PersonKey,
} from '../company.ts'
import { makeCustomers } from '../customers.ts'
import { withMishaps } from '../money.ts'
import { randomOf } from '../random.ts'
import { selectEntityIds, selectMemberIds } from '../store/cast.ts'
import { analyze, hasCustomers, selectDemos } from '../store/organisation.ts'
import { insertAll } from '../store/rows.ts'
import { makePast, type Ladder, type Past } from '../story/reminders.ts'
import { makeStory, type Story } from '../story/story.ts'
import { makeTrade, type Trade } from '../trade.ts'
import type { Cast } from './cast.ts'
import { keepEvidence, writeEvidence } from './evidence.ts'
import { foundDemo } from './found.ts'
import { writeLedger, type Books } from './ledger.ts'
import { sentOf, writeMessages } from './messages.ts'
import { putInWriting } from './records.ts'
import { writeReplies } from './replies.ts'
import { pastRuns, writeRuns } from './runs.ts'
import { writeStory } from './story.ts'
import { writeTasks } from './tasks.ts'

/**
 * Makes the demo company with two years of history that ends today; the same one every time. One that
 * was begun and not filled, because somebody pulled the plug, is filled.
 */
export async function loadDemo(world: World): Promise<string> {
  const organisationId = (await emptyDemo(world)) ?? (await foundDemo(world))
  const today = dayIn(ORGANISATION.timeZone, world.clock())
  const books = makeBooks(today)
  const keys = await world.secrets.of(organisationId)
  const evidence = await keepEvidence(world, organisationId, books)
  const { people, story } = await inOrganisation(world.db, organisationId, async (tx) => {
    const cast = await castOf(tx, { organisationId, keys, now: world.clock() }, world, today)
    await writeLedger(tx, cast, books)
    await writeEvidence(tx, cast, evidence)
    const told = await writePast(tx, cast, books)
    await appendEvent(tx, {
      organisationId,
      at: cast.now,
      name: 'demo.loaded',
      by: { kind: 'system' },
      subject: { kind: 'organisation', id: organisationId },
    })
    return { people: cast.people, story: told }
  })
  await informPlanner(world)
  await rebuildWorklist(world, organisationId)
  await putInWriting(world, { organisationId, people }, story)
  return organisationId
}

/** Without statistics the first pages would be slow, and taking the demo away far slower. */
async function informPlanner({ ownerUrl }: World): Promise<void> {
  const owner = connect(ownerUrl, { as: 'owner', connections: 1 })
  try {
    await analyze(owner)
  } finally {
    await owner.destroy()
  }
}

async function emptyDemo(world: World): Promise<string | null> {
  for (const { id } of await selectDemos(world.db)) {
    if (!(await inOrganisation(world.db, id, (tx) => hasCustomers(tx, id)))) return id
  }
  return null
}

function makeBooks(today: Day): Books {
  const customers = makeCustomers()
  const trades = withMishaps(
    customers.map((customer) => makeTrade(customer, today)),
    today,
    randomOf('mishaps'),
  )
  const numbers = numbersOf(trades)
  const accounts = customers.flatMap((customer, index) => {
    const trade = trades[index]
    return trade ? [accountOf(customer, trade, numbers)] : []
  })
  return { trades, accounts, numbers, today }
}

/** Numbers as the accounting gives them: by entity and year, in the order of the days. */
function numbersOf(trades: readonly Trade[]): Map<string, string> {
  const documents = trades
    .flatMap((trade) => trade.documents)
    .toSorted((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0))
  const counters = new Map<string, number>()
  return new Map(
    documents.map(({ id, kind, customer, issuedOn }) => {
      const prefix =
        kind === 'invoice'
          ? ENTITIES[customer.entity].numbers
          : `${ENTITIES[customer.entity].numbers}-C`
      const series = `${prefix}-${issuedOn.slice(0, 4)}`
      const next = (counters.get(series) ?? 0) + 1
      counters.set(series, next)
      return [id, `${series}-${String(next).padStart(kind === 'invoice' ? 5 : 3, '0')}`]
    }),
  )
}

async function castOf(
  tx: Transaction,
  known: Pick<Cast, 'organisationId' | 'keys' | 'now'>,
  world: World,
  today: Day,
): Promise<Cast> {
  const { organisationId, now } = known
  const entities = await selectEntityIds(tx, organisationId)
  const members = await selectMemberIds(tx, organisationId)
  const hashes = world.secrets.installation
  const people = COLLEAGUES.map((colleague) => {
    const hash = hashes.hash(emailOf(colleague))
    return [colleague.key, members.get(hash) ?? ''] as const
  })
  const entityIds = {
    DE: entities.get('DE') ?? '',
    FR: entities.get('FR') ?? '',
    GB: entities.get('GB') ?? '',
  }
  const sources = { DE: newId(), FR: newId(), GB: newId() } satisfies Record<EntityKey, string>
  await insertAll(
    tx,
    'sources',
    (['DE', 'FR', 'GB'] as const).map((key) => ({
      id: sources[key],
      organisationId,
      legalEntityId: entityIds[key],
      kind: 'demo' as const,
      name: 'Accounting (demo)',
      ledgerSyncedAt: now,
      paymentsConsideredUntil: today,
      createdAt: now,
    })),
  )
  return {
    ...known,
    entities: entityIds,
    sources,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry a colleague, by their keys
    people: Object.fromEntries(people) as Record<PersonKey, string>,
  }
}

async function writePast(tx: Transaction, cast: Cast, { accounts, today }: Books): Promise<Story> {
  const story = makeStory(accounts, today)
  const past = makePast(accounts, story, today, await laddersOf(tx, cast.organisationId))
  const templates = await loadTemplates(tx, cast.organisationId)
  const runs = pastRuns(cast, past)
  const { unknown, bounced } = mishapsOf(past, story, today)
  const sending = {
    cast,
    templates,
    entryOf: runs.entryOf,
    unknown: unknown?.id ?? null,
    bounced: new Set(bounced.map(({ customer }) => customer.id)),
  }
  const sent = past.taken
    .filter(({ rung }) => rung.channel === 'email')
    .flatMap((step) => sentOf(step, sending) ?? [])

  await writeStory(tx, cast, { story, today })
  await writeRuns(tx, runs)
  await writeMessages(tx, cast, sent)
  await writeTasks(tx, cast, {
    taken: past.taken.filter(({ rung }) => rung.channel !== 'email'),
    accounts,
    entryOf: runs.entryOf,
    unknown,
    bounced,
    today,
  })
  await writeReplies(tx, cast, { story, sent, today })
  return story
}

/** One message whose answer was lost, and three mailboxes that no longer exist. */
function mishapsOf({ taken }: Past, story: Story, today: Day) {
  const busy = new Set(
    [...story.promises, ...story.disputes, ...story.balls].map(({ account }) => account),
  )
  const late = taken.filter(
    ({ account, rung }) =>
      rung.channel === 'email' &&
      !busy.has(account) &&
      account.customer.segment === 'commercial' &&
      account.customer.contacts[0]?.email !== '' &&
      overdueOn(account, today).length > 0,
  )
  const latest = late.toSorted((a, b) => (a.on < b.on ? 1 : -1))
  const [unknown = null] = latest
  const others = [...new Set(latest.map(({ account }) => account))].filter(
    (account) => account !== unknown?.account,
  )
  return { unknown, bounced: others.slice(3, 6) }
}

/** The ladders of the playbooks that are in force, by what customers are. */
async function laddersOf(
  tx: Transaction,
  organisationId: string,
): Promise<(account: Account) => Ladder> {
  const playbooks = await playbooksInForce(tx, organisationId)
  return ({ customer }) => {
    const playbook = playbooks.find(({ content: { segment } }) => {
      if (segment.segment !== null && segment.segment !== customer.segment) return false
      return segment.tags.length === 0 || segment.tags.some((tag) => customer.tags.includes(tag))
    })
    if (!playbook) throw new Error('a playbook is for everybody')
    return ladderOf(playbook)
  }
}

type Playbook = Awaited<ReturnType<typeof playbooksInForce>>[number]

function ladderOf({ id, version, content }: Playbook): Ladder {
  const placed = content.steps
    .filter(({ event }) => event === null)
    .toSorted((a, b) => a.offsetDays - b.offsetDays)
  const before = placed.filter(({ offsetDays }) => offsetDays < 0).length
  const rungs = placed.map((step, place) => ({
    ...step,
    level: step.offsetDays < 0 ? 0 : place - before + 1,
  }))
  return { playbookId: id, version, rungs }
}
