import { readFileSync } from 'node:fs'

/** Says whether a typeface can set a character. */
export type Coverage = (codePoint: number) => boolean

// Joiners, spaces and marks of direction need no shape of their own.
const SHAPELESS = /[\s\u200B-\u200F\u2060]/

/** The text with only what can be set: a name in a script without a typeface becomes '', never boxes. */
export function legibleText(text: string, covers: Coverage): string {
  const shown = Array.from(text, (character) => {
    if (SHAPELESS.test(character) || covers(character.codePointAt(0) ?? 0)) return character
    const plain = character.normalize('NFKD').replaceAll(/\p{M}/gu, '')
    return plain !== character &&
      Array.from(plain, (letter) => letter.codePointAt(0) ?? 0).every(covers)
      ? plain
      : ''
  })
  const result = shown.join('').replaceAll(/\s+/g, ' ').trim()
  return /[\p{L}\p{N}]/u.test(result) ? result : ''
}

/** What any of these TrueType or OpenType files can set. */
export function coverageOf(paths: readonly string[]): Coverage {
  const covered = new Set(paths.flatMap((path) => codePointsOf(readFileSync(path))))
  return (codePoint) => covered.has(codePoint)
}

/** The characters in a font's 'cmap' (OpenType 1.9: formats 4 and 12). */
function codePointsOf(font: Buffer): number[] {
  const cmap = tableOf(font, 'cmap')
  if (!cmap) return []
  const count = cmap.readUInt16BE(2)
  const offsets = Array.from({ length: count }, (_, index) => cmap.readUInt32BE(8 + index * 8))
  return [...new Set(offsets)].flatMap((offset) => {
    const table = cmap.subarray(offset)
    const format = table.readUInt16BE(0)
    if (format === 4) return segmentsOf(table)
    return format === 12 ? groupsOf(table) : []
  })
}

function tableOf(font: Buffer, name: string): Buffer | null {
  const count = font.readUInt16BE(4)
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16
    if (font.toString('latin1', at, at + 4) !== name) continue
    const offset = font.readUInt32BE(at + 8)
    return font.subarray(offset, offset + font.readUInt32BE(at + 12))
  }
  return null
}

function segmentsOf(table: Buffer): number[] {
  const segments = table.readUInt16BE(6) / 2
  return Array.from({ length: segments }, (_, index) => index).flatMap((index) => {
    const end = table.readUInt16BE(14 + index * 2)
    const start = table.readUInt16BE(16 + segments * 2 + index * 2)
    return start === 0xffff ? [] : range(start, end)
  })
}

function groupsOf(table: Buffer): number[] {
  const groups = table.readUInt32BE(12)
  return Array.from({ length: groups }, (_, index) => 16 + index * 12).flatMap((at) =>
    range(table.readUInt32BE(at), table.readUInt32BE(at + 4)),
  )
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start + 1 }, (_, index) => start + index)
}
