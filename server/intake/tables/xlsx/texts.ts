import type { Readable } from 'node:stream'

import { LIMITS } from '../files/limits.ts'
import { Unreadable } from '../files/unreadable.ts'
import { parsed } from './xml.ts'

export type SharedTexts = { readonly at: (index: number) => string }

export const NO_TEXTS: SharedTexts = { at: () => '' }

/** Reads the texts that cells share, packed as bytes: a million of them fit into a few megabytes. */
export async function sharedTexts(stream: Readable): Promise<SharedTexts> {
  const packed = packedTexts()
  let text = ''
  let isText = false
  let isPhonetic = false
  const pieces = parsed(stream, {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') isPhonetic = true
      isText = name === 't' && !isPhonetic
    },
    text: (piece) => {
      if (isText) text += piece
    },
    close: (name) => {
      isText = false
      if (name === 'rPh') isPhonetic = false
      if (name === 'si') packed.add(text)
    },
  })
  for await (const _ of pieces) packed.check()
  return packed
}

function packedTexts() {
  let bytes = Buffer.alloc(65_536)
  let ends = new Uint32Array(1_024)
  let count = 0
  let used = 0
  return {
    add(text: string): void {
      const length = Buffer.byteLength(text)
      if (used + length > bytes.length) {
        bytes = Buffer.concat([bytes], Math.max(used + length, bytes.length * 2))
      }
      if (count === ends.length) ends = doubled(ends)
      used += bytes.write(text, used)
      ends[count] = used
      count += 1
    },
    at(index: number): string {
      const start = index === 0 ? 0 : (ends[index - 1] ?? 0)
      return index < count ? bytes.toString('utf8', start, ends[index]) : ''
    },
    check(): void {
      if (used > LIMITS.sharedTextBytes) {
        throw new Unreadable('file_too_large_inside', { part: 'sharedStrings.xml' })
      }
    },
  }
}

function doubled(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}
