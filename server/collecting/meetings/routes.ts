import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import * as contract from './contract.ts'
import {
  dismissMeeting,
  readMeetingFeed,
  readMeetingsNow,
  removeMeetingFeed,
  restoreMeeting,
  setMeetingFeed,
} from './meetings.ts'

export function meetingRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, contract.readMeetingFeed, (actor) => readMeetingFeed(world, actor))
    serve(app, contract.setMeetingFeed, async (actor, { body }) => {
      await setMeetingFeed(world, actor, body.address)
      return {}
    })
    serve(app, contract.removeMeetingFeed, async (actor) => {
      await removeMeetingFeed(world, actor)
      return {}
    })
    serve(app, contract.readMeetingsNow, async (actor) => {
      await readMeetingsNow(world, actor)
      return {}
    })
    serve(app, contract.dismissMeeting, (actor, { params }) =>
      dismissMeeting(world, actor, params.meetingId),
    )
    serve(app, contract.restoreMeeting, async (actor, { params }) => {
      await restoreMeeting(world, actor, params.dismissalId)
      return {}
    })
  }
}
