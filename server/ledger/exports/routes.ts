import type { FastifyPluginAsync, FastifyReply } from 'fastify'

import { noteReading } from '../../access/index.ts'
import type { Actor } from '../../http/actor.ts'
import { serve } from '../../http/routes.ts'
import { dayIn } from '../../kernel/day.ts'
import type { World } from '../../world.ts'
import { doingOf } from '../doing.ts'
import { dispositionOf } from '../evidence/rules.ts'
import * as contract from './contract.ts'
import { begun, csvOf, workbookOf } from './files.ts'
import { allocationTable, documentTable, itemTable } from './lines.ts'
import { ageingTable, customerTable, type Table } from './tables.ts'
import { wordsIn, type Language } from './words.ts'

type Form = { readonly format: 'csv' | 'xlsx'; readonly language?: Language | undefined }

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

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
    const rows = await begun(table)
    const file = `${name}-${dayIn('UTC', world.clock())}.${format}`
    return reply
      .type(MEDIA_TYPES[format])
      .header('content-disposition', dispositionOf(file))
      .send(format === 'csv' ? csvOf(rows) : workbookOf(rows, name))
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
