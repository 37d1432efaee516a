import type * as z from 'zod'

import type { Day } from '../../../../kernel/day.ts'
import type { World } from '../../../../world.ts'
import type { Desk } from '../../common/desk.ts'
import type { DeskCustomer } from '../../common/store.ts'
import type { logOutcome, OutcomeAnswer } from '../contract.ts'

export type NewOutcome = z.output<typeof logOutcome.schema.body>
export type Result = NewOutcome['result']
export type ResultOf<Kind extends Result['kind']> = Extract<Result, { kind: Kind }>
export type Answer = z.output<typeof OutcomeAnswer>

/** One outcome being logged: the desk's transaction holds the customer. */
export type Logging = {
  readonly world: World
  readonly desk: Desk
  readonly customer: DeskCustomer
  readonly outcome: Omit<NewOutcome, 'result'>
  /** The person spoken to, readable; '' when nobody is named. */
  readonly contactName: string
  readonly place: {
    readonly triedOn: Day
    readonly today: Day
    readonly isBusinessDay: (day: Day) => boolean
  }
}

/** What came of a path. */
export type Followed = Pick<Answer, 'opened'> &
  Partial<Pick<Answer, 'mail' | 'withoutDocument' | 'retryOn'>>

export function isOfSales({ desk }: Pick<Logging, 'desk'>): boolean {
  return desk.actor.owners !== null
}
