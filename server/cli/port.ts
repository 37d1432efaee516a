import { createServer } from 'node:net'

import { Mistake } from './settings.ts'

type Place = { readonly host: string; readonly port: number }

/** Refuses a port that cannot be had before anything else is begun. */
export async function ensureFree(at: Place): Promise<void> {
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject).listen(at.port, at.host, resolve)
    })
  } catch (error) {
    throw await explainedPort(error, at)
  }
  await new Promise((resolve) => probe.close(resolve))
}

/** Why nobody can be answered at this address, in words; any other error as it is. */
export async function explainedPort(error: unknown, at: Place): Promise<unknown> {
  switch (error instanceof Error && 'code' in error ? error.code : '') {
    case 'EADDRINUSE':
      return new Mistake(await taken(at), { cause: error })
    case 'EACCES':
      return new Mistake(
        `Port ${at.port} needs more rights; choose one above 1023 in GOODTERMS_PORT.`,
        { cause: error },
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Mistake(`This machine has no address ${at.host}; correct GOODTERMS_HOST.`, {
        cause: error,
      })
    default:
      return error
  }
}

async function taken({ host, port }: Place): Promise<string> {
  const address = `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`
  const health = await fetch(`${address}/healthz`).catch(() => null)
  const isOurs = health?.ok === true && (await health.text()).includes('"up"')
  return isOurs
    ? `Another Goodterms is already listening: open ${address}, or choose another GOODTERMS_PORT.`
    : `Port ${port} is taken by another program; choose another one in GOODTERMS_PORT.`
}
