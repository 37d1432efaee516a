import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import { handToSeller, takeBack } from './ball/ball.ts'
import { readBrief } from './brief/brief.ts'
import * as contract from './contract.ts'
import { listDisputes, openDispute, resolveDispute } from './disputes/disputes.ts'
import { listPromises, takePromise, withdrawPromise } from './promises/promises.ts'
import { readSellerHome } from './seller-home/seller-home.ts'
import { triageReply, writeComment } from './talk/talk.ts'
import { addTask, assignTask, completeTask, listTasks, logCall, reopenTask } from './tasks/tasks.ts'
import { readTimeline } from './timeline/timeline.ts'
import { finishForToday, snooze, wake } from './worklist/put-away.ts'
import { listWorklist } from './worklist/worklist.ts'

type App = Parameters<FastifyPluginAsync>[0]

export function deskRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serveReading(app, world)
    serveWorklist(app, world)
    serveTasks(app, world)
    serveCommitments(app, world)
  }
}

function serveReading(app: App, world: World): void {
  serve(app, contract.listWorklist, (actor, { query }) => listWorklist(world, actor, query))
  serve(app, contract.readSellerHome, (actor) => readSellerHome(world, actor))
  serve(app, contract.readBrief, (actor, { params }) => readBrief(world, actor, params.customerId))
  serve(app, contract.readTimeline, (actor, { params, query }) =>
    readTimeline(world, actor, params.customerId, query),
  )
}

function serveWorklist(app: App, world: World): void {
  serve(app, contract.finishForToday, (actor, { params, body }) =>
    finishForToday(world, actor, params.customerId, body),
  )
  serve(app, contract.snooze, (actor, { params, body }) =>
    snooze(world, actor, params.customerId, body),
  )
  serve(app, contract.wake, (actor, { params }) => wake(world, actor, params.customerId))
  serve(app, contract.handToSeller, (actor, { params, body }) =>
    handToSeller(world, actor, params.customerId, body.note),
  )
  serve(app, contract.takeBack, (actor, { params, body }) =>
    takeBack(world, actor, params.customerId, body.note),
  )
  serve(app, contract.writeComment, (actor, { params, body }) =>
    writeComment(world, actor, params.customerId, body.body),
  )
  serve(app, contract.triageReply, (actor, { params }) => triageReply(world, actor, params.replyId))
}

function serveTasks(app: App, world: World): void {
  serve(app, contract.listTasks, (actor, { query }) => listTasks(world, actor, query))
  serve(app, contract.addTask, (actor, { params, body }) =>
    addTask(world, actor, params.customerId, body),
  )
  serve(app, contract.completeTask, (actor, { params, body }) =>
    completeTask(world, actor, params.taskId, body),
  )
  serve(app, contract.reopenTask, (actor, { params }) => reopenTask(world, actor, params.taskId))
  serve(app, contract.assignTask, (actor, { params, body }) =>
    assignTask(world, actor, params.taskId, body.assigneeId),
  )
  serve(app, contract.logCall, (actor, { params, body }) =>
    logCall(world, actor, params.customerId, body),
  )
}

function serveCommitments(app: App, world: World): void {
  serve(app, contract.takePromise, (actor, { params, body }) =>
    takePromise(world, actor, params.customerId, body),
  )
  serve(app, contract.listPromises, (actor, { query }) => listPromises(world, actor, query))
  serve(app, contract.withdrawPromise, (actor, { params, body }) =>
    withdrawPromise(world, actor, params.promiseId, body.why),
  )
  serve(app, contract.openDispute, (actor, { params, body }) =>
    openDispute(world, actor, params.receivableId, body),
  )
  serve(app, contract.listDisputes, (actor, { query }) => listDisputes(world, actor, query))
  serve(app, contract.resolveDispute, (actor, { params, body }) =>
    resolveDispute(world, actor, params.disputeId, body),
  )
}
