import multipart from '@fastify/multipart'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'

import { serve } from '../../http/routes.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import * as contract from './contract.ts'
import { verifyOwnPdf } from './seal.ts'
import {
  changeTimestamps,
  readSigning,
  renewKey,
  takeCertificate,
  tryTimestamps,
} from './signing.ts'

const LARGEST_PDF_BYTES = 25 * 1024 * 1024

export function signingRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    await app.register(multipart, { limits: { fileSize: LARGEST_PDF_BYTES, files: 1 } })

    serve(app, contract.getSigning, ({ organisationId }) => readSigning(world, organisationId))
    serve(app, contract.makeSigningKey, (actor) => renewKey(world, actor))
    serve(app, contract.bringCertificate, (actor, { body }) => takeCertificate(world, actor, body))
    serve(app, contract.changeTimestamps, (actor, { body }) => changeTimestamps(world, actor, body))
    serve(app, contract.tryTimestamps, (actor) => tryTimestamps(world, actor))
    serve(app, contract.verifyPdf, async ({ organisationId }, { request }) => {
      const { state, signatures, findings } = await verifyOwnPdf(
        world,
        organisationId,
        await pdfIn(request),
      )
      return {
        state,
        signatures: signatures.map((signature) => ({
          ...signature,
          findings: [...signature.findings],
        })),
        findings: [...findings],
      }
    })
  }
}

async function pdfIn(request: FastifyRequest): Promise<Buffer> {
  const part = request.isMultipart() ? await request.file() : undefined
  if (!part) throw new Refusal('invalid', 'file_missing')
  const bytes = await part.toBuffer().catch(() => null)
  if (bytes) return bytes
  throw new Refusal('invalid', 'file_too_large', { bytes: LARGEST_PDF_BYTES })
}
