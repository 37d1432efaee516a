import type { FastifyPluginAsync, FastifyReply } from 'fastify'

import type { Actor } from '../../http/actor.ts'
import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import * as contract from '../contract.ts'
import { openHub, type Hub, type OwnerOf } from './hub.ts'
import { merged, type Change } from './rules.ts'

const HEARTBEAT_MILLISECONDS = 25_000
const GATHER_MILLISECONDS = 200

export function liveRoutes(world: World, ownerOf: OwnerOf): FastifyPluginAsync {
  return async (app) => {
    const hub = openHub(world, ownerOf)
    // Before the server waits for open requests to end, which a stream never does by itself.
    app.addHook('preClose', () => hub.close())
    serve(app, contract.live, async (actor, { reply }) => {
      await stream(hub, actor, reply)
      return undefined
    })
  }
}

/** Keeps the request open and writes changes to it until the page leaves or the hub ends it. */
async function stream(hub: Hub, actor: Actor, reply: FastifyReply): Promise<void> {
  const { raw } = reply.hijack()
  raw.writeHead(200, {
    ...Object.fromEntries(
      Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]),
    ),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    // When the stream ends so does its connection: a server that stops does not wait for it.
    connection: 'close',
  })
  const write = (text: string) => !raw.writableEnded && raw.write(text)

  let pending: Change | null = null
  let timer: NodeJS.Timeout | undefined
  // A reader that is slow gets fewer, larger changes, and never a queue of them.
  const flush = () => {
    timer = undefined
    if (!pending || raw.writableNeedDrain) return
    write(`event: change\ndata: ${JSON.stringify(pending)}\n\n`)
    pending = null
  }
  const tell = (change: Change) => {
    pending = merged(pending, change)
    timer ??= setTimeout(flush, GATHER_MILLISECONDS)
  }
  raw.on('drain', flush)
  const heartbeat = setInterval(() => write(': here\n\n'), HEARTBEAT_MILLISECONDS)
  const left = new Promise<void>((resolve) => raw.once('close', resolve))
  const leave = await hub.watch({ actor, tell, end: () => raw.end() })
  write('retry: 2000\n\nevent: hello\ndata: {}\n\n')
  await left
  leave()
  clearInterval(heartbeat)
  clearTimeout(timer)
}
