import type { FastifyPluginAsync } from 'fastify'

import { noteReading } from '../../access/index.ts'
import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import { within } from '../within.ts'
import { addContact, changeContact, readContacts, removeContact } from './contacts.ts'
import * as contract from './contract.ts'

export function contactRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, contract.listContacts, async (actor, { params }) => {
      const keys = await world.secrets.of(actor.organisationId)
      const contacts = await within(world, actor, (tx, doing) =>
        readContacts(tx, doing, { ...params, keys }),
      )
      const subject = { kind: 'customer', id: params.customerId }
      const { customerId } = params
      await noteReading(world, actor, { name: 'contacts.revealed', subject, customerId })
      return { contacts }
    })
    serve(app, contract.addContact, async (actor, { params, body: fields }) => {
      const keys = await world.secrets.of(actor.organisationId)
      return within(world, actor, (tx, doing) => addContact(tx, doing, { ...params, fields, keys }))
    })
    serve(app, contract.changeContact, async (actor, { params, body: fields }) => {
      const keys = await world.secrets.of(actor.organisationId)
      await within(world, actor, (tx, doing) =>
        changeContact(tx, doing, { ...params, fields, keys }),
      )
      return {}
    })
    serve(app, contract.removeContact, async (actor, { params }) => {
      await within(world, actor, (tx, doing) => removeContact(tx, doing, params.contactId))
      return {}
    })
  }
}
