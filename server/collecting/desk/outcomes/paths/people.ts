import { addContact, changeContact, doingOf } from '../../../../ledger/index.ts'
import { selectContact } from '../store.ts'
import type { Followed, Logging, ResultOf } from './logging.ts'
import { onceFor } from './tasks.ts'

/** Whoever was the wrong one is not written to any more; the right one takes their place. */
export async function wrongPerson(
  at: Logging,
  { right }: ResultOf<'wrong_person'>,
): Promise<Followed> {
  const { desk, world, customer, outcome } = at
  const { tx, keys, actor } = desk
  const doing = doingOf(actor, world)
  const wrong =
    outcome.contactId === null ? undefined : await selectContact(tx, customer.id, outcome.contactId)

  const opened: Followed['opened'] = []
  if (right !== null) {
    const fields = { ...right, ...(wrong?.isPrimary === true ? { isPrimary: true } : {}) }
    const added = await addContact(tx, doing, { customerId: customer.id, fields, keys })
    opened.push({ kind: 'contact', id: added.id })
  }
  if (wrong) {
    const fields = { doNotContact: true }
    await changeContact(tx, doing, { contactId: wrong.id, fields, keys })
  }
  if (right === null) {
    const { isNew: _, ...search } = await onceFor(at, {
      kind: 'contact',
      lane: 'seller',
      dueOn: desk.today,
      note: '',
      assigneeId: customer.ownerId ?? actor.personId,
    })
    opened.push(search)
  }
  return { opened }
}
