import { inOrganisation } from '../../../database/tenancy.ts'
import type { Job } from '../../../jobs/jobs.ts'
import type { World } from '../../../world.ts'
import { deliverMessages, resumeOwn, takeClaimed } from '../../messages/index.ts'
import { SEND_OWN } from '../common/own-mail.ts'

export function outcomeJobs(world: World): Job[] {
  return [
    {
      task: SEND_OWN,
      work: ({ organisationId, messageId }) =>
        sendOwn(world, { organisationId: String(organisationId), messageId: String(messageId) }),
    },
  ]
}

type Which = { readonly organisationId: string; readonly messageId: string }

/**
 * Sends a message that a person asked for, through the way of all messages: handed over once. What a
 * mail server puts off is gone on with by whoever looks after what was left behind.
 */
export async function sendOwn(world: World, { organisationId, messageId }: Which): Promise<void> {
  const keys = {
    keys: await world.secrets.of(organisationId),
    installation: world.secrets.installation,
  }
  const at = world.clock()
  const messages = await inOrganisation(world.db, organisationId, async (tx) => {
    const rows = await takeClaimed(tx, [messageId], world.processId)
    return resumeOwn(tx, world, { organisationId, at, keys }, rows)
  })
  await deliverMessages(world, organisationId, messages)
}
