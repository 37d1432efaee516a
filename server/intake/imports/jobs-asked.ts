import type { Doer } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { addJob } from '../../jobs/jobs.ts'

export const LOOK = 'imports_look'
export const COMPARE = 'imports_compare'
export const APPLY = 'imports_apply'

type Asked = {
  readonly organisationId: string
  readonly importId: string
  readonly by: Doer
  /** Whoever does the work in this process asks for no job. */
  readonly isDirect?: boolean
}

export async function askToLook(tx: Transaction, asked: Asked): Promise<void> {
  await ask(tx, LOOK, asked)
}

export async function askForComparison(
  tx: Transaction,
  asked: Asked,
  revision: number,
): Promise<void> {
  await ask(tx, COMPARE, asked, { revision })
}

export async function askToApply(tx: Transaction, asked: Asked, goodRows: boolean): Promise<void> {
  await ask(tx, APPLY, asked, { goodRows })
}

async function ask(
  tx: Transaction,
  task: string,
  { organisationId, importId, by, isDirect = false }: Asked,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  if (isDirect) return
  await addJob(tx, {
    task,
    payload: { organisationId, importId, by, ...more },
    key: `${task} ${importId}`,
    // Work on one import happens one after the other.
    queue: `import ${importId}`,
    attempts: 5,
  })
}
