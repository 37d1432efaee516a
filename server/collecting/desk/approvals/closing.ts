import { revokeLinks } from '../../../access/index.ts'
import type { SystemDesk } from '../common/system.ts'
import * as store from './store.ts'

/** Closes a request that still waits, and every link to decide it; tells whether it did. */
export async function closeRequest(
  { tx, organisation, now }: Pick<SystemDesk, 'tx' | 'organisation' | 'now'>,
  approvalId: string,
  end: Omit<store.Closing, 'at'>,
): Promise<boolean> {
  const wasOpen = await store.closeApproval(tx, approvalId, { ...end, at: now })
  if (!wasOpen) return false
  await revokeLinks(
    tx,
    { clock: () => now },
    {
      organisationId: organisation.id,
      subject: { kind: 'approval', id: approvalId },
      sparesActing: true,
      by: end.by === null ? { kind: 'system' } : { kind: 'person', id: end.by },
    },
  )
  return true
}
