// Takes one file into the ledger in a process of its own and prints the megabytes that it needed at most.
import { join } from 'node:path'
import { setInterval } from 'node:timers'

import pino from 'pino'

import { openFiles, openSecrets } from '../server/access/index.ts'
import { connect } from '../server/database/database.ts'
import { instantOfMilliseconds } from '../server/kernel/day.ts'
import { takeIn } from './take-in.ts'

const [ownerUrl = '', key = '', folder = '', organisationId = '', legalEntityId = '', path = ''] =
  process.argv.slice(2)
const db = connect(ownerUrl, { connections: 10 })
const secrets = openSecrets(db, Buffer.from(key, 'base64url'))
await takeIn(
  {
    db,
    ownerUrl,
    clock: () => instantOfMilliseconds(Date.now()),
    secrets,
    files: openFiles(join(folder, 'files'), secrets),
    log: pino({ level: 'silent' }),
    processId: 'bench',
    hasTrialClock: false,
    origin: 'http://127.0.0.1:4170',
  },
  { organisationId, legalEntityId, path },
)
await db.destroy()
// It stays until it is told to go, so that what it said is heard first.
process.once('SIGTERM', () => process.exit(0))
setInterval(() => {}, 60_000)
console.log(process.resourceUsage().maxRSS / 1024)
