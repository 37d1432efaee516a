import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { from as copyFrom } from 'pg-copy-streams'

import {
  applyImport,
  compareImport,
  lookAtImport,
  mapImport,
  receiveFile,
  startApplying,
  viewImport,
} from '../server/intake/index.ts'
import { addDays, type Day } from '../server/kernel/day.ts'
import { newId } from '../server/kernel/ids.ts'
import { putOrganisation, type Ground } from './ground.ts'
import { print, timed } from './print.ts'

const ROWS = 200_000
const CUSTOMERS = 10_000

/** A ledger file from the disk into the ledger, beside a bare COPY of the same rows into the same tables. */
export async function measureImport(ground: Ground): Promise<void> {
  const { organisationId, legalEntityId } = await putOrganisation(ground, 'import')
  const path = join(ground.folder, 'ledger.csv')
  await pipeline(Readable.from(csvLines(ground.today)), createWriteStream(path))
  const bare = await copyBare(ground)

  const { world } = ground
  const by = { kind: 'operator' } as const
  const start = performance.now()
  const { id: importId } = await receiveFile(world, {
    organisationId,
    legalEntityId,
    by,
    source: null,
    evidenceKind: 'invoice',
    fileName: 'ledger.csv',
    mediaType: 'text/csv',
    content: createReadStream(path),
    isDirect: true,
  })
  const work = { organisationId, importId, by }
  await lookAtImport(world, work)
  const seen = await viewImport(world, work)
  const columns = seen.inspection?.columns ?? []
  const doing = { ...work, isDirect: true }
  await mapImport(world, doing, { kind: 'receivables', columns, choices: {}, remember: false })
  const before = performance.now() - start
  const compared = await timed(() => compareImport(world, work))
  await startApplying(world, doing, false)
  const applied = await timed(() => applyImport(world, { ...work, goodRows: false }))
  const after = await viewImport(world, work)

  if (after.state !== 'applied') throw new Error(`the import is ${after.state}`)
  const megabytes = Math.round((await stat(path)).size / 1e6)
  report({ bare, applied, compared, before, megabytes })
}

type Took = {
  readonly bare: number
  readonly before: number
  readonly compared: number
  readonly applied: number
  readonly megabytes: number
}

function report({ bare, before, compared, applied, megabytes }: Took): void {
  const reference = { what: 'COPY of the same rows into the same tables', value: bare }
  const perSecond = (milliseconds: number) => ROWS / (milliseconds / 1000)
  const shared = { unit: 'rows/s', reference, detail: { rows: ROWS, megabytes } }
  const aim = '≥ 0.5 of COPY'
  print({ ...shared, figure: 'import_apply', value: perSecond(applied), aim })
  const whole = perSecond(before + compared + applied)
  print({ ...shared, figure: 'import_upload_to_ledger', value: whole, aim })
}

function* csvLines(today: Day): Generator<string> {
  yield 'Customer no;Customer name;Invoice no;Invoice date;Due date;Currency;Total;Open amount\n'
  for (let row = 0; row < ROWS; row += 1) {
    const customer = (row * 31) % CUSTOMERS
    const dueOn = addDays(today, ((row * 7919) % 190) - 150)
    const amount = `${10 + ((row * 104_729) % 4990)}.${String(row % 100).padStart(2, '0')}`
    yield `C${customer};Customer ${customer};R${row};${addDays(dueOn, -30)};${dueOn};EUR;${amount};${amount}\n`
  }
}

/** Rows a second that COPY alone puts into customers, receivables and open items of another organisation. */
async function copyBare(ground: Ground): Promise<number> {
  const { organisationId, legalEntityId } = await putOrganisation(ground, 'bare')
  const sourceId = newId()
  await ground.owner.query(
    `insert into sources (id, organisation_id, legal_entity_id, kind, name, created_at)
     values ($1, $2, $3, 'file', 'Bare', now())`,
    [sourceId, organisationId, legalEntityId],
  )
  const customers = Array.from({ length: CUSTOMERS }, () => newId())
  const receivables = Array.from({ length: ROWS }, () => newId())
  const shared = `${organisationId}\t${legalEntityId}`
  const on = ground.today
  const took = await timed(async () => {
    await copy(
      ground,
      'customers (id, organisation_id, legal_entity_id, number, name, time_zone, source_id, created_at)',
      customers.map((id, n) => `${id}\t${shared}\tC${n}\tCustomer ${n}\tUTC\t${sourceId}\t${on}\n`),
    )
    await copy(
      ground,
      `receivables (id, organisation_id, legal_entity_id, customer_id, kind, number, issued_on,
        currency, total_minor, source_id, external_id, created_at)`,
      receivables.map(
        (id, n) =>
          `${id}\t${shared}\t${customers[(n * 31) % CUSTOMERS]}\tinvoice\tR${n}\t${on}\tEUR\t1000\t${sourceId}\tR${n}\t${on}\n`,
      ),
    )
    await copy(
      ground,
      `open_items (id, organisation_id, legal_entity_id, customer_id, receivable_id, issued_on,
        due_on, currency, total_minor, open_minor)`,
      receivables.map(
        (id, n) =>
          `${newId()}\t${shared}\t${customers[(n * 31) % CUSTOMERS]}\t${id}\t${on}\t${on}\tEUR\t1000\t1000\n`,
      ),
    )
  })
  return ROWS / (took / 1000)
}

async function copy({ owner }: Ground, target: string, lines: readonly string[]): Promise<void> {
  await pipeline(Readable.from(lines), owner.query(copyFrom(`copy ${target} from stdin`)))
}
