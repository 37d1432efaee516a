import type { Actor } from '../../../http/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { atDesk, happened, lockDeskCustomer } from '../common/desk.ts'
import * as store from './store.ts'

/** Writes an internal comment; the customer never sees it. */
export function writeComment(
  world: World,
  actor: Actor,
  customerId: string,
  body: string,
): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    await lockDeskCustomer(desk, customerId)

    const id = newId()
    await store.insertComment(desk.tx, {
      id,
      organisationId: desk.organisation.id,
      customerId,
      personId: actor.personId,
      body: desk.keys.encrypt(body),
      writtenAt: desk.now,
    })
    await happened(desk, { name: 'comment.written', customerId, subject: { kind: 'comment', id } })
    return { id }
  })
}

/** Marks a reply as read and acted on: automatic steps may go on. */
export function triageReply(world: World, actor: Actor, replyId: string): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    const reply = await store.selectReply(desk.tx, replyId)
    if (!reply) throw new Refusal('not_found', 'no_such_reply')
    await lockDeskCustomer(desk, reply.customerId)

    const triage = { at: desk.now, by: actor.personId }
    const waited = await store.markTriaged(desk.tx, replyId, triage)
    if (!waited) throw new Refusal('conflict', 'reply_already_triaged')

    const subject = { kind: 'reply', id: replyId }
    await happened(desk, { name: 'reply.triaged', customerId: reply.customerId, subject })
    return { id: replyId }
  })
}
