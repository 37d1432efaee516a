import { setImmediate } from 'node:timers/promises'

import { SaxesParser } from 'saxes'

import { encodingOf, textOf } from '../encoding.ts'
import { type EinvoiceFinding, finding } from '../findings.ts'
import { type Root } from '../roots.ts'
import { listen, type Sink } from './collect.ts'
import { Stopped, tooComplex } from './stopped.ts'

export type XmlReading = {
  /** The outermost element; null when not even that could be read. */
  readonly root: Root | null
  readonly findings: readonly EinvoiceFinding[]
}

/** More than this before the first element is padding or an attack. */
const BEFORE_ROOT = 1_000_000

/**
 * Reads an XML file in one pass and bounded memory, and hands over each invoice in it, wherever it
 * stands: alone, in a Peppol envelope, several in one file. Declared entities are refused.
 */
export async function readXml(bytes: Uint8Array, sink: Sink): Promise<XmlReading> {
  const encoding = encodingOf(bytes)
  if (encoding.kind === 'unknown') {
    return { root: null, findings: [finding('encoding_unknown', { encoding: encoding.label })] }
  }
  const { label, claimed } = encoding
  const guessed =
    claimed === null ? [] : [finding('encoding_guessed', { declared: claimed, used: label })]
  const parser = new SaxesParser({ xmlns: true, position: true })
  const state = listen(parser, sink)
  try {
    let pieces = 0
    for (const piece of textOf(bytes, label)) {
      parser.write(piece)
      if (state.root === null && parser.position > BEFORE_ROOT) {
        throw tooComplex('characters before its first element', parser.line)
      }
      // A large file must not hold up the other users of the process.
      if (++pieces % 32 === 0) await setImmediate()
    }
    parser.close()
    return { root: state.root, findings: [...guessed, ...state.findings] }
  } catch (problem) {
    return { root: state.root, findings: [...guessed, findingOf(problem, parser, bytes)] }
  }
}

function findingOf(
  problem: unknown,
  { line, column }: { line: number; column: number },
  bytes: Uint8Array,
): EinvoiceFinding {
  if (problem instanceof Stopped) return problem.finding
  if (problem instanceof TypeError) throw problem
  const reason = String(problem instanceof Error ? problem.message : problem)
    .replace(/^(undefined:)?\d+:\d+:\s*/, '')
    .replace(/ must match .*$/, ' is not valid')
    .replace(/\.$/, '')
  if (!/^(unclosed tag|unexpected end|document must contain a root)/.test(reason)) {
    return finding('xml_damaged', { line, column, reason })
  }
  // The parser takes all behind a bare '&' for the name of an entity and misses the end.
  const place = bareAmpersand(bytes)
  if (place === null) return finding('xml_cut_off', { line })
  return finding('xml_damaged', { ...place, reason: 'an & that is not written &amp;' })
}

function bareAmpersand(bytes: Uint8Array): { line: number; column: number } | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = file.indexOf('&')
  while (at >= 0 && /^&#?\w{1,20};/.test(file.toString('latin1', at, at + 24))) {
    at = file.indexOf('&', at + 1)
  }
  if (at < 0) return null
  const lines = file.subarray(0, at).reduce((count, byte) => count + Number(byte === 0x0a), 1)
  return { line: lines, column: at - file.lastIndexOf('\n', at) }
}
