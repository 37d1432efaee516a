import { newId } from '../../../kernel/ids.ts'
import { formatsOf } from '../../../talking/index.ts'
import type { Desk } from '../common/desk.ts'
import { hasOpenTask, insertTask } from '../tasks/store.ts'
import { disputeWords } from './words/words.ts'

type Searched = {
  readonly customerId: string
  readonly number: string
  readonly currency: string
  readonly amountMinor: number
  readonly assigneeId: string | null
}

/** Asks finance to look for a payment that the customer says was made; once at a time. */
export async function addSearchTask(desk: Desk, searched: Searched): Promise<void> {
  const { customerId, number, currency, amountMinor, assigneeId } = searched
  if (await hasOpenTask(desk.tx, customerId, 'cash_search')) return
  const { language } = desk.actor
  const amount = formatsOf(language).money({ minor: amountMinor, currency })
  const id = newId()
  await insertTask(desk.tx, {
    id,
    organisationId: desk.organisation.id,
    customerId,
    kind: 'cash_search',
    lane: 'finance',
    cycle: id,
    dueOn: desk.today,
    note: disputeWords(language).search(number, amount),
    assigneeId,
    createdAt: desk.now,
  })
}

type Telling = { readonly customerId: string; readonly text: string }

/** A task with a text in the customer's language that says how their dispute ended. */
export async function addTellingTask(desk: Desk, { customerId, text }: Telling): Promise<string> {
  const id = newId()
  await insertTask(desk.tx, {
    id,
    organisationId: desk.organisation.id,
    customerId,
    kind: 'other',
    lane: 'finance',
    cycle: id,
    dueOn: desk.today,
    note: text,
    assigneeId: desk.actor.personId,
    createdAt: desk.now,
  })
  return id
}
