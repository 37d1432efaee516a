import { promised, shortOfCash, wantsPlan } from './agreements.ts'
import { needsDocuments } from './documents.ts'
import type { Followed, Logging, Result } from './logging.ts'
import { disputed, notReached, refuses } from './others.ts'
import { alreadyPaid } from './payments.ts'
import { wrongPerson } from './people.ts'

/** Each kind of outcome does what it says, in the transaction that keeps it. */
export async function follow(at: Logging, result: Result): Promise<Followed> {
  switch (result.kind) {
    case 'promised':
      return promised(at, result)
    case 'wants_plan':
      return wantsPlan(at, result)
    case 'dispute':
      return disputed(at, result)
    case 'already_paid':
      return alreadyPaid(at, result)
    case 'needs_documents':
      return needsDocuments(at, result)
    case 'wrong_person':
      return wrongPerson(at, result)
    case 'short_of_cash':
      return shortOfCash(at, result)
    case 'refuses':
      return refuses(at, result)
    case 'not_reached':
      return notReached(at, result)
    case 'other':
      return { opened: [] }
  }
}
