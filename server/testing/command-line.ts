import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { onTestFinished } from 'vitest'

import { testDatabase } from './test-database.ts'

const MAIN = join(import.meta.dirname, '../main.ts')

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** An installation of its own and the command line that operates it, as a person types it. */
export async function commandLine({ now }: { now: string }) {
  const { ownerUrl } = await testDatabase()
  const home = await mkdtemp(join(tmpdir(), 'goodterms-home-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: ownerUrl,
    GOODTERMS_HOME: home,
    GOODTERMS_CLOCK: now,
    GOODTERMS_LOG: 'fatal',
  }

  /** Begins a command that goes on until it is told to stop. */
  function begin(args: readonly string[], more: NodeJS.ProcessEnv = {}, input = '') {
    const child = spawn(process.execPath, [MAIN, ...args], { env: { ...env, ...more } })
    onTestFinished(() => void child.kill('SIGKILL'))
    let [out, err] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.stdin.end(input)
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once('error', reject).once('close', (code) => resolve({ code, out, err }))
    })
    return { ended, said: () => out, stop: (signal: NodeJS.Signals) => child.kill(signal) }
  }

  function run(args: readonly string[], more: NodeJS.ProcessEnv = {}, input = ''): Promise<Ended> {
    return begin(args, more, input).ended
  }

  return {
    ownerUrl,
    home,
    begin,
    run,
    /** The document that a command with --json prints; it must go well. */
    json: async (...args: string[]) => {
      const { code, out, err } = await run([...args, '--json'])
      if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${out}${err}`)
      return JSON.parse(out)
    },
    file: async (name: string, content: string) => {
      const path = join(home, name)
      await writeFile(path, content)
      return path
    },
  }
}
