import { Readable } from 'node:stream'

import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import {
  askForPromise,
  decideApproval,
  listApprovals,
  withdrawRequest,
} from './approvals/approvals.ts'
import * as approvals from './approvals/contract.ts'
import { handToSeller, readBall, takeBack, takeBall } from './ball/ball.ts'
import * as ball from './ball/contract.ts'
import { readBrief } from './brief/brief.ts'
import { readEvidenceBundle } from './brief/bundle/bundle.ts'
import * as bundle from './brief/bundle/contract.ts'
import * as brief from './brief/contract.ts'
import * as visit from './brief/visit/contract.ts'
import { readVisitBrief } from './brief/visit/visit-brief.ts'
import * as copies from './copies/contract.ts'
import { previewCopy, sendCopy } from './copies/copies.ts'
import { disputeRoutes } from './disputes/routes.ts'
import * as mandates from './mandates/contract.ts'
import { tryMandateLimits } from './mandates/effect.ts'
import {
  changeMandateLimits,
  grantMandate,
  readMandate,
  readMandateLimits,
  revokeMandate,
} from './mandates/mandates.ts'
import { declineOffer, offerBall } from './offers/offers.ts'
import { serveOutcomes } from './outcomes/routes.ts'
import { acceleratePlan, previewAcceleration } from './plans/accelerate.ts'
import * as plans from './plans/contract.ts'
import { listPlans, proposePlan, withdrawPlan } from './plans/plans.ts'
import { replacePlan } from './plans/replace.ts'
import * as promises from './promises/contract.ts'
import { listPromises, takePromise, withdrawPromise } from './promises/promises.ts'
import { serveRecords } from './records/routes.ts'
import * as sellerHome from './seller-home/contract.ts'
import { readSellerHome, sayThanks, takeBackThanks } from './seller-home/seller-home.ts'
import * as talk from './talk/contract.ts'
import { listMentionable, triageReply, writeComment } from './talk/talk.ts'
import * as tasks from './tasks/contract.ts'
import { addTask, assignTask, completeTask, listTasks, reopenTask } from './tasks/tasks.ts'
import * as timeline from './timeline/contract.ts'
import { readTimeline } from './timeline/timeline.ts'
import * as worklist from './worklist/contract.ts'
import { finishForToday, snooze, wake } from './worklist/put-away.ts'
import { listWorklist } from './worklist/worklist.ts'

type App = Parameters<FastifyPluginAsync>[0]

export function deskRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serveReading(app, world)
    serveWorklist(app, world)
    serveTasks(app, world)
    disputeRoutes(app, world)
    serveCommitments(app, world)
    serveMandates(app, world)
    serveOutcomes(app, world)
    serveRecords(app, world)
  }
}

function serveReading(app: App, world: World): void {
  serve(app, worklist.listWorklist, (actor, { query }) => listWorklist(world, actor, query))
  serve(app, sellerHome.readSellerHome, (actor) => readSellerHome(world, actor))
  serve(app, sellerHome.sayThanks, (actor, { params }) =>
    sayThanks(world, actor, params.customerId),
  )
  serve(app, sellerHome.takeBackThanks, (actor, { params }) => takeBackThanks(world, actor, params))
  serve(app, brief.readBrief, (actor, { params }) => readBrief(world, actor, params.customerId))
  serve(app, visit.readVisitBrief, (actor, { params }) =>
    readVisitBrief(world, actor, params.customerId),
  )
  serve(app, bundle.readEvidenceBundle, async (actor, { params, query, reply }) => {
    const { pdf, name } = await readEvidenceBundle(world, actor, { ...params, ...query })
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('content-length', pdf.byteLength)
      .send(Readable.from(slicesOf(pdf)))
  })
  serve(app, timeline.readTimeline, (actor, { params, query }) =>
    readTimeline(world, actor, params.customerId, query),
  )
  serve(app, copies.previewCopy, (actor, { params, query }) =>
    previewCopy(world, actor, params.messageId, query),
  )
  serve(app, copies.sendCopy, (actor, { params, body }) =>
    sendCopy(world, actor, params.messageId, body),
  )
}

function serveWorklist(app: App, world: World): void {
  serve(app, worklist.finishForToday, (actor, { params, body }) =>
    finishForToday(world, actor, params.customerId, body),
  )
  serve(app, worklist.snooze, (actor, { params, body }) =>
    snooze(world, actor, params.customerId, body),
  )
  serve(app, worklist.wake, (actor, { params }) => wake(world, actor, params.customerId))
  serve(app, ball.handToSeller, (actor, { params, body }) =>
    handToSeller(world, actor, params.customerId, body.note),
  )
  serve(app, ball.takeBall, (actor, { params, body }) =>
    takeBall(world, actor, params.customerId, body.note),
  )
  serve(app, ball.offerBall, (actor, { params, body }) =>
    offerBall(world, actor, params.customerId, body.note),
  )
  serve(app, ball.declineOffer, (actor, { params, body }) =>
    declineOffer(world, actor, params.customerId, body.note),
  )
  serve(app, ball.readBall, (actor, { params }) => readBall(world, actor, params.customerId))
  serve(app, ball.takeBack, (actor, { params, body }) =>
    takeBack(world, actor, params.customerId, body.note),
  )
  serve(app, talk.writeComment, (actor, { params, body }) =>
    writeComment(world, actor, params.customerId, body),
  )
  serve(app, talk.listMentionable, (actor, { params }) =>
    listMentionable(world, actor, params.customerId),
  )
  serve(app, talk.triageReply, (actor, { params }) => triageReply(world, actor, params.replyId))
}

function serveTasks(app: App, world: World): void {
  serve(app, tasks.listTasks, (actor, { query }) => listTasks(world, actor, query))
  serve(app, tasks.addTask, (actor, { params, body }) =>
    addTask(world, actor, params.customerId, body),
  )
  serve(app, tasks.completeTask, (actor, { params, body }) =>
    completeTask(world, actor, params.taskId, body),
  )
  serve(app, tasks.reopenTask, (actor, { params }) => reopenTask(world, actor, params.taskId))
  serve(app, tasks.assignTask, (actor, { params, body }) =>
    assignTask(world, actor, params.taskId, body.assigneeId),
  )
}

function serveCommitments(app: App, world: World): void {
  serve(app, promises.takePromise, (actor, { params, body }) =>
    takePromise(world, actor, params.customerId, body),
  )
  serve(app, promises.listPromises, (actor, { query }) => listPromises(world, actor, query))
  serve(app, promises.withdrawPromise, (actor, { params, body }) =>
    withdrawPromise(world, actor, params.promiseId, body.why),
  )
}

function serveMandates(app: App, world: World): void {
  serve(app, mandates.readMandate, (actor, { params, query }) =>
    readMandate(world, actor, params.customerId, query.currency),
  )
  serve(app, mandates.grantMandate, (actor, { params, body }) =>
    grantMandate(world, actor, params.customerId, body),
  )
  serve(app, mandates.revokeMandate, (actor, { params, body }) =>
    revokeMandate(world, actor, params.mandateId, body.why),
  )
  serve(app, mandates.readMandateLimits, (actor) => readMandateLimits(world, actor))
  serve(app, mandates.changeMandateLimits, (actor, { body }) =>
    changeMandateLimits(world, actor, body.rows),
  )
  serve(app, mandates.tryMandateLimits, (actor, { body }) =>
    tryMandateLimits(world, actor, body.rows),
  )
  serve(app, approvals.askForPromise, (actor, { params, body }) =>
    askForPromise(world, actor, params.customerId, body),
  )
  serve(app, approvals.listApprovals, (actor, { query }) => listApprovals(world, actor, query))
  serve(app, approvals.decideApproval, (actor, { params, body }) =>
    decideApproval(world, actor, params.approvalId, body),
  )
  serve(app, approvals.withdrawApproval, (actor, { params }) =>
    withdrawRequest(world, actor, params.approvalId),
  )
  serve(app, plans.proposePlan, (actor, { params, body }) =>
    proposePlan(world, actor, params.customerId, body),
  )
  serve(app, plans.listPlans, (actor, { query }) => listPlans(world, actor, query))
  serve(app, plans.acceleratePlan, (actor, { params, body }) =>
    acceleratePlan(world, actor, params.planId, body),
  )
  serve(app, plans.previewAcceleration, (actor, { params, query }) =>
    previewAcceleration(world, actor, params.planId, query.contactId ?? null),
  )
  serve(app, plans.replacePlan, (actor, { params, body }) =>
    replacePlan(world, actor, params.planId, body),
  )
  serve(app, plans.withdrawPlan, (actor, { params, body }) =>
    withdrawPlan(world, actor, params.planId, body.why),
  )
}

const SLICE_BYTES = 256 * 1024

/** A file piece by piece, so that a slow line is not sent all of it at once. */
function* slicesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += SLICE_BYTES) {
    yield bytes.subarray(at, at + SLICE_BYTES)
  }
}
