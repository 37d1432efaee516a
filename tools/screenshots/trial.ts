import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export type DemoPerson = { readonly id: string; readonly name: string; readonly roles: string[] }

export type Trial = {
  readonly origin: string
  readonly people: readonly DemoPerson[]
  readonly stop: () => Promise<void>
}

/** The product as npm start starts it, on a home of its own with the demo company. */
export async function startTrial(): Promise<Trial> {
  const home = mkdtempSync(join(tmpdir(), 'goodterms-screenshots-'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, ['server/main.ts', 'serve'], {
    env: {
      ...process.env,
      GOODTERMS_HOME: home,
      GOODTERMS_PORT: String(port),
      GOODTERMS_ORIGIN: origin,
      GOODTERMS_LOG: 'warn',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = once(server, 'exit')
  const setup = await setupOf(origin, ended)
  return {
    origin,
    people: setup.demo?.people ?? [],
    async stop() {
      server.kill('SIGTERM')
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}

type Setup = { readonly demo: { readonly people: DemoPerson[] } | null }

async function setupOf(origin: string, ended: Promise<unknown>): Promise<Setup> {
  const failed = ended.then(() => {
    throw new Error('Goodterms did not start.')
  })
  const answered = (async () => {
    for (;;) {
      const answer = await fetch(`${origin}/api/setup`).catch(() => null)
      if (answer?.ok) {
        const setup: Setup = await answer.json()
        return setup
      }
      await pause(100)
    }
  })()
  return Promise.race([answered, failed])
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || !address) throw new Error('no free port')
  return address.port
}
