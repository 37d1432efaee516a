import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import { within } from '../within.ts'
import { allocateCredit, allocatePayment, reverseAllocation, writeOff } from './allocations.ts'
import * as contract from './contract.ts'
import { recordPayment, reversePayment } from './payments.ts'
import { readPayments } from './reading.ts'

export function paymentRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, contract.listPayments, (actor, { params, query }) =>
      within(world, actor, (tx, doing) => readPayments(tx, doing, { ...params, ...query })),
    )
    serve(app, contract.recordPayment, (actor, { params, body }) =>
      within(world, actor, (tx, doing) => recordPayment(tx, doing, { ...params, ...body })),
    )
    serve(app, contract.reversePayment, (actor, { params, body }) =>
      within(world, actor, (tx, doing) => reversePayment(tx, doing, { ...params, ...body })),
    )
    serve(app, contract.allocate, (actor, { body }) =>
      within(world, actor, (tx, doing) =>
        body.kind === 'payment'
          ? allocatePayment(tx, doing, body)
          : allocateCredit(tx, doing, body),
      ),
    )
    serve(app, contract.reverseAllocation, (actor, { params, body }) =>
      within(world, actor, (tx, doing) => reverseAllocation(tx, doing, { ...params, ...body })),
    )
    serve(app, contract.writeOff, (actor, { body }) =>
      within(world, actor, (tx, doing) => writeOff(tx, doing, body)),
    )
  }
}
