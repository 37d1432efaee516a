import { createLink } from '../../../access/index.ts'
import type { Transaction } from '../../../database/database.ts'
import type { World } from '../../../world.ts'
import { inviteToDecide } from '../approvals/invitation.ts'
import { inviteToTake, inviteToTell } from '../ball/invitations.ts'
import { openDesk } from '../common/desk.ts'
import type { Invite, Inviting, Matter } from './matter.ts'

export type Invitation = Matter & { readonly url: string }

/** What may be answered by whoever hears of it, without signing in. */
const INVITES: Readonly<Record<string, Invite>> = {
  'approval.asked': inviteToDecide,
  'ball.offered': inviteToTake,
  'ball.handed_over': inviteToTell,
  'ball.rings_soon': inviteToTell,
}

/**
 * A link for one reader to answer what happened, made in the transaction that sends its mail: null
 * when there is nothing to answer by link, 'over' when the matter needs no answer any more.
 */
export async function invitationFor(
  tx: Transaction,
  world: World,
  inviting: Inviting,
): Promise<Invitation | 'over' | null> {
  const { organisationId, event, customerId, reader } = inviting
  const invite = Object.hasOwn(INVITES, event) ? INVITES[event] : undefined
  if (!invite) return null
  const keys = await world.secrets.of(organisationId)
  const { id: personId, name, address, language, roles, owners } = reader
  const actor = { personId, name, language, organisationId, roles, owners, sessionId: '' }
  const matter = await invite(await openDesk(tx, { world, actor, keys }), inviting)
  if (matter === 'over') return matter
  const { purpose, subject, expiresAt } = matter
  const link = await createLink(tx, world, {
    organisationId,
    purpose,
    subject,
    customerId,
    personId,
    recipient: { name, address },
    language,
    expiresAt,
    maxUses: matter.maxUses ?? 1,
    by: { kind: 'system' },
  })
  return { ...matter, url: link.url }
}
