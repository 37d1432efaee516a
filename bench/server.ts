// The product's server on a bench's database, with one route more: a bare indexed query, so that
// pages are measured beside what the same server does at least. Prints its address once it listens.
import pino from 'pino'

import { openFiles, openSecrets } from '../server/access/index.ts'
import { createApp } from '../server/app.ts'
import { connect, connectPool } from '../server/database/database.ts'
import { startLiveness } from '../server/jobs/liveness.ts'
import { instantOfMilliseconds } from '../server/kernel/day.ts'

const [url = '', masterKey = '', folder = ''] = process.argv.slice(2)
const db = connect(url, { connections: 10 })
const bare = connectPool(url, { as: 'owner', connections: 10 })
const secrets = openSecrets(db, Buffer.from(masterKey, 'base64url'))
const liveness = await startLiveness(url)

const app = await createApp({
  db,
  ownerUrl: url,
  clock: () => instantOfMilliseconds(Date.now()),
  secrets,
  files: openFiles(folder, secrets),
  log: pino({ level: 'silent' }),
  processId: liveness.processId,
  hasTrialClock: false,
  origin: 'http://127.0.0.1:4170',
})
app.get<{ Params: { id: string } }>(
  '/bare/:id',
  { config: { permission: 'public' } },
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Fastify awaits its handlers
  async (request) => {
    const text = 'select id, number, name from customers where id = $1'
    const { rows } = await bare.query({ name: 'bare', text, values: [request.params.id] })
    return rows[0]
  },
)
console.log(await app.listen({ host: '127.0.0.1', port: 0 }))

process.once('SIGTERM', async () => {
  await app.close()
  await liveness.stop()
  process.exit(0)
})
