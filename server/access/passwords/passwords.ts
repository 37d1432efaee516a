import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

import { Refusal } from '../../kernel/refusal.ts'
import { weaknessOf } from './rules.ts'

// The OWASP Password Storage Cheat Sheet's first choice for Argon2id: 19 MiB, 2 passes, 1 lane.
const MEMORY = 19_456
const PASSES = 2
const TAG_BYTES = 32
const AT_ONCE = 2
const WAITING_AT_MOST = 100

const derive = promisify(argon2)

/** The password's hash as a PHC string; refused when it is too easy to guess. */
export async function hashPassword(
  password: string,
  person: { readonly name: string; readonly email: string },
): Promise<string> {
  const weakness = weaknessOf(password, person)
  if (weakness) throw new Refusal('invalid', 'weak_password', { problem: weakness })
  const salt = randomBytes(16)
  const tag = await tagOf(password, { salt, memory: MEMORY, passes: PASSES })
  return `$argon2id$v=19$m=${MEMORY},t=${PASSES},p=1$${base64(salt)}$${base64(tag)}`
}

/** Whether it is the password. Takes as long when there is no hash to compare with. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const parts = PHC.exec(hash ?? '')
  const salt = parts ? Buffer.from(parts[3] ?? '', 'base64') : Buffer.alloc(16)
  const memory = parts ? Number(parts[1]) : MEMORY
  const passes = parts ? Number(parts[2]) : PASSES
  const tag = await tagOf(password, { salt, memory, passes })
  const expected = parts ? Buffer.from(parts[4] ?? '', 'base64') : Buffer.alloc(TAG_BYTES)
  return expected.length === tag.length && timingSafeEqual(tag, expected) && parts !== null
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '')
}

let running = 0
const waiting: (() => void)[] = []

/** Hashing fills a thread and 19 MiB; a flood of sign-ins waits here instead of starving the rest. */
async function tagOf(
  password: string,
  { salt, memory, passes }: { salt: Buffer; memory: number; passes: number },
): Promise<Buffer> {
  if (waiting.length >= WAITING_AT_MOST) throw new Refusal('too_many', 'busy', { seconds: 10 })
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  else running += 1
  try {
    const message = password.normalize('NFKC')
    return await derive('argon2id', {
      message,
      nonce: salt,
      parallelism: 1,
      tagLength: TAG_BYTES,
      memory,
      passes,
    })
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
