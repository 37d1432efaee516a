import { sql } from 'kysely'

import { isId } from '../kernel/ids.ts'
import type { Database, Transaction } from './database.ts'

/** Runs work in one transaction that sees and touches the rows of one organisation only. */
export function inOrganisation<Result>(
  db: Database,
  organisationId: string,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    await setOrganisation(tx, organisationId)
    return work(tx)
  })
}

/** Looks at one moment of an organisation, however long it takes and whatever others write meanwhile. */
export function lookingInto<Result>(
  db: Database,
  organisationId: string,
  look: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const transaction = db.transaction().setIsolationLevel('repeatable read')
  return transaction.setAccessMode('read only').execute(async (tx) => {
    await setOrganisation(tx, organisationId)
    return look(tx)
  })
}

/**
 * Puts the rest of a transaction into one organisation; `inOrganisation` does it for all but the
 * transaction that makes the organisation. `set local` with a literal, not set_config(): only the
 * statement reaches Citus workers.
 */
export async function setOrganisation(tx: Transaction, organisationId: string): Promise<void> {
  if (!isId(organisationId)) throw new RangeError('not an organisation id')
  await sql.raw(`set local app.organisation_id = '${organisationId}'`).execute(tx)
}
