import type { Readable } from 'node:stream'

import { SaxesParser, type SaxesTagPlain } from 'saxes'

import { LIMITS } from '../files/limits.ts'
import { Unreadable } from '../files/unreadable.ts'

const DEEPEST = 100

export type Attributes = Readonly<Record<string, string>>
export type Handlers = {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Parses XML piece by piece; yields after each piece so that rows can be handed on. */
export async function* parsed(stream: Readable, handlers: Handlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let silent = 0
  let depth = 0
  parser.on('opentag', (tag: SaxesTagPlain) => {
    silent = 0
    depth += 1
    if (depth > DEEPEST) throw new Unreadable('file_damaged')
    handlers.open(local(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag: SaxesTagPlain) => {
    silent = 0
    depth -= 1
    handlers.close?.(local(tag.name))
  })
  if (handlers.text) parser.on('text', handlers.text)
  if (handlers.text) parser.on('cdata', handlers.text)
  parser.on('doctype', () => {
    // No workbook has one; entities are an attack.
    throw new Unreadable('file_damaged')
  })
  stream.setEncoding('utf8')
  try {
    for await (const piece of stream) {
      const text: string = piece
      silent += text.length
      parser.write(text)
      if (silent > LIMITS.rowCharacters * 4) throw new Unreadable('row_too_long')
      yield
    }
    parser.close()
    yield
  } catch (cause) {
    throw cause instanceof Unreadable ? cause : new Unreadable('file_damaged', {}, { cause })
  }
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}
