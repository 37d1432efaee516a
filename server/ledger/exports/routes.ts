import type { FastifyPluginAsync, FastifyReply } from 'fastify'

import { noteReading } from '../../access/index.ts'
import type { Actor } from '../../http/actor.ts'
import { serve } from '../../http/routes.ts'
import { dayIn } from '../../kernel/day.ts'
import type { World } from '../../world.ts'
import { doingOf } from '../doing.ts'
import * as contract from './contract.ts'
import { fileOf } from './files.ts'
import { allocationTable, documentTable, itemTable } from './lines.ts'
import { ageingTable, customerTable, type Table } from './tables.ts'
import { wordsIn, type Language } from './words.ts'

type Form = { readonly format: 'csv' | 'xlsx'; readonly language?: Language | undefined }

const CUSTOMERS = { kind: 'customers' }
const OPEN_ITEMS = { kind: 'open_items' }
const RECEIVABLES = { kind: 'receivables' }
const ALLOCATIONS = { kind: 'allocations' }

export function exportRoutes(world: World): FastifyPluginAsync {
  const readingFor = (actor: Actor, { language }: Form) => ({
    db: world.db,
    doing: doingOf(actor, world),
    say: wordsIn(language ?? languageOf(actor)),
  })
  const send = async (reply: FastifyReply, name: string, { format }: Form, table: Table) => {
    const file = await fileOf(table, { name, format, on: dayIn('UTC', world.clock()) })
    const { mediaType, disposition, body } = file
    return reply.type(mediaType).header('content-disposition', disposition).send(body)
  }

  return async (app) => {
    serve(app, contract.exportCustomers, async (actor, { query, reply }) => {
      await noteReading(world, actor, { name: 'customers.exported', subject: CUSTOMERS })
      return send(reply, 'customers', query, customerTable(readingFor(actor, query), query))
    })
    serve(app, contract.exportOpenItems, async (actor, { query, reply }) => {
      await noteReading(world, actor, { name: 'customers.exported', subject: OPEN_ITEMS })
      return send(reply, 'open-items', query, itemTable(readingFor(actor, query), query))
    })
    serve(app, contract.exportReceivables, async (actor, { query, reply }) => {
      await noteReading(world, actor, { name: 'customers.exported', subject: RECEIVABLES })
      return send(reply, 'receivables', query, documentTable(readingFor(actor, query), query))
    })
    serve(app, contract.exportAllocations, async (actor, { query, reply }) => {
      await noteReading(world, actor, { name: 'customers.exported', subject: ALLOCATIONS })
      return send(reply, 'allocations', query, allocationTable(readingFor(actor, query), query))
    })
    serve(app, contract.exportAgeing, async (actor, { query, reply }) =>
      send(reply, 'ageing', query, await ageingTable(readingFor(actor, query), query)),
    )
  }
}

function languageOf({ language }: Actor): Language {
  return language === 'de' || language === 'fr' || language === 'es' ? language : 'en'
}
