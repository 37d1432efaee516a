import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../../http/routes.ts'
import type { World } from '../../../world.ts'
import * as departments from '../departments/contract.ts'
import {
  changeDepartment,
  changeDisputeRoutes,
  changeQuestion,
  readDepartments,
} from '../departments/departments.ts'
import * as questions from '../questions/contract.ts'
import { askDepartment, listQuestions, withdrawQuestion } from '../questions/questions.ts'
import { addDisputeEvidence, changeDispute } from './change.ts'
import * as disputes from './contract.ts'
import { openDispute } from './open.ts'
import { listDisputes, readDispute } from './reading.ts'
import { resolveDispute } from './settle.ts'
import { previewTelling } from './telling.ts'

type App = Parameters<FastifyPluginAsync>[0]

/** Disputes, what departments are asked about them, and who looks into which. */
export function disputeRoutes(app: App, world: World): void {
  serve(app, disputes.openDispute, (actor, { params, body }) =>
    openDispute(world, actor, params.receivableId, body),
  )
  serve(app, disputes.listDisputes, (actor, { query }) => listDisputes(world, actor, query))
  serve(app, disputes.readDispute, (actor, { params }) =>
    readDispute(world, actor, params.disputeId),
  )
  serve(app, disputes.changeDispute, (actor, { params, body }) =>
    changeDispute(world, actor, params.disputeId, body),
  )
  serve(app, disputes.resolveDispute, (actor, { params, body }) =>
    resolveDispute(world, actor, params.disputeId, body),
  )
  serve(app, disputes.previewTelling, (actor, { params, query }) =>
    previewTelling(world, actor, params.disputeId, query),
  )
  serve(app, disputes.addDisputeEvidence, (actor, { params, body }) =>
    addDisputeEvidence(world, actor, params.disputeId, body.evidenceId),
  )
  serve(app, questions.askDepartment, (actor, { params, body }) =>
    askDepartment(world, actor, params.disputeId, body),
  )
  serve(app, questions.listQuestions, (actor, { params }) =>
    listQuestions(world, actor, params.disputeId),
  )
  serve(app, questions.withdrawQuestion, (actor, { params }) =>
    withdrawQuestion(world, actor, params.questionId),
  )
  serve(app, departments.readDepartments, (actor) => readDepartments(world, actor))
  serve(app, departments.changeDepartment, (actor, { body }) =>
    changeDepartment(world, actor, body),
  )
  serve(app, departments.changeDepartmentQuestion, (actor, { body }) =>
    changeQuestion(world, actor, body),
  )
  serve(app, departments.changeDisputeRoutes, (actor, { body }) =>
    changeDisputeRoutes(world, actor, body.routes),
  )
}
