import { maySeeCustomerOf, readersOf } from '../../../access/index.ts'
import type { Actor } from '../../../http/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { atDesk, findCustomer, happened, lockDeskCustomer } from '../common/desk.ts'
import * as store from './store.ts'

type Comment = { readonly body: string; readonly mentions: readonly string[] }
type Person = { readonly id: string; readonly name: string }

/** Writes an internal comment and has those mentioned told; whoever may not see the customer is not. */
export function writeComment(
  world: World,
  actor: Actor,
  customerId: string,
  { body, mentions }: Comment,
): Promise<{ id: string; notTold: Person[] }> {
  return atDesk(world, actor, async (desk) => {
    const { ownerId } = await lockDeskCustomer(desk, customerId)
    const readers = mentions.length > 0 ? await readersOf(desk.tx, world) : []
    const mentioned = readers.filter((reader) => mentions.includes(reader.id))

    if (mentioned.length < new Set(mentions).size) throw new Refusal('invalid', 'no_such_person')

    const told = mentioned.filter((reader) => maySeeCustomerOf(reader, ownerId))
    const id = newId()
    await store.insertComment(desk.tx, {
      id,
      organisationId: desk.organisation.id,
      customerId,
      personId: actor.personId,
      body: desk.keys.encrypt(body),
      mentions: told.map((reader) => reader.id),
      writtenAt: desk.now,
    })
    await happened(desk, { name: 'comment.written', customerId, subject: { kind: 'comment', id } })
    const notTold = mentioned.filter((reader) => !told.includes(reader))
    return { id, notTold: notTold.map(({ id: personId, name }) => ({ id: personId, name })) }
  })
}

/** Colleagues who may see a customer. */
export function listMentionable(
  world: World,
  actor: Actor,
  customerId: string,
): Promise<{ people: Person[] }> {
  return atDesk(world, actor, async (desk) => {
    const { ownerId } = await findCustomer(desk, customerId)
    const readers = await readersOf(desk.tx, world)

    const people = readers
      .filter((reader) => reader.id !== actor.personId && maySeeCustomerOf(reader, ownerId))
      .map(({ id, name }) => ({ id, name }))
    return { people: people.toSorted((a, b) => a.name.localeCompare(b.name)) }
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
