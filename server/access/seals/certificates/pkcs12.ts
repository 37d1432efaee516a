import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto'

import { derOfBer } from '../der/ber.ts'
import { OIDS } from '../der/names.ts'
import {
  expect,
  insideOf,
  integerOf,
  MalformedDer,
  oidOf,
  partsOf,
  readElement,
  sequenceOf,
  TAGS,
  type Element,
} from '../der/read.ts'
import { decrypt, hashNamed, pkcs12Key } from './password-encryption.ts'
import { isSelfSigned, readCertificate, type Certificate } from './read.ts'
import type { KeyAndCertificate } from './self-made.ts'

export type Pkcs12Problem =
  | 'not_a_pkcs12'
  | 'wrong_certificate_password'
  | 'old_encryption'
  | 'no_private_key'
  | 'key_does_not_fit'

/** Why a file with a key and its certificate cannot be taken. */
export class Pkcs12Refused extends Error {
  override readonly name = 'Pkcs12Refused'
  readonly problem: Pkcs12Problem

  constructor(problem: Pkcs12Problem, options?: ErrorOptions) {
    super(problem, options)
    this.problem = problem
  }
}

/** Opens a PKCS#12 file (.p12, .pfx; RFC 7292): its one key, the certificate that fits, its chain. */
export function openPkcs12(file: Uint8Array, password: string): KeyAndCertificate {
  try {
    const bags = bagsIn(file, password)
    const key = bags.map(keyIn(password)).find((found) => found !== null)
    if (!key) throw new Pkcs12Refused('no_private_key')
    const certificates = bags.flatMap(certificateIn)
    const fitting = certificates.find(({ publicKey }) => isPairOf(key, publicKey))
    if (!fitting) throw new Pkcs12Refused('key_does_not_fit')
    return {
      privateKey: key.export({ type: 'pkcs8', format: 'der' }),
      certificate: fitting.der,
      chain: chainOf(fitting, certificates),
    }
  } catch (cause) {
    if (cause instanceof MalformedDer) throw new Pkcs12Refused('not_a_pkcs12', { cause })
    throw cause
  }
}

function bagsIn(file: Uint8Array, password: string): Element[] {
  const [version, safe, mac] = sequenceOf(readElement(derOfBer(file)))
  if (integerOf(version) !== '3') throw new MalformedDer('not version 3')
  const content = dataIn(safe)
  checkMac(mac, content, password)
  return sequenceOf(readElement(derOfBer(content))).flatMap((part) => {
    const plain = isEncrypted(part) ? decryptedIn(part, password) : dataIn(part)
    return sequenceOf(readElement(derOfBer(plain)))
  })
}

function isEncrypted(part: Element): boolean {
  return oidOf(sequenceOf(part)[0]) === OIDS.encryptedData
}

function dataIn(part: Element | undefined): Buffer {
  const [type, content] = sequenceOf(part)
  if (oidOf(type) !== OIDS.data) throw new MalformedDer('neither plain nor encrypted data')
  return expect(insideOf(content, 0), TAGS.octets).content
}

function decryptedIn(part: Element, password: string): Buffer {
  const [, wrapped] = sequenceOf(part)
  const [, inner] = sequenceOf(insideOf(wrapped, 0))
  const [, algorithm, content] = sequenceOf(inner)
  return opened(algorithm, contentOf(content), password)
}

/** [0] IMPLICIT OCTET STRING, whole or in pieces. */
function contentOf(content: Element | undefined): Buffer {
  if (content?.tag !== 0xa0) return expect(content, 0x80).content
  return Buffer.concat(partsOf(content).map((piece) => expect(piece, TAGS.octets).content))
}

function opened(algorithm: Element | undefined, content: Buffer, password: string): Buffer {
  const plain = decrypt(algorithm, content, password)
  if (plain === null) throw new Pkcs12Refused('old_encryption')
  return plain
}

/** The file's own check of itself and of the password (RFC 7292 §4); every program writes it. */
function checkMac(mac: Element | undefined, content: Buffer, password: string): void {
  const [info, salt, iterations] = sequenceOf(mac)
  const [algorithm, stated] = sequenceOf(info)
  const hash = hashNamed(oidOf(sequenceOf(algorithm)[0]))
  if (!hash) throw new Pkcs12Refused('old_encryption')
  const digest = expect(stated, TAGS.octets).content
  const key = pkcs12Key({
    hash,
    password,
    salt: expect(salt, TAGS.octets).content,
    iterations: iterations ? Number(`0x${integerOf(iterations)}`) : 1,
    purpose: 3,
    length: digest.length,
  })
  const expected = createHmac(hash, key).update(content).digest()
  if (expected.length !== digest.length || !timingSafeEqual(expected, digest)) {
    throw new Pkcs12Refused('wrong_certificate_password')
  }
}

const KEY_BAG = '1.2.840.113549.1.12.10.1.1'
const ENCRYPTED_KEY_BAG = '1.2.840.113549.1.12.10.1.2'
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3'

function keyIn(password: string): (bag: Element) => KeyObject | null {
  return (bag) => {
    const [type, value] = sequenceOf(bag)
    const name = oidOf(type)
    if (name !== KEY_BAG && name !== ENCRYPTED_KEY_BAG) return null
    const inside = insideOf(value, 0)
    if (name === KEY_BAG) return privateKeyOf(inside.raw)
    const [algorithm, content] = sequenceOf(inside)
    return privateKeyOf(opened(algorithm, expect(content, TAGS.octets).content, password))
  }
}

function privateKeyOf(der: Buffer): KeyObject {
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  } catch (cause) {
    throw new MalformedDer('no private key', { cause })
  }
}

function certificateIn(bag: Element): Certificate[] {
  const [type, value] = sequenceOf(bag)
  if (oidOf(type) !== CERTIFICATE_BAG) return []
  const [, certificate] = sequenceOf(insideOf(value, 0))
  return [readCertificate(expect(insideOf(certificate, 0), TAGS.octets).content)]
}

function isPairOf(key: KeyObject, publicKey: KeyObject): boolean {
  return createPublicKey(key).equals(publicKey)
}

function chainOf(leaf: Certificate, certificates: readonly Certificate[]): Buffer[] {
  const chain: Certificate[] = [leaf]
  for (let last = leaf; !isSelfSigned(last);) {
    const issuer = certificates.find(({ subjectBytes }) => subjectBytes.equals(last.issuerBytes))
    if (!issuer || chain.includes(issuer)) break
    chain.push(issuer)
    last = issuer
  }
  return chain.slice(1).map(({ der }) => der)
}
