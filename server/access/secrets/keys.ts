import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'

import type { Keys } from '../../world.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The keys that follow from 32 secret bytes: one to encrypt, one to hash. `id` is kept in each value. */
export function keysOf(secret: Uint8Array, id: string): Keys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
  const encryption = createSecretKey(derive('goodterms encrypt'))
  const hashing = derive('goodterms hash')
  const prefix = `${id}.`

  function encryptBytes(bytes: Uint8Array): Buffer {
    const nonce = nextNonce()
    const cipher = createCipheriv('aes-256-gcm', encryption, nonce)
    return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }

  function decryptBytes(sealed: Uint8Array): Buffer {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
    const decipher = createDecipheriv('aes-256-gcm', encryption, bytes.subarray(0, NONCE_BYTES))
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
    const clear = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
    // GCM keeps nothing back: this only checks the tag, and throws when a byte was changed.
    decipher.final()
    return clear
  }

  return {
    encrypt: (text) =>
      text === '' ? '' : prefix + encryptBytes(Buffer.from(text)).toString('base64url'),
    decrypt: (sealed) => {
      if (sealed === '') return ''
      if (!sealed.startsWith(prefix)) throw new Error('encrypted with a key that is not here')
      return decryptBytes(Buffer.from(sealed.slice(prefix.length), 'base64url')).toString()
    },
    encryptBytes,
    decryptBytes,
    hash: (text) => createHmac('sha256', hashing).update(text).digest('base64url'),
  }
}

let nonces = Buffer.alloc(0)

/** Random bytes used once, fetched many at a time: asking for twelve costs as much as for thousands. */
function nextNonce(): Buffer {
  if (nonces.length < NONCE_BYTES) nonces = randomBytes(NONCE_BYTES * 256)
  const nonce = nonces.subarray(0, NONCE_BYTES)
  nonces = nonces.subarray(NONCE_BYTES)
  return nonce
}
