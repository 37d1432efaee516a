import { createReadStream } from 'node:fs'

import iconv from 'iconv-lite'

import type { Encoding } from './encoding.ts'

const PIECE_BYTES = 262_144

/** The text of a file in pieces, every line end as '\n'. */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding.name, { stripBOM: true })
  const stream = createReadStream(path, { highWaterMark: PIECE_BYTES, start: encoding.mark })
  let held = ''
  for await (const piece of stream) {
    const bytes: Buffer = piece
    const text = held + decoder.write(bytes)
    // A '\r' at the end may be the first half of '\r\n'.
    held = text.endsWith('\r') ? '\r' : ''
    yield withPlainLineEnds(held === '' ? text : text.slice(0, -1))
  }
  yield withPlainLineEnds(held + (decoder.end() ?? ''))
}

function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** The first characters of a file. */
export async function startOf(
  path: string,
  encoding: Encoding,
  characters: number,
): Promise<string> {
  let start = ''
  for await (const piece of textOf(path, encoding)) {
    start += piece
    if (start.length >= characters) break
  }
  return start.slice(0, characters)
}
