// npm run dev: the server, restarted when its files change, and the web application, renewed while you
// look. Works on data of its own in .goodterms; GOODTERMS_HOME chooses others.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
process.chdir(root)
process.env['GOODTERMS_HOME'] ??= join(root, '.goodterms')
const port = process.env['GOODTERMS_PORT'] ?? '4170'
process.env['GOODTERMS_SERVER'] ??= `http://127.0.0.1:${port}`

const server = start(process.execPath, [
  '--watch',
  '--watch-preserve-output',
  'server/main.ts',
  'serve',
])
const web = start(process.execPath, ['node_modules/vite/bin/vite.js', 'web'])
console.log(`Open http://localhost:5170 (the server behind it is http://localhost:${port}).`)

// Ctrl-C reaches both; when one ends by itself the other goes as well.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => stop(signal))
server.once('exit', () => stop('SIGTERM'))
web.once('exit', () => stop('SIGTERM'))

function start(command: string, args: string[]): ChildProcess {
  return spawn(command, args, { stdio: 'inherit' })
}

function stop(signal: NodeJS.Signals): void {
  for (const child of [server, web]) if (child.exitCode === null) child.kill(signal)
}
