import { sql } from 'kysely'

import { isId } from '../kernel/ids.ts'
import type { Database, Transaction } from './database.ts'

/**
 * Runs work in one transaction that sees and touches the rows of one organisation only.
 * `set local` with a literal, not set_config(): only the statement reaches Citus workers.
 */
export function inOrganisation<Result>(
  db: Database,
  organisationId: string,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  if (!isId(organisationId)) throw new RangeError('not an organisation id')
  return db.transaction().execute(async (tx) => {
    await sql.raw(`set local app.organisation_id = '${organisationId}'`).execute(tx)
    return work(tx)
  })
}
