import type { Database, Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Doing } from '../doing.ts'

const BATCH = 200

type Place = { readonly cursor: string | undefined; readonly limit: number }
type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null }

/** All rows of a list that comes in pages. Each page is a transaction of its own: a slow reader keeps nothing waiting. */
export async function* batches<Row>(
  db: Database,
  doing: Doing,
  read: (tx: Transaction, place: Place) => Promise<Page<Row>>,
): AsyncGenerator<Row> {
  let cursor: string | undefined
  do {
    const place = { cursor, limit: BATCH }
    const page = await inOrganisation(db, doing.organisationId, (tx) => read(tx, place))
    yield* page.rows
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
}
