import { createHash, randomBytes } from 'node:crypto'

import { rebuildWorklist } from '../server/collecting/desk/index.ts'
import { newId } from '../server/kernel/ids.ts'
import { memoryOf, startChild } from './child.ts'
import { putOrganisation, type Ground } from './ground.ts'
import { putLedger } from './ledger-data.ts'
import { underLoad, type Latencies, type Load } from './load.ts'
import { print } from './print.ts'

const CUSTOMERS = 60_000
const OPEN_ITEMS = 300_000
const USERS = 50
const SECONDS = 8
/** A quick reader: a page a second. */
const LOOKS_FOR = 1000

/**
 * The pages that people live in, with fifty people who open one a second, and with fifty connections
 * that never pause, beside a bare query by the same server.
 */
export async function measurePages(ground: Ground): Promise<void> {
  const { organisationId, legalEntityId } = await putOrganisation(ground, 'pages')
  const shape = { organisationId, legalEntityId, closedItems: 0, today: ground.today }
  await putLedger(ground, { ...shape, customers: CUSTOMERS, openItems: OPEN_ITEMS })
  await ground.owner.query('vacuum analyze')
  await rebuildWorklist(ground.world, organisationId)
  await ground.owner.query('vacuum analyze worklist_rows')
  const token = await putCollector(ground, organisationId)
  const ids = await customerIds(ground, organisationId)

  const key = ground.masterKey.toString('base64url')
  const server = await startChild('server.ts', [ground.world.ownerUrl, key, ground.folder])
  const id = (turn: number) => ids[(turn * 7919) % ids.length] ?? ''
  const load = (path: Load['path'], looksFor: number) =>
    underLoad({
      looksFor,
      users: USERS,
      seconds: SECONDS,
      url: server.firstLine,
      headers: { cookie: `goodterms=${token}` },
      path,
    })
  try {
    const barePage: Load['path'] = (turn) => `/bare/${id(turn)}`
    await load(barePage, 0)
    const bare = { reading: await load(barePage, LOOKS_FOR), hammering: await load(barePage, 0) }
    const pages: Record<string, Load['path']> = {
      worklist_page: () => '/api/worklist?limit=50',
      customers_page: () => '/api/customers?limit=50',
      customer_page: (turn) => `/api/customers/${id(turn)}`,
      customer_brief: (turn) => `/api/customers/${id(turn)}/brief`,
      customer_timeline: (turn) => `/api/customers/${id(turn)}/timeline`,
    }
    for (const [name, path] of Object.entries(pages)) {
      report(name, await load(path, LOOKS_FOR), bare.reading)
      report(`${name}_hammered`, await load(path, 0), bare.hammering)
    }
    const memory = await memoryOf(server.process.pid ?? 0)
    print({ figure: 'server_memory_after_load', value: memory, unit: 'MB' })
  } finally {
    await server.stop()
  }
}

function report(name: string, page: Latencies, bare: Latencies): void {
  const what = 'a bare indexed query through the same server'
  const detail = {
    p50: Math.round(page.p50 * 10) / 10,
    perSecond: Math.round(page.perSecond),
    failed: page.failed,
    users: USERS,
  }
  print({
    figure: `${name}_p99`,
    value: page.p99,
    unit: 'ms',
    reference: { what, value: bare.p99 },
    ...(name === 'worklist_page' ? { aim: '< 100 ms' } : {}),
    detail,
  })
}

async function putCollector(ground: Ground, organisationId: string): Promise<string> {
  const [personId, token] = [newId(), randomBytes(32).toString('base64url')]
  const { owner, world } = ground
  const email = `collector.${personId}@bench.example`
  const { encrypt, hash } = world.secrets.installation
  await owner.query(
    `insert into people (id, name, email, email_hash, created_at) values ($1, 'Collector', $2, $3, now())`,
    [personId, encrypt(email), hash(email)],
  )
  await owner.query(
    `insert into members (id, organisation_id, person_id, roles, created_at)
     values ($1, $2, $3, '{collector}', now())`,
    [newId(), organisationId, personId],
  )
  await owner.query(
    `insert into sessions (id, token_hash, person_id, organisation_id, created_at, last_seen_at,
       expires_at) values ($1, $2, $3, $4, now(), now(), now() + interval '1 day')`,
    [newId(), createHash('sha256').update(token).digest('base64url'), personId, organisationId],
  )
  return token
}

async function customerIds({ owner }: Ground, organisationId: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    'select id from customers where organisation_id = $1 limit 5000',
    [organisationId],
  )
  return rows.map(({ id }) => id)
}
