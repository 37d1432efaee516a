import { revokeLinks } from '../access/index.ts'
import type { Transaction } from '../database/database.ts'
import { inOrganisation } from '../database/tenancy.ts'
import { isProcessAlive } from '../jobs/liveness.ts'
import { deliver } from '../talking/index.ts'
import type { World } from '../world.ts'
import { addressOf, mailFor, type Making, type NoticeMail } from './mail.ts'
import { nextTryOf } from './rules/retry.ts'
import * as store from './store/deliveries.ts'
import { selectOfDelivery, type ToldRow } from './store/notifications.ts'
import { selectTarget } from './store/targets.ts'
import { noteOutcome } from './target-making.ts'
import { textOf } from './text.ts'
import { slackBody, teamsBody } from './webhooks/bodies.ts'
import { post, type Posted } from './webhooks/post.ts'
import { filled, noticeWords } from './words/words.ts'

/** Sends what is due by mail and to channels, each once: what may have left never leaves again. */
export async function sendDue(world: World, organisationId: string): Promise<void> {
  const ids = await inOrganisation(world.db, organisationId, async (tx) => {
    await giveUpDead(tx, world, organisationId)
    await store.gatherDue(tx, organisationId, world.clock())
    return store.selectReady(tx, organisationId, world.clock())
  })
  for (const id of ids) await sendOne(world, organisationId, id)
}

/** What a process that died was handing over may have arrived. */
async function giveUpDead(tx: Transaction, world: World, organisationId: string): Promise<void> {
  const at = world.clock()
  for (const { id, handedOverBy } of await store.selectInHand(tx, organisationId)) {
    if (await isProcessAlive(tx, handedOverBy)) continue
    await store.noteAnswer(tx, id, { state: 'unknown', answer: '', answeredAt: at, nextAt: at })
  }
}

type Ready =
  | ({ readonly kind: 'mail' } & NoticeMail)
  | {
      readonly kind: 'post'
      readonly targetId: string
      readonly url: string
      readonly body: object
    }
  | { readonly kind: 'nothing' }

async function sendOne(world: World, organisationId: string, id: string): Promise<void> {
  const keys = await world.secrets.of(organisationId)
  const taken = await inOrganisation(world.db, organisationId, async (tx) => {
    const hands = { at: world.clock(), processId: world.processId }
    const delivery = await store.takeDelivery(tx, id, hands)
    if (!delivery) return null
    const making = { tx, world, organisationId, delivery, decrypt: keys.decrypt }
    return { delivery, ready: await made(making) }
  })
  if (!taken) return
  const { delivery, ready } = taken
  const posted = await handedOver(world, organisationId, ready)
  await inOrganisation(world.db, organisationId, async (tx) => {
    await noteAnswer(tx, world, delivery, posted)
    if (ready.kind === 'mail')
      await dropLinks(tx, world, { organisationId, delivery, ready, posted })
    if (ready.kind === 'post') await noteOutcome(tx, world, ready.targetId, posted)
  })
}

async function handedOver(world: World, organisationId: string, ready: Ready): Promise<Posted> {
  try {
    if (ready.kind === 'nothing')
      return { kind: 'refused', answer: 'Nobody may hear of it any more.' }
    if (ready.kind === 'post') return await post(world, ready.url, ready.body)
    const { kind, answer } = await deliver(world, organisationId, ready.mail)
    return { kind, answer }
  } catch (error) {
    world.log.error({ error }, 'a notification could not be handed over')
    return { kind: 'unknown', answer: error instanceof Error ? error.message : '' }
  }
}

type Dropping = {
  readonly organisationId: string
  readonly delivery: store.DeliveryRow
  readonly ready: Ready & { readonly kind: 'mail' }
  readonly posted: Posted
}

/** A mail that may have arrived keeps its links; the next try of one that did not makes new ones. */
async function dropLinks(
  tx: Transaction,
  world: World,
  { organisationId, delivery, ready, posted }: Dropping,
): Promise<void> {
  if (posted.kind !== 'not_sent' && posted.kind !== 'refused') return
  const { personId } = delivery
  for (const { subject, purpose } of ready.invited) {
    const about = { organisationId, subject, purposes: [purpose], by: { kind: 'system' } } as const
    await revokeLinks(tx, world, personId === null ? about : { ...about, personId })
  }
}

async function noteAnswer(
  tx: Transaction,
  world: World,
  { id, attempts }: store.DeliveryRow,
  { kind, answer, waitSeconds = 0 }: Posted,
): Promise<void> {
  const now = world.clock()
  const again = kind === 'not_sent' ? nextTryOf(attempts, now, waitSeconds) : null
  const state = kind === 'not_sent' ? (again ? 'waiting' : 'given_up') : kind
  await store.noteAnswer(tx, id, { state, answer, answeredAt: now, nextAt: again ?? now })
}

async function made(making: Making): Promise<Ready> {
  const rows = await selectOfDelivery(making.tx, making.delivery.id)
  if (making.delivery.targetId !== null) return postFor(making, rows)
  const mail = await mailFor(making, rows)
  return mail ? { kind: 'mail', ...mail } : { kind: 'nothing' }
}

/** The post to a channel, unless it was removed or switched off meanwhile. */
async function postFor(
  { tx, world, delivery, decrypt }: Making,
  rows: readonly ToldRow[],
): Promise<Ready> {
  const target = await selectTarget(tx, delivery.targetId ?? '')
  if (!target?.isOn || rows.length === 0) return { kind: 'nothing' }
  const { language, kind, id: targetId } = target
  const words = noticeWords(language)
  const texts = rows.map((row) => ({
    ...textOf(row, language, decrypt),
    url: addressOf(world, row),
  }))
  const [only] = texts
  const isSingle = texts.length === 1 && only !== undefined
  const title = isSingle ? only.title : filled(words.digest[delivery.pace], { count: texts.length })
  const message = { title, rows: texts, open: words.open }
  const body = kind === 'slack' ? slackBody(message) : teamsBody(message)
  return { kind: 'post', targetId, url: decrypt(target.url), body }
}
