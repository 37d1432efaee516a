import type * as z from 'zod'

import type { Transaction } from '../../../../database/database.ts'
import { mayAny } from '../../../../http/permissions.ts'
import { addDays, instantAt, type Day, type Instant } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { Money } from '../../../../kernel/money.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import type { World } from '../../../../world.ts'
import { selectTurn } from '../../ball/store.ts'
import { deskByLink, type Linked } from '../../by-link/desk.ts'
import { lockDeskCustomer, type Desk } from '../../common/desk.ts'
import { selectCustomer } from '../../common/store.ts'
import { OutcomeAnswer, Result } from '../contract.ts'
import { logWithin } from '../outcomes.ts'
import { selectLatestOfBall } from '../store.ts'
import { choicesOf, type Choices } from './choices.ts'

/** What a seller is shown who holds a customer and is asked what came of it. */
export type ShownTurn = {
  readonly organisationName: string
  readonly customerName: string
  readonly askerName: string
  readonly question: string
  readonly overdue: readonly Money[]
  readonly daysLate: number
  readonly today: Day
  readonly returnsOn: Day
  readonly expiresAt: Instant
  readonly isHeld: boolean
}

/** How a turn stands; null when the customer is none of the reader's. */
export async function shownTurn(
  desk: Desk,
  ballId: string,
): Promise<(ShownTurn & { readonly customerId: string }) | null> {
  const turn = await selectTurn(desk.tx, ballId, desk.today)
  if (!turn) return null
  const customer = await selectCustomer(desk.tx, turn.customerId, desk.actor.owners, false)
  if (!customer || !mayAny(desk.actor.roles, 'tasks.work')) return null
  const ends = instantAt(desk.organisation.timeZone, addDays(turn.returnsOn, 1), '00:00')
  return { ...turn, customerName: customer.name, today: desk.today, expiresAt: ends }
}

export type TurnToTell = ShownTurn & {
  /** What may be answered while they hold the customer. */
  readonly choices: Choices
  /** What was written down last in this turn, and what followed from it. */
  readonly told: z.output<typeof OutcomeAnswer> | null
}

export async function turnByLink(tx: Transaction, world: World, link: Linked): Promise<TurnToTell> {
  const { desk, turn } = await atTurn(tx, world, link)
  const answer = await selectLatestOfBall(tx, link.subject.id)
  return {
    ...turn,
    choices: await choicesOf(desk, turn.customerId),
    told: answer === null ? null : OutcomeAnswer.parse(answer),
  }
}

/** The desk of whom a link was sent to, and their turn; somebody else's customer is none. */
async function atTurn(tx: Transaction, world: World, link: Linked) {
  const desk = await deskByLink(tx, world, link)
  return { desk, turn: await turnOf(desk, link) }
}

async function turnOf(desk: Desk, { subject, language }: Linked) {
  const turn = await shownTurn(desk, subject.id)
  if (!turn) throw new Refusal('gone', 'link_revoked', { language })
  return turn
}

type Told = {
  readonly said: string
  readonly contactId: string | null
  /** What came of it, of what may be answered at that moment. */
  readonly resultOf: (choices: Choices) => z.input<typeof Result>
}

/** Writes down what came of the conversation, and does what follows from it, as the application does. */
export async function logByLink(
  tx: Transaction,
  world: World,
  link: Linked,
  { said, contactId, resultOf }: Told,
): Promise<void> {
  const { desk, turn: found } = await atTurn(tx, world, link)
  await lockDeskCustomer(desk, found.customerId)
  const turn = await turnOf(desk, link)
  if (!turn.isHeld) throw new Refusal('conflict', 'not_with_seller')
  const result = Result.safeParse(resultOf(await choicesOf(desk, turn.customerId)))
  if (!result.success) throw new Refusal('invalid', 'not_readable')
  await logWithin(world, desk, turn.customerId, {
    id: newId(),
    happenedAt: desk.now,
    channel: 'call',
    contactId,
    said,
    taskId: null,
    keepsBall: false,
    result: result.data,
  })
}
