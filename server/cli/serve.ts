import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { Command } from 'commander'
import type { FastifyInstance } from 'fastify'

import { startSealing } from '../access/index.ts'
import { createApp } from '../app.ts'
import { startWorker } from '../jobs/jobs.ts'
import { closeRooms, jobsOf } from '../rooms.ts'
import type { World } from '../world.ts'
import { greet, seedDemo } from './first-run.ts'
import { ensureFree, explainedPort } from './port.ts'
import { readSettings, type Settings } from './settings.ts'
import { untilAskedToStop } from './shutdown.ts'
import { openWorld } from './world.ts'

const WEB_ROOT = fileURLToPath(new URL('../../dist/web', import.meta.url))

type Parts = { readonly web: boolean; readonly worker: boolean }

/** `serve` is everything in one process; `web` and `worker` are its halves, each as often as needed. */
export function serveCommands(): Command[] {
  return [
    new Command('serve')
      .description('answers requests and works jobs, in one process; what npm start starts')
      .action(() => serve({ web: true, worker: true })),
    new Command('web')
      .description('answers requests only; a worker runs beside it')
      .action(() => serve({ web: true, worker: false })),
    new Command('worker')
      .description('works jobs only: runs, mail, imports')
      .action(() => serve({ web: false, worker: true })),
  ]
}

async function serve(parts: Parts): Promise<void> {
  const settings = readSettings()
  const stopping = untilAskedToStop()
  if (parts.web) await ensureFree(settings)
  console.log('Goodterms is starting …')
  const { world, close } = await openWorld({ settings, say: console.log })
  const ending: (() => Promise<void>)[] = [close, closeRooms]
  try {
    if (parts.web && settings.wantsDemo) await seedDemo(world, console.log)
    if (parts.worker) ending.push(await startWorking(world))
    if (parts.web) ending.push(await startAnswering(world, settings))
    await greet(world, settings, parts)
    await stopping
    console.log('Goodterms is stopping …')
  } finally {
    for (const end of ending.toReversed()) await end()
  }
}

async function startWorking(world: World): Promise<() => Promise<void>> {
  const worker = await startWorker({ ...world, jobs: jobsOf(world) })
  const sealing = startSealing(world)
  return async () => {
    await sealing.stop()
    await worker.stop()
  }
}

async function startAnswering(world: World, settings: Settings): Promise<() => Promise<void>> {
  const { proxies, host, port } = settings
  const app = await createApp(world, {
    ...(existsSync(WEB_ROOT) ? { webRoot: WEB_ROOT } : {}),
    ...(proxies === undefined ? {} : { proxies }),
  })
  await listen(app, { host, port })
  return () => app.close()
}

async function listen(app: FastifyInstance, at: { host: string; port: number }): Promise<void> {
  try {
    await app.listen(at)
  } catch (error) {
    await app.close()
    throw await explainedPort(error, at)
  }
}
