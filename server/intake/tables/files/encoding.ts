import { isAscii, isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'

import chardet from 'chardet'
import iconv from 'iconv-lite'

import { plausibilityOf, SINGLE_BYTE_ENCODINGS } from '../rules/encodings.ts'

export type Encoding = {
  readonly name: string
  /** Bytes of the mark at the start. */
  readonly mark: number
  readonly isCertain: boolean
  /** Words that show how the choice reads. */
  readonly samples: readonly string[]
}

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
const MOST_CONTEXTS = 2_000
const CONTEXT_BYTES = 12

type Evidence = { sequences: number; damaged: number; contexts: Buffer[] }

/** Finds the encoding from every byte of the file: the first umlaut may stand in its last line. */
export async function encodingOf(path: string): Promise<Encoding> {
  const evidence: Evidence = { sequences: 0, damaged: 0, contexts: [] }
  let rest = Buffer.alloc(0)
  let isFirst = true
  for await (const part of createReadStream(path, { highWaterMark: 262_144 })) {
    const bytes: Buffer = part
    if (isFirst) {
      const wide = wideEncodingOf(bytes)
      if (wide) return wide
      isFirst = false
    }
    rest = gather(Buffer.concat([rest, bytes]), evidence)
  }
  evidence.damaged += rest.length > 0 ? 1 : 0
  return conclusionOf(evidence)
}

function wideEncodingOf(head: Buffer): Encoding | null {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => head[at] === byte))
  if (marked) return { name: marked[0], mark: marked[1].length, isCertain: true, samples: [] }
  const sample = head.subarray(0, 4_096)
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) < sample.length / 4) return null
  const name = odd > even ? 'utf-16le' : 'utf-16be'
  return { name, mark: 0, isCertain: true, samples: [] }
}

/** Adds what a piece of the file shows; returns the bytes of a character that it cuts off. */
function gather(piece: Buffer, evidence: Evidence): Buffer<ArrayBuffer> {
  if (isAscii(piece)) return Buffer.alloc(0)
  const cut = cutOf(piece)
  const whole = piece.subarray(0, piece.length - cut)
  const isValid = isUtf8(whole)
  for (let at = 0; at < whole.length; at += 1) {
    const byte = whole[at] ?? 0
    if (byte < 0x80) continue
    const length = isValid ? lengthOf(byte) : validLengthAt(whole, at)
    if (length > 1) evidence.sequences += 1
    else evidence.damaged += 1
    addContext(whole, at, evidence)
    at += Math.max(0, length - 1)
  }
  return Buffer.from(piece.subarray(piece.length - cut))
}

/** How many bytes at the end begin a UTF-8 character that is not complete. */
function cutOf(piece: Buffer): number {
  for (let back = 1; back <= Math.min(3, piece.length); back += 1) {
    const byte = piece[piece.length - back] ?? 0
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

function lengthOf(lead: number): number {
  if (lead >= 0xf0) return 4
  if (lead >= 0xe0) return 3
  return lead >= 0xc0 ? 2 : 1
}

function validLengthAt(bytes: Buffer, at: number): number {
  const length = lengthOf(bytes[at] ?? 0)
  return length > 1 && isUtf8(bytes.subarray(at, at + length)) ? length : 0
}

function addContext(bytes: Buffer, at: number, { contexts }: Evidence): void {
  if (contexts.length >= MOST_CONTEXTS) return
  const around = bytes.subarray(Math.max(0, at - CONTEXT_BYTES), at + CONTEXT_BYTES)
  contexts.push(Buffer.from(around))
}

function conclusionOf({ sequences, damaged, contexts }: Evidence): Encoding {
  if (sequences >= damaged * 20) {
    const samples = samplesOf(contexts.slice(0, 5).map((context) => context.toString('utf8')))
    return { name: 'utf-8', mark: 0, isCertain: damaged === 0, samples }
  }
  const foreign = foreignEncodingOf(contexts)
  const ranked = SINGLE_BYTE_ENCODINGS.map((name) => {
    const words = contexts.map((context) => iconv.decode(context, name))
    return { name, words, score: plausibilityOf(words) + (name === foreign ? 1.2 : 0) }
  }).toSorted((a, b) => b.score - a.score)
  const [best] = ranked
  // Encodings that read these very words alike need no choice between them.
  const second = ranked.find(({ words }) => words.some((word, at) => word !== best?.words[at]))
  const name = best && best.score > -0.5 ? best.name : (foreign ?? 'windows-1252')
  const margin = (best?.score ?? 0) - (second?.score ?? -1)
  const isCertain = best !== undefined && best.score > 0.5 && margin > 0.4
  return { name, mark: 0, isCertain, samples: samplesOf(best?.words.slice(0, 8) ?? []) }
}

/** What a frequency analysis says, when it is an alphabet or a script that ours cannot judge. */
function foreignEncodingOf(contexts: readonly Buffer[]): string | null {
  const [first] = chardet.analyse(Buffer.concat(contexts))
  if (!first || first.confidence < 30) return null
  const name = first.name.toLowerCase()
  return !name.startsWith('utf') && iconv.encodingExists(name) ? name : null
}

function samplesOf(contexts: readonly string[]): string[] {
  const words = contexts.flatMap((context) => {
    // The first and the last word of a context may be cut.
    return context.split(/[\s;,|"\t]+/).filter((word) => /[^\0-\x7f]/.test(word))
  })
  return [...new Set(words)].slice(0, 5)
}
