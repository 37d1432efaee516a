import { createSign, generateKeyPairSync } from 'node:crypto'

/** A certificate that signs itself, for 'localhost' and 127.0.0.1, made afresh for a test. */
export function selfSigned(): { key: string; certificate: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const body = sequence(
    tagged(0, integer(2)),
    integer(1),
    ECDSA_SHA256,
    NAME,
    sequence(utcTime('250101000000Z'), utcTime('491231235959Z')),
    NAME,
    spki,
    tagged(3, sequence(ALTERNATIVE_NAMES, IS_AUTHORITY)),
  )
  const signature = createSign('sha256').update(body).sign(privateKey)
  const der = sequence(body, ECDSA_SHA256, bitString(signature))
  const lines = der.toString('base64').replaceAll(/.{64}/g, '$&\n')
  return { key, certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` }
}

function element(tag: number, ...contents: Uint8Array[]): Buffer {
  const content = Buffer.concat(contents)
  const { length } = content
  const head =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...head]), content])
}

function sequence(...contents: Uint8Array[]): Buffer {
  return element(0x30, ...contents)
}

function tagged(number: number, content: Uint8Array): Buffer {
  return element(0xa0 + number, content)
}

function integer(value: number): Buffer {
  return element(0x02, Buffer.from([value]))
}

function utcTime(text: string): Buffer {
  return element(0x17, Buffer.from(text))
}

function bitString(content: Uint8Array): Buffer {
  return element(0x03, Buffer.from([0]), content)
}

function identifier(hex: string): Buffer {
  return element(0x06, Buffer.from(hex, 'hex'))
}

const ECDSA_SHA256 = sequence(identifier('2a8648ce3d040302'))
const NAME = sequence(
  element(0x31, sequence(identifier('550403'), element(0x0c, Buffer.from('localhost')))),
)
const ALTERNATIVE_NAMES = sequence(
  identifier('551d11'),
  element(
    0x04,
    sequence(element(0x82, Buffer.from('localhost')), element(0x87, Buffer.from([127, 0, 0, 1]))),
  ),
)
const IS_AUTHORITY = sequence(
  identifier('551d13'),
  element(0x04, sequence(element(0x01, Buffer.from([0xff])))),
)
