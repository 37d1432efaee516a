import multipart from '@fastify/multipart'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'

import { serve } from '../../http/routes.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import { known } from '../doing.ts'
import { within } from '../within.ts'
import * as contract from './contract.ts'
import { attachEvidence, readEvidence, removeEvidence } from './evidence.ts'
import { dispositionOf, mediaTypeOf, plainName } from './rules.ts'
import { selectEvidence } from './store.ts'

const LARGEST_FILE_BYTES = 25 * 1024 * 1024

export function evidenceRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    await app.register(multipart, { limits: { fileSize: LARGEST_FILE_BYTES, files: 1 } })

    serve(app, contract.listEvidence, (actor, { params }) =>
      within(world, actor, (tx, doing) => readEvidence(tx, doing, params.customerId)),
    )
    serve(app, contract.addEvidence, async (actor, { params, query, request }) => {
      const { name, bytes, mediaType } = await readFile(request)
      const kept = await world.files.put(actor.organisationId, bytes)
      return within(world, actor, (tx, doing) =>
        attachEvidence(tx, doing, {
          customerId: params.customerId,
          receivableId: query.receivable ?? null,
          kind: query.kind,
          isSigned: query.signed === 'yes',
          file: { ...kept, mediaType, name },
        }),
      )
    })
    serve(app, contract.downloadEvidence, async (actor, { params, reply }) => {
      const row = await within(world, actor, (tx, { owners }) =>
        selectEvidence(tx, params.evidenceId, owners),
      )
      const { mediaType, name, sha256, bytes } = known(row, 'no_such_evidence')
      const stream = await world.files.stream(actor.organisationId, sha256)
      return reply
        .type(mediaType)
        .header('content-disposition', dispositionOf(name))
        .header('content-length', bytes)
        .send(stream)
    })
    serve(app, contract.removeEvidence, async (actor, { params }) => {
      await within(world, actor, (tx, doing) => removeEvidence(tx, doing, params.evidenceId))
      return {}
    })
  }
}

async function readFile(request: FastifyRequest) {
  if (!request.isMultipart()) throw new Refusal('invalid', 'file_missing')
  const part = await request.file()
  if (!part) throw new Refusal('invalid', 'file_missing')
  const name = plainName(part.filename)
  const bytes = await part.toBuffer().catch(() => null)
  if (bytes === null) {
    throw new Refusal('invalid', 'file_too_large', { name, bytes: LARGEST_FILE_BYTES })
  }
  if (bytes.length === 0) throw new Refusal('invalid', 'file_empty', { name })
  const mediaType = mediaTypeOf(name, bytes)
  if (!mediaType) throw new Refusal('invalid', 'file_type_not_allowed', { name })
  return { name, bytes, mediaType }
}
