import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { from as copyFrom } from 'pg-copy-streams'

import { addDays, type Day } from '../server/kernel/day.ts'
import { newId } from '../server/kernel/ids.ts'
import { startChild } from './child.ts'
import { putOrganisation, type Ground } from './ground.ts'
import { print, timed } from './print.ts'
import { takeIn, type Took } from './take-in.ts'

const ROWS = 200_000
const CUSTOMERS = 10_000

/** A ledger file from the disk into the ledger, beside a bare COPY of the same rows into the same tables. */
export async function measureImport(ground: Ground): Promise<void> {
  const { organisationId, legalEntityId } = await putOrganisation(ground, 'import')
  const path = join(ground.folder, 'ledger.csv')
  await pipeline(Readable.from(csvLines(ground.today, ROWS)), createWriteStream(path))
  const bare = await copyBare(ground)

  const took = await takeIn(ground.world, { organisationId, legalEntityId, path })

  const megabytes = Math.round((await stat(path)).size / 1e6)
  report({ bare, ...took, megabytes })
  await measureMemory(ground)
}

function report({
  bare,
  before,
  compared,
  applied,
  megabytes,
}: Took & { readonly bare: number; readonly megabytes: number }): void {
  const reference = { what: 'COPY of the same rows into the same tables', value: bare }
  const perSecond = (milliseconds: number) => ROWS / (milliseconds / 1000)
  const shared = { unit: 'rows/s', reference, detail: { rows: ROWS, megabytes } }
  const aim = '≥ 0.5 of COPY'
  print({ ...shared, figure: 'import_apply', value: perSecond(applied), aim })
  const whole = perSecond(before + compared + applied)
  print({ ...shared, figure: 'import_upload_to_ledger', value: whole, aim })
}

const MANY_ROWS = 1_000_000
const FEW_ROWS = 100_000

/** What a process needs at most that takes a file in, of a million rows beside a tenth of them. */
async function measureMemory(ground: Ground): Promise<void> {
  const few = await peakOf(ground, FEW_ROWS)
  const many = await peakOf(ground, MANY_ROWS)
  print({
    figure: 'import_memory_of_1000000_rows',
    value: many,
    unit: 'MB',
    reference: { what: `the same of ${FEW_ROWS} rows`, value: few },
    aim: 'does not grow with the file',
  })
}

async function peakOf(ground: Ground, rows: number): Promise<number> {
  const { organisationId, legalEntityId } = await putOrganisation(ground, `rows-${rows}`)
  const path = join(ground.folder, `${rows}.csv`)
  await pipeline(Readable.from(csvLines(ground.today, rows)), createWriteStream(path))
  const key = ground.masterKey.toString('base64url')
  const { ownerUrl } = ground.world
  const ids = [organisationId, legalEntityId]
  const child = await startChild('import-child.ts', [ownerUrl, key, ground.folder, ...ids, path])
  await child.stop()
  return Number(child.firstLine)
}

function* csvLines(today: Day, rows: number): Generator<string> {
  yield 'Customer no;Customer name;Invoice no;Invoice date;Due date;Currency;Total;Open amount\n'
  for (let row = 0; row < rows; row += 1) {
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
