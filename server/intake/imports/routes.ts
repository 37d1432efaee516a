import multipart from '@fastify/multipart'
import type { FastifyPluginAsync } from 'fastify'

import type { Actor } from '../../http/actor.ts'
import { serve } from '../../http/routes.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import * as contract from './contract.ts'
import { matchEvidence } from './evidence.ts'
import { cancelImport, correctImport, forgetMapping, mapImport, startApplying } from './imports.ts'
import { rejectedRows } from './rejected.ts'
import { receiveFile } from './upload.ts'
import {
  listChanges,
  listFindings,
  listImports,
  listMappings,
  viewImport,
  viewLine,
} from './views.ts'

const LARGEST_FILE = 8 * 1024 ** 3
const MOST_FILES = 200

export function importRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    await app.register(multipart, {
      limits: { fileSize: LARGEST_FILE, files: MOST_FILES, fields: 10 },
    })

    serve(app, contract.uploadFiles, async (actor, { query, request }) => {
      const { legalEntityId, source = null, evidenceKind } = query
      const imports: { id: string; fileName: string }[] = []
      for await (const part of request.files()) {
        const fileName = nameOf(part.filename)
        const { id } = await receiveFile(world, {
          organisationId: actor.organisationId,
          by: { kind: 'person', id: actor.personId },
          legalEntityId,
          source,
          evidenceKind,
          fileName,
          mediaType: part.mimetype.slice(0, 100),
          content: part.file,
          isTruncated: () => part.file.truncated,
        })
        imports.push({ id, fileName })
      }
      if (imports.length === 0) throw new Refusal('invalid', 'no_file_in_request')
      return { imports }
    })

    serve(app, contract.listImports, ({ organisationId }, { query }) =>
      listImports(world, organisationId, query),
    )
    serve(app, contract.getImport, (actor, { params }) => viewImport(world, of(actor, params)))
    serve(app, contract.listImportFindings, (actor, { params, query }) =>
      listFindings(world, of(actor, params), query),
    )
    serve(app, contract.listImportChanges, (actor, { params, query }) =>
      listChanges(world, of(actor, params), query),
    )
    serve(app, contract.getImportLine, (actor, { params }) =>
      viewLine(world, of(actor, params), params.line),
    )
    serve(app, contract.listMappings, ({ organisationId }) => listMappings(world, organisationId))
    serve(app, contract.downloadRejectedRows, async (actor, { params, reply }) => {
      const text = await rejectedRows(world, of(actor, params))
      reply.header('content-disposition', 'attachment; filename="rejected.csv"')
      return reply.type('text/csv; charset=utf-8').send(text)
    })
    serveChanges(app, world)
  }
}

function serveChanges(app: Parameters<FastifyPluginAsync>[0], world: World): void {
  serve(app, contract.mapImport, async (actor, { params, body }) => {
    await mapImport(world, doing(actor, params), body)
    return viewImport(world, of(actor, params))
  })
  serve(app, contract.correctImport, async (actor, { params, body }) => {
    await correctImport(world, doing(actor, params), body.corrections)
    return viewImport(world, of(actor, params))
  })
  serve(app, contract.applyImport, async (actor, { params, body }) => {
    await startApplying(world, doing(actor, params), body.goodRows)
    return viewImport(world, of(actor, params))
  })
  serve(app, contract.cancelImport, async (actor, { params }) => {
    await cancelImport(world, doing(actor, params))
    return viewImport(world, of(actor, params))
  })
  serve(app, contract.matchEvidence, async (actor, { params, body }) => {
    await matchEvidence(world, { ...doing(actor, params), owners: actor.owners }, body)
    return viewImport(world, of(actor, params))
  })
  serve(app, contract.forgetMapping, async (actor, { params }) => {
    const { organisationId, by } = doing(actor, { importId: '' })
    await forgetMapping(world, { organisationId, by }, params.mappingId)
    return {}
  })
}

function of({ organisationId }: Actor, { importId }: { importId: string }) {
  return { organisationId, importId }
}

function doing(actor: Actor, { importId }: { importId: string }) {
  const by = { kind: 'person', id: actor.personId } as const
  return { organisationId: actor.organisationId, importId, by }
}

/** The last part of the name that the browser gives, short enough to keep. */
function nameOf(given: string): string {
  const name = given.split(/[/\\]/).at(-1)?.trim() ?? ''
  return name === '' ? 'file' : name.slice(-200)
}
