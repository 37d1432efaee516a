import { newId } from '../../kernel/ids.ts'
import type { Row } from '../store/rows.ts'
import type { HeldBefore } from '../story/agreements.ts'
import type { Cast } from './cast.ts'
import { at } from './moments.ts'

/** What sellers were told, in turn. */
const TOLD = [
  [
    'short_of_cash',
    'call',
    'A large customer of theirs pays late. They hope for the middle of next month.',
  ],
  [
    'promised',
    'visit',
    'The new accountant had not seen the invoices. They go into the next payment run.',
  ],
  ['other', 'call', 'All is well; the invoice was waiting for the signature of the director.'],
] as const

type Held = { readonly ball: Row<'balls'>; readonly held: HeldBefore }

/** What came of the times that a seller held a customer and gave them back with a word. */
export function outcomeRows({ organisationId, keys }: Cast, helds: readonly Held[]) {
  return helds
    .filter(({ held }) => held.why === 'outcome')
    .map(({ ball, held: { account, returnedOn } }, index): Row<'outcomes'> => {
      const [kind, channel, said] = TOLD[index % TOLD.length] ?? TOLD[0]
      return {
        id: newId(),
        organisationId,
        kind,
        channel,
        customerId: account.customer.id,
        ballId: ball.id,
        onDay: returnedOn,
        happenedAt: at(account, returnedOn, '17:10'),
        recordedAt: at(account, returnedOn, '17:30'),
        loggedBy: ball.holderId ?? null,
        said: keys.encrypt(said),
        details: JSON.stringify({ kind }),
      }
    })
}
