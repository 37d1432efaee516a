import type { Job } from '../../../jobs/jobs.ts'
import type { World } from '../../../world.ts'
import { sendRecordMail } from './mails.ts'
import { SEND_RECORD_MAIL } from './requests.ts'
import { sealRecord } from './seal.ts'
import { SEAL_RECORD } from './sign.ts'

export function recordJobs(world: World): Job[] {
  return [
    {
      task: SEAL_RECORD,
      work: ({ organisationId, recordId }) =>
        sealRecord(world, {
          organisationId: String(organisationId),
          recordId: String(recordId),
        }),
    },
    {
      task: SEND_RECORD_MAIL,
      work: ({ organisationId, mailId }) =>
        sendRecordMail(world, { organisationId: String(organisationId), mailId: String(mailId) }),
    },
  ]
}
