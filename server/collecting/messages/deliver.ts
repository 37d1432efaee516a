import { inOrganisation } from '../../database/tenancy.ts'
import { openMailer, type Delivery, type Mail, type Mailer } from '../../talking/index.ts'
import type { Keys, World } from '../../world.ts'
import type { Claimed } from './claim.ts'
import { completeMail, draftOf, type Complete, type Draft } from './mail.ts'
import { openNoting, type Noting } from './noting.ts'
import { letGo, takenBack } from './outcomes.ts'
import { selectPrepared } from './store/prepared.ts'
import { inTurns, openLanes, type Lanes } from './together.ts'

export type Delivered = Delivery['kind'] | 'not_ours' | 'broken'

/**
 * While one message is on its way, the next is noted as handed over, and of the one before the answer
 * is noted. A crash makes no more than these unknown, however many batches there are.
 */
const MESSAGES_A_CONNECTION = 3

/** What batches that are delivered at the same time share: places beside the connections, and notes. */
export type Dispatch = { readonly lanes: Lanes; readonly noting: Noting }

export function openDispatch(world: World, organisationId: string, connections = 1): Dispatch {
  return {
    lanes: openLanes(MESSAGES_A_CONNECTION * connections),
    noting: openNoting(world, organisationId),
  }
}

/** What this process is handing over now. */
const inFlight = new Set<string>()

export function isInFlight(messageId: string): boolean {
  return inFlight.has(messageId)
}

/**
 * Sends messages that this process has claimed, each once. That one is handed over is on record
 * before the first byte of its content leaves: dying from there on makes its fate unknown, never makes
 * it go twice. What fails before that byte has for certain not left.
 */
export async function deliverMessages(
  world: World,
  organisationId: string,
  messages: readonly Claimed[],
  dispatch?: Dispatch,
): Promise<Delivered[]> {
  if (messages.length === 0) return []
  for (const { id } of messages) inFlight.add(id)
  try {
    const { counter, gathered } = await begin(world, organisationId, messages, dispatch)
    return await counter.dispatch.lanes(gathered, (one) => deliverOne(counter, one))
  } finally {
    for (const { id } of messages) inFlight.delete(id)
  }
}

/** What cannot even be begun is let go, for whoever looks next. */
async function begin(
  world: World,
  organisationId: string,
  messages: readonly Claimed[],
  dispatch?: Dispatch,
) {
  try {
    const counter = await openCounter(world, organisationId, dispatch)
    return { counter, gathered: await gather(counter, messages) }
  } catch (error) {
    await letGo(
      world,
      organisationId,
      messages.map(({ id }) => id),
    )
    throw error
  }
}

/** Where one organisation's messages are handed over. */
type Counter = {
  readonly world: World
  readonly organisationId: string
  readonly keys: Keys
  readonly mailer: Mailer | null
  readonly dispatch: Dispatch
}

async function openCounter(
  world: World,
  organisationId: string,
  dispatch?: Dispatch,
): Promise<Counter> {
  const mailer = await openMailer(world, organisationId)
  return {
    world,
    organisationId,
    mailer,
    keys: await world.secrets.of(organisationId),
    dispatch: dispatch ?? openDispatch(world, organisationId, mailer?.connections),
  }
}

type Gathered = {
  readonly claimed: Claimed
  readonly draft: Draft | Error
  /** Encrypted: the statement as it was set ahead of exactly these figures. */
  readonly prepared: Buffer | undefined
}

async function gather(
  { world, organisationId, keys }: Counter,
  messages: readonly Claimed[],
): Promise<Gathered[]> {
  const drafts = await inTurns(messages, (claimed) => ({
    claimed,
    draft: draftOrNot(claimed, keys),
  }))
  const digests = drafts.map(({ draft }) => digestOf(draft)).filter((digest) => digest !== '')
  const prepared = await inOrganisation(world.db, organisationId, (tx) =>
    selectPrepared(tx, organisationId, digests),
  )
  return drafts.map(({ claimed, draft }) => {
    return { claimed, draft, prepared: prepared.get(digestOf(draft)) }
  })
}

function digestOf(draft: Draft | Error): string {
  return draft instanceof Error ? '' : (draft.statement?.digest ?? '')
}

/** A record that cannot be laid out must not keep the others back. */
function draftOrNot(claimed: Claimed, keys: Keys): Draft | Error {
  try {
    return draftOf(claimed, keys)
  } catch (error) {
    return asError(error)
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

async function deliverOne(counter: Counter, gathered: Gathered): Promise<Delivered> {
  const { claimed } = gathered
  const complete = await completeOrNot(counter, gathered)
  if (!complete) return 'broken'
  const { mail, statementSha256 } = complete
  const handing: Handing = { over: null }
  const handOver = () =>
    (handing.over ??= counter.dispatch.noting.handOver({ id: claimed.id, statementSha256 }))

  const delivery = await sent(counter, mail, { handing, handOver })

  // Its answer may still be on the way when the connection is lost already.
  const isOurs = (await handing.over?.catch(() => true)) ?? true
  if (!isOurs) return 'not_ours'
  if (delivery === 'broken') return takeBack(counter, claimed, new Error('it cannot be composed'))
  await counter.dispatch.noting.answer({ message: claimed, delivery })
  return delivery.kind
}

/** Null while the content is held back. */
type Handing = { over: Promise<boolean> | null }

async function completeOrNot(
  counter: Counter,
  { claimed, draft, prepared }: Gathered,
): Promise<Complete | null> {
  try {
    if (draft instanceof Error) throw draft
    const { world, organisationId, keys } = counter
    const read = (sha256: string) => world.files.read(organisationId, sha256)
    return await completeMail(draft, prepared, { keys, at: world.clock(), read })
  } catch (error) {
    await takeBack(counter, claimed, asError(error))
    return null
  }
}

/** A record that cannot be made into a mail is taken back with the cause. */
async function takeBack(counter: Counter, claimed: Claimed, error: Error): Promise<'broken'> {
  const { world, organisationId } = counter
  world.log.error({ error, messageId: claimed.id }, 'a message could not be made')
  await takenBack(world, organisationId, claimed, error.message)
  return 'broken'
}

type Handover = { readonly handing: Handing; readonly handOver: () => Promise<boolean> }

async function sent(
  { mailer, world }: Counter,
  mail: Mail,
  { handing, handOver }: Handover,
): Promise<Delivery | 'broken'> {
  if (!mailer) return { kind: 'not_sent', reason: 'not_configured', answer: '' }
  const hindrance = await mailer.allowance().then(() => null, asError)
  if (hindrance) return { kind: 'not_sent', reason: 'called_off', answer: hindrance.message }
  // Put on record while a connection and the server's questions are waited for, with others of its kind.
  handOver().catch(() => {})
  try {
    return await mailer.send(mail, { beforeContent: handOver })
  } catch (error) {
    world.log.error({ error, messageId: mail.messageId }, 'a message could not be sent')
    // What goes wrong after the hand-over may have gone wrong after the message left.
    return handing.over ? { kind: 'unknown', answer: asError(error).message } : 'broken'
  }
}
