// A process of its own that takes an import into the ledger, to be killed at it.
import pino from 'pino'
import { z } from 'zod'

import { openFiles, openSecrets } from '../access/index.ts'
import { connect } from '../database/database.ts'
import { applyImport } from '../intake/index.ts'
import { instant } from '../kernel/day.ts'

const {
  ownerUrl = '',
  key = '',
  folder = '',
  now = '',
  organisationId = '',
  importId = '',
} = z.record(z.string(), z.string()).parse(JSON.parse(process.env['APPLY'] ?? '{}'))
const db = connect(ownerUrl, { connections: 2 })
const secrets = openSecrets(db, Buffer.from(key, 'hex'))
process.send?.('begun')
await applyImport(
  {
    db,
    ownerUrl,
    secrets,
    clock: () => instant(now),
    files: openFiles(folder, secrets),
    log: pino({ level: 'silent' }),
    processId: 'child',
    hasTrialClock: false,
    origin: 'http://localhost',
  },
  {
    organisationId,
    importId,
    by: { kind: 'operator' },
    goodRows: false,
  },
)
await db.destroy()
process.send?.('done')
process.disconnect()
