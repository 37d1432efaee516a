import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { memoryOf } from './child.ts'
import type { Ground } from './ground.ts'
import { print } from './print.ts'

const MAIN = new URL('../server/main.ts', import.meta.url).pathname
const PORT = 4199

/** How long until people can use it: the very first start, which loads the demo company, and the next. */
export async function measureStart({ folder }: Ground): Promise<void> {
  const home = join(folder, 'home')
  const bare = await milliseconds(() => untilEnd(spawn(process.execPath, ['-e', '0'])))
  for (const [figure, aim] of [
    ['first_start_with_demo', '< 120 s'],
    ['second_start', '< 5 s'],
  ] as const) {
    const server = spawn(process.execPath, [MAIN, 'serve'], {
      stdio: 'ignore',
      env: { ...process.env, GOODTERMS_HOME: home, GOODTERMS_PORT: String(PORT) },
    })
    const value = await milliseconds(untilAnswers)
    const memory = await memoryOf(server.pid ?? 0)
    const reference = { what: 'node that does nothing', value: bare / 1000 }
    print({ figure, value: value / 1000, unit: 's', reference, aim })
    print({ figure: `${figure}_memory`, value: memory, unit: 'MB' })
    server.kill('SIGTERM')
    await untilEnd(server)
  }
}

async function milliseconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function untilAnswers(): Promise<void> {
  for (let turn = 0; turn < 3000; turn += 1) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/readyz`).catch(() => null)
    if (answer?.ok) return
    await pause(50)
  }
  throw new Error('The server did not answer within 150 seconds.')
}

function untilEnd(child: ReturnType<typeof spawn>): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}
