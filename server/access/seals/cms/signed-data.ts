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
  setPartsOf,
  TAGS,
  type Element,
} from '../der/read.ts'

export type Attribute = { readonly name: string; readonly values: readonly Element[] }

export type SignerInfo = {
  readonly issuerBytes: Buffer
  readonly serialBytes: Buffer
  readonly digestAlgorithm: string
  readonly signatureAlgorithm: string
  readonly signature: Buffer
  readonly signed: readonly Attribute[]
  /** What the signature is over: the signed attributes as a SET OF. */
  readonly signedBytes: Buffer
  readonly unsigned: readonly Attribute[]
}

export type SignedData = {
  readonly contentType: string
  readonly content: Buffer | null
  readonly certificates: readonly Buffer[]
  readonly signer: SignerInfo
}

/**
 * A CMS SignedData (RFC 5652) with one signer. Every part that no signature protects has to be
 * exactly as it must be; a byte changed there throws MalformedDer.
 */
export function readSignedData(bytes: Uint8Array): SignedData {
  const [type, tagged, ...after] = sequenceOf(readElement(bytes))
  if (oidOf(type) !== OIDS.signedData || after.length > 0) throw new MalformedDer('no signed data')
  const [version, digests, encapsulated, ...rest] = sequenceOf(insideOf(tagged, 0))
  const signers = setPartsOf(rest.pop())
  const [certificates, ...others] = rest
  if (others.length > 0 || signers.length !== 1) throw new MalformedDer('not one signer')
  const [contentTypeElement, wrapped, ...more] = sequenceOf(encapsulated)
  const contentType = oidOf(contentTypeElement)
  const signer = readSigner(signers[0])
  if (more.length > 0 || integerOf(version) !== (contentType === OIDS.data ? '1' : '3')) {
    throw new MalformedDer('a version of another content')
  }
  if (setPartsOf(digests).map(algorithmOf).join(' ') !== signer.digestAlgorithm) {
    throw new MalformedDer('digests that the signer does not use')
  }
  return {
    contentType,
    content: wrapped ? expect(insideOf(wrapped, 0), TAGS.octets).content : null,
    certificates: certificates ? partsOf(expect(certificates, 0xa0)).map(({ raw }) => raw) : [],
    signer,
  }
}

function readSigner(element: Element | undefined): SignerInfo {
  const [version, id, digest, signedSet, algorithm, signature, unsignedSet, ...more] =
    sequenceOf(element)
  if (integerOf(version) !== '1' || more.length > 0) throw new MalformedDer('an unknown signer')
  const [issuer, serial] = sequenceOf(id)
  const signed = expect(signedSet, 0xa0)
  return {
    issuerBytes: expect(issuer, TAGS.sequence).raw,
    serialBytes: expect(serial, TAGS.integer).raw,
    digestAlgorithm: algorithmOf(digest),
    signatureAlgorithm: algorithmOf(algorithm),
    signature: expect(signature, TAGS.octets).content,
    signed: attributesIn(signed),
    signedBytes: Buffer.concat([Buffer.from([TAGS.set]), signed.raw.subarray(1)]),
    unsigned: unsignedSet ? attributesIn(expect(unsignedSet, 0xa1)) : [],
  }
}

/** An algorithm without parameters, or with NULL for them. */
function algorithmOf(element: Element | undefined): string {
  const [name, parameters, ...more] = sequenceOf(element)
  const isPlain = !parameters || (parameters.tag === 0x05 && parameters.content.length === 0)
  if (!isPlain || more.length > 0) throw new MalformedDer('an algorithm with parameters')
  return oidOf(name)
}

function attributesIn(element: Element): Attribute[] {
  return partsOf(element).map((part) => {
    const [name, values, ...more] = sequenceOf(part)
    if (more.length > 0) throw new MalformedDer('no attribute')
    return { name: oidOf(name), values: setPartsOf(values) }
  })
}

/** The one value of an attribute that may be there once; undefined when it is not. */
export function valueOf(attributes: readonly Attribute[], name: string): Element | undefined {
  const found = attributes.filter((attribute) => attribute.name === name)
  if (found.length === 0) return undefined
  const [value, ...more] = found.flatMap(({ values }) => values)
  if (found.length > 1 || !value || more.length > 0) throw new MalformedDer('not one value')
  return value
}
