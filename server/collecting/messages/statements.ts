import { inOrganisation } from '../../database/tenancy.ts'
import { statementDigest, statementPdf, type StatementSnapshot } from '../../talking/index.ts'
import type { Keys, World } from '../../world.ts'
import * as store from './store/prepared.ts'
import { openLanes } from './together.ts'

/** A statement to be attached, and under what it is found if it was set ahead. */
export type Statement = {
  readonly figures: StatementSnapshot
  readonly language: string
  readonly digest: string
}

/** The digest is keyed: without the organisation's key nobody can try figures against it. */
export function statementOf(
  figures: StatementSnapshot,
  language: string,
  keys: Pick<Keys, 'hash'>,
): Statement {
  const digest = keys.hash(`statement ${statementDigest(figures, language)}`)
  return { figures, language, digest }
}

/** The statement's PDF: as it was set ahead of the same figures, or set now. */
export async function pdfOf(
  { figures, language }: Statement,
  prepared: Buffer | undefined,
  keys: Pick<Keys, 'decryptBytes'>,
): Promise<Buffer> {
  return prepared ? keys.decryptBytes(prepared) : statementPdf(figures, language)
}

/** The PDF of figures that may have been set ahead. */
export async function readyStatement(
  world: World,
  organisationId: string,
  { figures, language }: { figures: StatementSnapshot; language: string },
): Promise<Buffer> {
  const keys = await world.secrets.of(organisationId)
  const statement = statementOf(figures, language, keys)
  const prepared = await inOrganisation(world.db, organisationId, (tx) =>
    store.selectPrepared(tx, organisationId, [statement.digest]),
  )
  return pdfOf(statement, prepared.get(statement.digest), keys)
}

/** Few, so that a statement which somebody wants to look at is soon its turn. */
const STATEMENTS_AT_ONCE = 2

type Preparing = { readonly organisationId: string; readonly runId: string }

/** Sets those of a run's statements that are not ready yet and keeps them, encrypted, until it is over. */
export async function prepare(
  world: World,
  { organisationId, runId }: Preparing,
  statements: readonly Statement[],
): Promise<number> {
  const keys = await world.secrets.of(organisationId)
  const digests = statements.map(({ digest }) => digest)
  const ready = await inOrganisation(world.db, organisationId, (tx) =>
    store.selectReadyDigests(tx, { organisationId, runId }, digests),
  )
  const missing = statements.filter(({ digest }) => !ready.has(digest))
  const set = await openLanes(STATEMENTS_AT_ONCE)(missing, async (statement) => {
    const pdf = await setOrNot(world, statement)
    return pdf ? [{ digest: statement.digest, content: keys.encryptBytes(pdf) }] : []
  })
  const made = set.flat()
  await inOrganisation(world.db, organisationId, (tx) =>
    store.insertPrepared(tx, { organisationId, runId }, made),
  )
  return made.length
}

/** One that cannot be set is for the sending to report, with its message. */
async function setOrNot(world: World, { figures, language }: Statement): Promise<Buffer | null> {
  try {
    return await statementPdf(figures, language)
  } catch (error) {
    world.log.warn({ error }, 'a statement could not be set ahead')
    return null
  }
}
