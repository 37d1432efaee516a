import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto'

import {
  expect,
  integerOf,
  MalformedDer,
  oidOf,
  sequenceOf,
  TAGS,
  type Element,
} from '../der/read.ts'

const PBES2 = '1.2.840.113549.1.5.13'
const SHA1_AND_TRIPLE_DES = '1.2.840.113549.1.12.1.3'
const MOST_ITERATIONS = 10_000_000

const CIPHERS: Readonly<Record<string, { name: string; keyBytes: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyBytes: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyBytes: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyBytes: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyBytes: 24 },
}

const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}

/** The hash of an identifier of it, or of HMAC over it. */
export function hashNamed(name: string): string | null {
  return HASHES[name] ?? null
}

/**
 * Opens what PKCS#12 encrypts by a password: PBES2 with AES (RFC 8018), and triple DES (RFC 7292),
 * which Windows wrote for long. Null for older ways, such as RC2 of 40 bits.
 */
export function decrypt(
  algorithm: Element | undefined,
  content: Buffer,
  password: string,
): Buffer | null {
  const [name, parameters] = sequenceOf(algorithm)
  const way = oidOf(name)
  const cipher =
    way === PBES2
      ? modernCipher(parameters, password)
      : way === SHA1_AND_TRIPLE_DES
        ? tripleDes(parameters, password)
        : null
  if (!cipher) return null
  try {
    const decipher = createDecipheriv(cipher.name, cipher.key, cipher.iv)
    return Buffer.concat([decipher.update(content), decipher.final()])
  } catch (cause) {
    throw new MalformedDer('not encrypted by this password', { cause })
  }
}

type Cipher = { readonly name: string; readonly key: Buffer; readonly iv: Buffer }

function modernCipher(parameters: Element | undefined, password: string): Cipher | null {
  const [derivation, encryption] = sequenceOf(parameters)
  const [, derivationParameters] = sequenceOf(derivation)
  const [salt, iterations, ...rest] = sequenceOf(derivationParameters)
  const [name, iv] = sequenceOf(encryption)
  const prf = rest.find(({ tag }) => tag === TAGS.sequence)
  const hash = prf ? hashNamed(oidOf(sequenceOf(prf)[0])) : 'sha1'
  const cipher = CIPHERS[oidOf(name)]
  if (!cipher || !hash) return null
  return {
    name: cipher.name,
    key: pbkdf2Sync(
      password,
      expect(salt, TAGS.octets).content,
      iterationsOf(iterations),
      cipher.keyBytes,
      hash,
    ),
    iv: expect(iv, TAGS.octets).content,
  }
}

function tripleDes(parameters: Element | undefined, password: string): Cipher {
  const [saltElement, iterations] = sequenceOf(parameters)
  const shared = {
    hash: 'sha1',
    password,
    salt: expect(saltElement, TAGS.octets).content,
    iterations: iterationsOf(iterations),
  }
  return {
    name: 'des-ede3-cbc',
    key: pkcs12Key({ ...shared, purpose: 1, length: 24 }),
    iv: pkcs12Key({ ...shared, purpose: 2, length: 8 }),
  }
}

function iterationsOf(element: Element | undefined): number {
  const iterations = Number(`0x${integerOf(element)}`)
  if (iterations < 1 || iterations > MOST_ITERATIONS) throw new MalformedDer('too many iterations')
  return iterations
}

type Derivation = {
  readonly hash: string
  readonly password: string
  readonly salt: Buffer
  readonly iterations: number
  /** 1 for a key, 2 for an initial vector, 3 for a check value. */
  readonly purpose: 1 | 2 | 3
  readonly length: number
}

/** The bytes that a password gives for a purpose (RFC 7292, appendix B.2). */
export function pkcs12Key({
  hash,
  password,
  salt,
  iterations,
  purpose,
  length,
}: Derivation): Buffer {
  const block = hash === 'sha1' || hash === 'sha256' ? 64 : 128
  const blocks = (bytes: Buffer) =>
    Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes.length === 0 ? 0 : bytes)
  const secret = Buffer.from(`${password}\0`, 'utf16le').swap16()
  const input = Buffer.concat([blocks(salt), blocks(secret)])
  const start = Buffer.alloc(block, purpose)
  const derived: Buffer[] = []
  for (let bytes = 0; bytes < length; bytes += derived.at(-1)?.length ?? length) {
    let digest = createHash(hash).update(start).update(input).digest()
    for (let round = 1; round < iterations; round += 1) {
      digest = createHash(hash).update(digest).digest()
    }
    derived.push(digest)
    addToBlocks(input, Buffer.alloc(block, digest))
  }
  return Buffer.concat(derived).subarray(0, length)
}

/** Adds `addend` + 1 to every block of `input`, in place. */
function addToBlocks(input: Buffer, addend: Buffer): void {
  for (let from = 0; from < input.length; from += addend.length) {
    let carry = 1
    for (let at = addend.length - 1; at >= 0; at -= 1) {
      const sum = (input[from + at] ?? 0) + (addend[at] ?? 0) + carry
      input[from + at] = sum & 0xff
      carry = sum >> 8
    }
  }
}
