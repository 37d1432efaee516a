import { randomBytes } from 'node:crypto'

import type { Database } from '../../database/database.ts'
import type { Keys, Secrets } from '../../world.ts'
import { keysOf } from './keys.ts'
import { selectDataKey } from './store.ts'

/** Opens the data keys of organisations with the installation's master key (32 bytes). */
export function openSecrets(db: Database, masterKey: Uint8Array): Secrets {
  if (masterKey.length !== 32) throw new RangeError('the master key must have 32 bytes')
  const installation = keysOf(masterKey, 'm1')
  const opened = new Map<string, Promise<Keys>>()

  async function open(organisationId: string): Promise<Keys> {
    const wrapped = await selectDataKey(db, organisationId)
    if (wrapped === undefined) throw new Error(`no organisation ${organisationId}`)
    return keysOf(Buffer.from(installation.decrypt(wrapped), 'base64url'), 'k1')
  }

  return {
    installation,
    newDataKey: () => installation.encrypt(randomBytes(32).toString('base64url')),
    of: (organisationId) => {
      const known = opened.get(organisationId)
      if (known) return known
      const keys = open(organisationId)
      opened.set(organisationId, keys)
      keys.catch(() => opened.delete(organisationId))
      return keys
    },
  }
}
