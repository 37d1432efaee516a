import { policyFrom, type Policy } from '../../../access/index.ts'
import type { Transaction } from '../../../database/database.ts'
import { inOrganisation } from '../../../database/tenancy.ts'
import { dayIn, type Day, type Instant } from '../../../kernel/day.ts'
import type { World } from '../../../world.ts'
import { selectOrganisation } from './store.ts'

/** The program's own transaction in an organisation, when the clock does the work. */
export type SystemDesk = {
  readonly tx: Transaction
  readonly organisation: {
    readonly id: string
    readonly timeZone: string
    readonly reportingCurrency: string
  }
  readonly policy: Policy
  readonly today: Day
  readonly now: Instant
}

export function atSystemDesk<Result>(
  world: World,
  organisationId: string,
  work: (desk: SystemDesk) => Promise<Result>,
): Promise<Result> {
  return inOrganisation(world.db, organisationId, async (tx) => {
    const { policy, ...organisation } = await selectOrganisation(tx, organisationId)
    const now = world.clock()
    const today = dayIn(organisation.timeZone, now)
    return work({ tx, organisation, policy: policyFrom(policy), today, now })
  })
}
