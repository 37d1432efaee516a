import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import * as contract from './contract.ts'
import { invitePerson, linkForPassword } from './invitations.ts'
import { changePerson, listPeople, removePerson } from './people.ts'
import { addTeam, changeTeam, listTeams, removeTeam } from './teams.ts'

export function peopleRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, contract.listPeople, async (actor) => ({ people: await listPeople(world, actor) }))
    serve(app, contract.invitePerson, (actor, { body }) => invitePerson(world, actor, body))
    serve(app, contract.changePerson, async (actor, { params, body }) => {
      await changePerson(world, actor, params.id, body)
      return {}
    })
    serve(app, contract.removePerson, async (actor, { params }) => {
      await removePerson(world, actor, params.id)
      return {}
    })
    serve(app, contract.linkForPassword, (actor, { params }) =>
      linkForPassword(world, actor, params.id),
    )

    serve(app, contract.listTeams, async (actor) => ({ teams: await listTeams(world, actor) }))
    serve(app, contract.addTeam, (actor, { body }) => addTeam(world, actor, body))
    serve(app, contract.changeTeam, async (actor, { params, body }) => {
      await changeTeam(world, actor, params.id, body)
      return {}
    })
    serve(app, contract.removeTeam, async (actor, { params }) => {
      await removeTeam(world, actor, params.id)
      return {}
    })
  }
}
