import type { FastifyPluginAsync } from 'fastify'

import { inOrganisation } from '../../database/tenancy.ts'
import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import * as contract from './contract.ts'
import * as playbooks from './playbooks.ts'
import * as versions from './versions.ts'

export function playbookRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, contract.getPlaybook, (actor, { params }) =>
      playbooks.readPlaybook(world, actor, params.id),
    )
    serve(app, contract.listVersions, (actor, { params }) =>
      versions.listVersions(world, actor, params.id),
    )
    serve(app, contract.getVersion, (actor, { params }) =>
      versions.readVersion(world, actor, params),
    )
    serve(app, contract.createPlaybook, (actor, { body }) =>
      playbooks.createPlaybook(world, actor, body),
    )
    serve(app, contract.savePlaybookDraft, (actor, { params, body }) =>
      playbooks.saveDraft(world, actor, params.id, body),
    )
    serve(app, contract.switchOnPlaybook, (actor, { params, body }) =>
      playbooks.switchOn(world, actor, params.id, body),
    )
    serve(app, contract.archivePlaybook, (actor, { params }) =>
      playbooks.archivePlaybook(world, actor, params.id),
    )
    serve(app, contract.checkPlaybook, async (actor, { body }) => ({
      findings: await inOrganisation(world.db, actor.organisationId, (tx) =>
        playbooks.checkContent(tx, actor.organisationId, body.content),
      ),
    }))
  }
}
