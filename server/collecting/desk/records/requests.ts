import type * as z from 'zod'

import { isActiveMember, personByEmail } from '../../../access/index.ts'
import type { Actor } from '../../../http/actor.ts'
import { addJob } from '../../../jobs/jobs.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { mailReadiness } from '../../../talking/index.ts'
import type { World } from '../../../world.ts'
import { atDesk, happened, type Desk } from '../common/desk.ts'
import type * as contract from './contract.ts'
import { findRecord, lockRecord, revokeOpenLinks, stateIn, subjectOf } from './records.ts'
import { requestRefusalOf } from './rules/state.ts'
import * as store from './store/mails.ts'

export const SEND_RECORD_MAIL = 'desk:send_record_mail'

type Asking = z.output<typeof contract.requestSignature.schema.body>

/**
 * Asks for a signature by link. The link is made by the job that mails it and is in nothing but that
 * mail: nobody here can obtain it, nor ask for it again. Asking again ends it and makes another.
 */
export async function requestSignature(
  world: World,
  actor: Actor,
  recordId: string,
  { name, address }: Asking,
): Promise<{ id: string }> {
  const colleague = await personByEmail(world, address)
  return atDesk(world, actor, async (desk) => {
    await findRecord(desk, recordId)
    await revokeOpenLinks(desk, world, recordId)
    const row = await lockRecord(desk, recordId)
    const requests = await store.countRequests(desk.tx, recordId)
    const isColleague = colleague !== undefined && (await isActiveMember(desk.tx, colleague.id))
    const readiness = await mailReadiness(desk.tx, desk.organisation.id)

    const refusal = requestRefusalOf(stateIn(row), requests)
    if (refusal) throw new Refusal('conflict', refusal)
    // Whoever works here must not hold the customer's link.
    if (isColleague) throw new Refusal('conflict', 'signer_is_colleague')
    if (readiness !== 'ready') throw new Refusal('conflict', 'no_mail_settings')

    await store.dropWaitingRequests(desk.tx, recordId)
    await askForMail(desk, { recordId, kind: 'request', name, address })
    const { customerId } = row
    await happened(desk, { name: 'record.requested', customerId, subject: subjectOf(recordId) })
    return { id: recordId }
  })
}

type Asked = {
  readonly recordId: string
  readonly kind: 'request' | 'copy_theirs' | 'copy_ours'
  readonly name: string
  readonly address: string
}

type At = Pick<Desk, 'tx' | 'keys' | 'now'> & {
  readonly organisation: { readonly id: string }
  readonly actor?: { readonly personId: string }
}

/** One mail, once: a row to claim, and the job that claims it. */
export async function askForMail(desk: At, asked: Asked): Promise<void> {
  const { tx, keys, organisation } = desk
  const id = newId()
  const organisationId = organisation.id
  const isNew = await store.insertMail(tx, {
    id,
    organisationId,
    recordId: asked.recordId,
    kind: asked.kind,
    recipientName: keys.encrypt(asked.name),
    recipientAddress: keys.encrypt(asked.address),
    askedBy: desk.actor?.personId ?? null,
    askedAt: desk.now,
  })
  if (!isNew) return
  await addJob(tx, {
    task: SEND_RECORD_MAIL,
    payload: { organisationId, mailId: id },
    key: `${SEND_RECORD_MAIL}:${id}`,
    attempts: 10,
  })
}
