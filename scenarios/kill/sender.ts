// A sending process as the worker of Goodterms is one, until it is killed or the run is over.
import pino from 'pino'

import { openSecrets } from '../../server/access/index.ts'
import { sendRun } from '../../server/collecting/runs/send.ts'
import { connect } from '../../server/database/database.ts'
import { startLiveness } from '../../server/jobs/liveness.ts'
import { instant } from '../../server/kernel/day.ts'
import type { World } from '../../server/world.ts'

type Order = {
  readonly ownerUrl: string
  readonly masterKey: string
  readonly now: string
  readonly organisationId: string
  readonly runId: string
}

const order: Order = JSON.parse(process.argv[2] ?? '{}')
const db = connect(order.ownerUrl, { connections: 8 })
const keyring = connect(order.ownerUrl, { connections: 1 })
const { processId } = await startLiveness(order.ownerUrl)
const world: World = {
  db,
  ownerUrl: order.ownerUrl,
  clock: () => instant(order.now),
  secrets: openSecrets(keyring, Buffer.from(order.masterKey, 'base64')),
  files: {
    put: () => Promise.reject(new Error('no files here')),
    read: () => Promise.reject(new Error('no files here')),
    stream: () => Promise.reject(new Error('no files here')),
  },
  log: pino({ level: 'fatal' }),
  processId,
  hasTrialClock: true,
  origin: 'http://localhost',
}
await sendRun(world, order)
process.exit(0)
