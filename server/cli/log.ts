import pino from 'pino'

import type { Settings } from './settings.ts'

/** JSON lines on standard output; a person who started it at a terminal sees what needs them only. */
export function openLog({ logLevel }: Pick<Settings, 'logLevel'>): pino.Logger {
  const level = logLevel ?? (process.stdout.isTTY ? 'warn' : 'info')
  return pino({
    level,
    base: { pid: process.pid },
    // An error of the database tells the row that failed; a row has names in it.
    serializers: { err: withoutRow },
  })
}

function withoutRow(error: Error): object {
  const {
    detail: _detail,
    where: _where,
    ...rest
  } = pino.stdSerializers.err(error) as Record<string, unknown>
  return rest
}
