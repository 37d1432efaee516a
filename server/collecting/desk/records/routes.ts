import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../../http/routes.ts'
import type { World } from '../../../world.ts'
import * as contract from './contract.ts'
import * as drafts from './drafts/contract.ts'
import { listRecords, readRecord, recordFile } from './read.ts'
import { beginRecord, makeRecord, previewRecord, withdrawRecord } from './records.ts'
import { requestSignature } from './requests.ts'
import { sealAgain } from './seal.ts'
import { signOnDevice } from './sign.ts'

export function serveRecords(app: Parameters<FastifyPluginAsync>[0], world: World): void {
  serve(app, drafts.readRecordDraft, (actor, { params }) =>
    beginRecord(world, actor, params.customerId),
  )
  serve(app, drafts.previewRecord, (actor, { params, body }) =>
    previewRecord(world, actor, params.customerId, body),
  )
  serve(app, drafts.makeRecord, (actor, { params, body }) =>
    makeRecord(world, actor, params.customerId, body),
  )
  serve(app, contract.listRecords, (actor, { params }) =>
    listRecords(world, actor, params.customerId),
  )
  serve(app, contract.readRecord, (actor, { params }) => readRecord(world, actor, params.recordId))
  serve(app, contract.signRecord, (actor, { params, body }) =>
    signOnDevice(world, actor, params.recordId, body),
  )
  serve(app, contract.requestSignature, (actor, { params, body }) =>
    requestSignature(world, actor, params.recordId, body),
  )
  serve(app, contract.withdrawRecord, (actor, { params, body }) =>
    withdrawRecord(world, actor, params.recordId, body.why),
  )
  serve(app, contract.sealRecord, (actor, { params }) => sealAgain(world, actor, params.recordId))
  serve(app, contract.downloadRecord, async (actor, { params, reply }) => {
    const { name, bytes, stream } = await recordFile(world, actor, params.recordId)
    const exact = encodeURIComponent(name)
    return reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename*=UTF-8''${exact}`)
      .header('content-length', bytes)
      .send(stream)
  })
}
